"""The lock files: complete, for every system, and without traces of the machine that wrote them."""

from __future__ import annotations

import json
import re

import pytest

from pipeline.progress import ROOT

REQUIREMENTS = (ROOT / "requirements.txt").read_text("utf-8")
NPM_LOCK = (ROOT / "package-lock.json").read_text("utf-8")
NPM_PACKAGES = {path: entry for path, entry in json.loads(NPM_LOCK)["packages"].items() if path}


def locked() -> dict[str, str]:
    """Name of a locked requirement -> its whole entry."""
    entries = re.split(r"\n(?=\S)", REQUIREMENTS.strip())
    return {re.split(r"[=\s]", entry, maxsplit=1)[0]: entry for entry in entries}


def direct() -> list[str]:
    lines = (line.split("#")[0].strip() for line in (ROOT / "requirements.in").read_text("utf-8").splitlines())
    return [re.split(r"[<>=]", line, maxsplit=1)[0] for line in lines if line]


def test_every_requirement_has_an_exact_version_and_hashes() -> None:
    for name, entry in locked().items():
        assert re.match(rf"{re.escape(name)}==\S+", entry), name
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), name


def test_every_requirement_asked_for_is_locked() -> None:
    assert sorted(set(direct()) - set(locked())) == []


@pytest.mark.parametrize("said", ["://", "file:", "--index", "--extra-index", "--find-links", "--trusted-host", " @ "])
def test_the_python_lock_names_no_address(said: str) -> None:
    assert said not in REQUIREMENTS


def test_the_npm_lock_names_no_address_of_a_package() -> None:
    assert '"resolved"' not in NPM_LOCK
    addresses = set(re.findall(r'"(\w+)": "https?://', NPM_LOCK))
    assert addresses <= {"url", "funding"}, "only where a package's authors ask for money"


def test_every_npm_package_has_a_hash() -> None:
    assert [path for path, entry in NPM_PACKAGES.items() if not entry.get("integrity", "").startswith("sha512-")] == []


@pytest.mark.parametrize("tool", ["@esbuild/{}", "@biomejs/cli-{}", "@typescript/typescript-{}"])
@pytest.mark.parametrize("system", ["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64", "win32-x64", "win32-arm64"])
def test_the_npm_lock_is_for_every_system(tool: str, system: str) -> None:
    assert f"node_modules/{tool.format(system)}" in NPM_PACKAGES


def test_no_npm_package_may_run_a_script_while_it_is_installed() -> None:
    assert "ignore-scripts=true" in (ROOT / ".npmrc").read_text("utf-8").splitlines()


def test_npm_packages_asked_for_have_exact_versions() -> None:
    manifest = json.loads((ROOT / "package.json").read_text("utf-8"))
    for name, version in {**manifest["dependencies"], **manifest["devDependencies"]}.items():
        assert re.fullmatch(r"\d+\.\d+\.\d+", version), name


def test_build_and_browser_draw_with_the_same_vega() -> None:
    import vl_convert

    lite = NPM_PACKAGES["node_modules/vega-lite"]["version"]
    assert NPM_PACKAGES["node_modules/vega"]["version"] == vl_convert.get_vega_version()
    assert NPM_PACKAGES["node_modules/vega-embed"]["version"] == vl_convert.get_vega_embed_version()
    assert lite.rpartition(".")[0] == vl_convert.get_vegalite_versions()[-1]
