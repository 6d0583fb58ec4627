"""The audit: licenses, pins and advisories; and the notices of all that is shipped."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from pipeline import audit, commands, components, notices
from pipeline.audit import Package
from pipeline.progress import BuildError

PARTS = components.shipped(["vega", "vega-interpreter", "pyodide"])
REQUIREMENTS = "jinja2==3.1.6 \\\n    --hash=sha256:aa\nMarkup_Safe==3.0.4 ; python_version < '4' \\\n    --hash=sha256:bb\n"
LOCK = json.dumps({"packages": {"": {"name": "us"}, "node_modules/a/node_modules/@b/c": {"version": "1.2.3", "integrity": "sha512-x"}}})
PACKAGES = [Package("PyPI", "jinja2", "3.1.6"), Package("npm", "vega", "6.2.0")]


def advisory(ecosystem: str, name: str, **affected: Any) -> dict[str, Any]:
    return {"id": "GHSA-1", "affected": [{"package": {"ecosystem": ecosystem, "name": name}, **affected}]}


def within(*events: dict[str, str], kind: str = "SEMVER") -> dict[str, Any]:
    return {"ranges": [{"type": kind, "events": list(events)}]}


def test_every_component_has_a_license_and_its_text() -> None:
    assert audit.license_faults(PARTS) == []
    assert {part.name for part in PARTS} >= {"cpython", "jinja2", "markupsafe", "mkdocs-material", "pyodide", "rxjs", "vega"}
    named = components.Component("a", "1", "Proprietary", "npm", "All rights reserved.")
    assert len(audit.license_faults([named])) == 2


def test_notices_have_each_license_text_once() -> None:
    text = notices.notices(PARTS)
    for part in PARTS:
        assert text.count(part.text.strip()) >= 1, part.name
        assert f"{part.name} {part.version}".strip() in text
    apache = next(part.text for part in PARTS if part.name == "vega")
    assert text.count(apache.strip()) == 1
    assert "vega 6.2.0, vega-interpreter 2.2.1" in text


def test_every_license_text_of_ours_is_used() -> None:
    used = {part.text for part in PARTS}
    assert [path.name for path in components.LICENSES.glob("*.txt") if path.read_text("utf-8") not in used] == []


def test_bill_of_materials_names_each_component_once() -> None:
    bill = notices.materials(PARTS)
    refs = [str(entry["bom-ref"]) for entry in bill["components"]]  # type: ignore[attr-defined]
    assert refs == [part.purl for part in PARTS]
    assert len(set(refs)) == len(refs)
    depends = {entry["ref"]: entry["dependsOn"] for entry in bill["dependencies"]}  # type: ignore[attr-defined]
    assert "pkg:generic/cpython@3.14.2" in depends[next(part.purl for part in PARTS if part.name == "pyodide")]
    assert sorted(ref for inside in depends.values() for ref in inside) == sorted(refs)


def test_package_without_a_license_text_stops_the_build(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    (tmp_path / "bare" / "package.json").write_text('{"version": "1", "license": "MIT"}', "utf-8")
    monkeypatch.setattr(components, "NODE_MODULES", tmp_path)
    monkeypatch.setattr(components, "FONTS", ())
    with pytest.raises(BuildError, match="bare is in the scripts and has no license text"):
        components.shipped(["bare"])


def test_lock_files_of_the_project_have_hashes() -> None:
    texts = [path.read_text("utf-8") for path in audit.LOCKS]
    assert audit.pin_faults(*texts) == []
    assert len(audit.locked(*texts)) > 200


def test_locked_packages_are_read_from_both_files() -> None:
    assert audit.pin_faults(REQUIREMENTS, LOCK) == []
    assert audit.locked(REQUIREMENTS, LOCK) == [
        Package("PyPI", "jinja2", "3.1.6"),
        Package("PyPI", "markup-safe", "3.0.4"),
        Package("npm", "@b/c", "1.2.3"),
    ]


def test_package_without_version_or_hash_is_reported() -> None:
    bare = json.dumps({"packages": {"node_modules/a": {"version": "1"}}})
    assert audit.pin_faults("jinja2>=3\n", bare) == [
        "requirements.txt: jinja2>=3 has no exact version",
        "requirements.txt: jinja2>=3 has no hash",
        "package-lock.json: node_modules/a has no hash",
    ]


@pytest.mark.parametrize(
    ("entry", "affected"),
    [
        ({"versions": ["3.1.5", "3.1.6"]}, True),
        ({"versions": ["3.1.5"]}, False),
        (within({"introduced": "0"}, {"fixed": "3.1.7"}), True),
        (within({"introduced": "0"}, {"fixed": "3.1.6"}), False),
        (within({"introduced": "3.1.10"}), False),
        (within({"introduced": "0"}, {"last_affected": "3.1.6"}), True),
        (within({"introduced": "0"}, {"fixed": "3.0"}, {"introduced": "3.1"}, {"fixed": "3.2.0-beta.1"}), True),
        (within({"introduced": "0"}, kind="GIT"), False),
    ],
)
def test_advisory_affects_the_versions_that_it_names(entry: dict[str, Any], affected: bool) -> None:
    assert audit.is_affected("3.1.6", entry) is affected


def test_advisories_are_read_from_json_and_zip(tmp_path: Path) -> None:
    ours = advisory("PyPI", "jinja2", versions=["3.1.6"])
    others = [advisory("npm", "jinja2", versions=["3.1.6"]), advisory("npm", "vega", **within({"introduced": "7"}))]
    (tmp_path / "list.json").write_text(json.dumps([ours, *others]), "utf-8")
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("GHSA-1.json", json.dumps(ours))
    for name in ("list.json", "all.zip"):
        assert audit.known_from(tmp_path / name, PACKAGES) == ["PyPI: jinja2 3.1.6 is affected by GHSA-1"]


@pytest.mark.parametrize("text", ["no JSON", '[{"affected": [{}]}]', "[3]"])
def test_other_file_is_refused_as_advisories(tmp_path: Path, text: str) -> None:
    (tmp_path / "list.json").write_text(text, "utf-8")
    with pytest.raises(BuildError, match="not a file of advisories"):
        audit.known_from(tmp_path / "list.json", PACKAGES)


def test_audit_says_when_advisories_are_out_of_reach(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(audit, "OSV", "http://127.0.0.1:9/")
    monkeypatch.setattr(commands.editions, "make_parts", lambda: None)
    monkeypatch.setattr(notices, "components", lambda: PARTS)
    with pytest.raises(SystemExit) as ended:
        commands.audit(None)
    assert ended.value.code == commands.NOT_LOOKED_UP
    assert "could not be looked up" in capsys.readouterr().out
    (tmp_path / "list.json").write_text(json.dumps([advisory("PyPI", "jinja2", **within({"introduced": "0"}))]), "utf-8")
    with pytest.raises(BuildError, match="jinja2"):
        commands.audit(str(tmp_path / "list.json"))
    (tmp_path / "list.json").write_text("[]", "utf-8")
    commands.audit(str(tmp_path / "list.json"))
    assert "No known vulnerability" in capsys.readouterr().out
