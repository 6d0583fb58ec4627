#!/usr/bin/env python3
"""The build command. It needs only Python 3.11 or newer, and installs everything else into this folder.

Until the version check, this file has to run in any Python 3, however old.
"""

import argparse
import os
import sys

if sys.version_info < (3, 11):
    sys.exit(
        "Ultimate Gig needs Python 3.11 or newer, and this is %d.%d. Install a newer one and start build.py with it." % sys.version_info[:2]
    )

from pipeline import environment
from pipeline.progress import BuildError, replace_process

ABOUT = "The build command of Ultimate Gig. It needs only Python 3.11 or newer, and installs everything else into this folder."
EXAMPLES = """examples:
  python3 build.py serve                    see the site in the browser while you work on it
  python3 build.py test                     run every test
  python3 build.py test --part unit -k tax  run those unit tests whose name has "tax" in it
"""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("build.py", description=ABOUT, epilog=EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, explained: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=explained, description=explained[0].upper() + explained[1:] + ".", allow_abbrev=False)

    serve = command("serve", "build the site and serve it here; after a change in content, theme or calculators, the page reloads")
    serve.add_argument("--port", type=int, default=8000, help="the first port to try, 8000 by default; the next free one is used")
    serve.add_argument("--no-reload", dest="reload", action="store_false", help="do not watch for changes")
    command("build", "make site/ for a web server, and dist/ultimate-gig-<version>.zip, which opens without one")
    test = command("test", "build what the tests need, then run them with pytest, which receives all other arguments")
    test.add_argument("--part", action="append", default=[], help="run only this folder of tests/, such as unit; may be repeated")
    test.add_argument("--oracles", action="store_true", help="compare our taxes with independent models, in a separate environment")
    test.add_argument("--fuzz", action="store_true", help="send 100,000 generated requests to Python, and 5,000 to Python in the browser")
    test.add_argument("--mutants", action="store_true", help="make 500 mistakes in calculators/, one by one; count those that tests notice")
    test.add_argument("--reproducible", action="store_true", help="build everything twice from nothing, and compare the bytes")
    check = command("check", "render each calculator; check the sources with ruff, mypy, import-linter, biome, tsc, codespell and others")
    check.add_argument(
        "names",
        nargs="*",
        metavar="CHECK",
        help="calculators, ruff, format, mypy, imports, biome, types, node-types, test-types, spelling, words, workflows; all if left out",
    )
    check.add_argument("--fix", action="store_true", help="first let ruff and biome fix what they can, such as the format")
    audit = command("audit", "check licenses and lock files, and look for known vulnerabilities; exit with 3 if these are out of reach")
    audit.add_argument("--advisories", metavar="FILE", help="advisories in OSV's format, JSON or zip, in place of osv.dev")
    bench = command("bench", "run the benchmarks in benchmarks/")
    bench.add_argument("names", nargs="*", metavar="BENCHMARK", help="the name of a benchmark, engine, web or journey; all when left out")
    bench.add_argument("--part", help="for web: run only these parts, such as cold,warm")
    bench.add_argument("--rounds", type=int, help="for web: how often everything is measured, 5 times by default")
    new = command("new", "write a calculator that runs, for you to change, with its page, worked examples and test")
    new.add_argument("kind", choices=["calculator"], help="what to write")
    new.add_argument("name", metavar="NAME", help="its name in addresses, such as cost-of-a-meeting")
    command("release", "check, test, build, write the download's checksum, and print what to publish")
    return parser


def main() -> None:
    """Parse the command line, prepare the environment, and run the command in it."""
    parser = _parser()
    options, rest = parser.parse_known_args()
    if rest and options.command != "test":
        parser.error("unrecognized arguments: " + " ".join(rest))
    environment.prepare()
    if not environment.inside():
        replace_process([environment.python(), os.path.abspath(__file__), *sys.argv[1:]])

    from pipeline import commands

    special = next((name for name in commands.LONG_RUNS if getattr(options, name, False)), None)
    chosen = {
        "serve": lambda: commands.serve(options.port, options.reload),
        "build": commands.build,
        "test": lambda: commands.test(options.part, rest, special),
        "check": lambda: commands.check(options.names, options.fix),
        "audit": lambda: commands.audit(options.advisories),
        "bench": lambda: commands.bench(options.names, options.part, options.rounds),
        "new": lambda: commands.new(options.name),
        "release": commands.release,
    }
    chosen[options.command]()


if __name__ == "__main__":
    try:
        main()
    except BuildError as error:
        sys.exit("build.py: " + str(error))
    except KeyboardInterrupt:
        sys.exit(130)
