"""Pyodide without dead code does what the published one does, and is smaller; see decision 39."""

from __future__ import annotations

import json
import shutil
import subprocess
from functools import reduce
from pathlib import Path

import pytest

from pipeline.dead_code import SCRIPT, build_pyodide
from pipeline.environment import NODE_MODULES, node
from pipeline.progress import ROOT

COMPARE = Path(__file__).with_name("compare_pyodides.mjs")
PUBLISHED = NODE_MODULES / "pyodide"
SIZES = """
const wasm = new WebAssembly.Module(require("fs").readFileSync(process.argv[1]));
console.log(JSON.stringify([WebAssembly.Module.exports(wasm).length, WebAssembly.Module.imports(wasm).map(({ name }) => name)]));
"""


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, object]]:
    """What the published Pyodide and ours answered."""
    file = tmp_path_factory.mktemp("pyodides") / "answers.json"
    build_pyodide()
    subprocess.run([node(), COMPARE, file], check=True, timeout=120)
    result: list[dict[str, object]] = json.loads(file.read_text("utf-8"))
    return result


def test_both_pyodides_answer_the_same(answers: list[dict[str, object]]) -> None:
    published, ours = answers
    assert len(published) > 20
    assert ours == published


def test_statements_did_what_they_should(answers: list[dict[str, object]]) -> None:
    """Where both fail alike, the comparison would say nothing."""
    published, _ = answers
    assert published["arithmetic"] == [pow(2, 200, 97), -4, 2.67, 1, 0.3286267594591274]
    assert published["loops"] == reduce(lambda total, i: (total * 31 + i) % 1_000_003, range(200_000), 0)
    assert published["objects to Python"] == "{'a': [1, 2.5, 'é', jsnull], 'b': {'c': True}}"
    assert published["promises"] == "waited"
    assert published["errors of JavaScript"] == "RangeError: too far"
    assert published["modules of JavaScript"] == 9
    assert not [said for said in published.values() if "PythonError" in str(said)]


def test_few_exports_and_no_library_for_graphics_are_left() -> None:
    made = build_pyodide()
    exports, imports = json.loads(subprocess.check_output([node(), "-e", SIZES, made / "pyodide.asm.wasm"], encoding="utf-8"))
    assert exports < 400
    assert not [name for name in imports if "gl" in name.lower().split("_") or name.startswith("emscripten_gl")]
    script = (made / "pyodide.asm.mjs").read_text("utf-8")
    assert "bindTexture" not in script
    assert len(script) < 400_000


def test_script_of_another_form_is_an_error(tmp_path: Path) -> None:
    """As when a later Pyodide writes its script otherwise: it must not be cut wrongly."""
    here, packages = tmp_path / "pipeline" / "node", tmp_path / "node_modules"
    shutil.copytree(SCRIPT.parent, here)
    shutil.copytree(ROOT / "theme" / "scripts" / "runtime", tmp_path / "theme" / "scripts" / "runtime")
    shutil.copytree(PUBLISHED, packages / "pyodide")
    for package in ("binaryen", "terser", "wasmparser"):
        (packages / package).symlink_to(NODE_MODULES / package)
    script = packages / "pyodide" / "pyodide.asm.mjs"
    script.write_text(script.read_text("utf-8").replace("wasmExports[", "wasmExported["), "utf-8")
    done = subprocess.run([node(), here / SCRIPT.name, tmp_path], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert "has no statements of the form" in done.stderr
    assert "decision 39" in done.stderr
    assert not (tmp_path / "pyodide.asm.wasm").exists()
