#!/usr/bin/env python3
"""The one command of this project. It needs Python 3.11 or newer and nothing else; what it installs goes into this folder.

Until the version is checked, this file has to be readable by any Python 3, however old.
"""

import argparse
import os
import sys

if sys.version_info < (3, 11):
    sys.exit(
        "Ultimate Gig needs Python 3.11 or newer, and this is %d.%d. Install a newer one and start build.py with it." % sys.version_info[:2]
    )

from pipeline import environment
from pipeline.progress import StoppedError, hand_over

ABOUT = "The one command of Ultimate Gig. It needs Python 3.11 or newer and nothing else; what it installs goes into this folder."
EXAMPLES = """examples:
  python3 build.py serve                    write, and see it in the browser at once
  python3 build.py test                     run every test
  python3 build.py test --part unit -k tax  run those unit tests whose name has "tax" in it
"""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("build.py", description=ABOUT, epilog=EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, explained: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=explained, description=explained[0].upper() + explained[1:] + ".", allow_abbrev=False)

    serve = command("serve", "build the site and serve it from this machine; a change in content, theme or calculators shows at once")
    serve.add_argument("--port", type=int, default=8000, help="the port to begin with; the next free one is taken (8000)")
    serve.add_argument("--no-reload", dest="reload", action="store_false", help="do not watch for changes")
    command("build", "make site/ for a web server, and dist/ultimate-gig-<version>.zip that opens without one")
    test = command("test", "build what the tests need, then run them with pytest; whatever is not known here goes on to pytest")
    test.add_argument("--part", action="append", default=[], help="only this folder of tests/, such as unit or browser; may be repeated")
    test.add_argument("--oracles", action="store_true", help="compare our taxes with an independent model, in its own environment")
    check = command("check", "read the sources with ruff, mypy, import-linter, biome, tsc, codespell and actionlint")
    check.add_argument(
        "names",
        nargs="*",
        metavar="CHECK",
        help="ruff, format, mypy, imports, biome, types, node-types, test-types, spelling or workflows; all when left out",
    )
    check.add_argument("--fix", action="store_true", help="first set right what ruff and biome can by themselves, format above all")
    bench = command("bench", "measure: run the scripts in benchmarks/")
    bench.add_argument("names", nargs="*", metavar="BENCHMARK", help="name of a script, such as engine; all when left out")
    new = command("new", "write a calculator that runs, for you to change, with its page, worked examples and test")
    new.add_argument("kind", choices=["calculator"], help="what to write")
    new.add_argument("name", metavar="NAME", help="its name in addresses, such as cost-of-a-meeting")
    command("release", "check, test, build, write the download's checksum, and say what to publish")
    return parser


def main() -> None:
    """Read the command line, get the environment ready, and do what is asked in it."""
    parser = _parser()
    asked, rest = parser.parse_known_args()
    if rest and asked.command != "test":
        parser.error("unrecognized arguments: " + " ".join(rest))
    environment.prepare()
    if not environment.inside():
        hand_over([environment.python(), os.path.abspath(__file__), *sys.argv[1:]])

    from pipeline import commands

    if asked.command == "serve":
        commands.serve(asked.port, asked.reload)
    elif asked.command == "build":
        commands.build()
    elif asked.command == "test":
        commands.test(asked.part, rest, oracles=asked.oracles)
    elif asked.command == "check":
        commands.check(asked.names, asked.fix)
    elif asked.command == "bench":
        commands.bench(asked.names)
    elif asked.command == "new":
        commands.new(asked.name)
    else:
        commands.release()


if __name__ == "__main__":
    try:
        main()
    except StoppedError as stopped:
        sys.exit("build.py: " + str(stopped))
    except KeyboardInterrupt:
        sys.exit(130)
