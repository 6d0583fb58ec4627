"""The list of a site's files with their hashes, and the service worker that is made of it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.release import kept_sizes, write_release

FILES = {
    "index.html": "<h1>Home</h1>" * 100,
    "404.html": '<script src="/gig/assets/page.js"></script>',
    "assets/page.js": "run()",
    "papers/größe.txt": "Größe",
    "download/all-1.0.zip": "zip",
    "assets/javascripts/bundle.js.map": "{}",
    "sitemap.xml.gz": "gz",
}
NOT_KEPT = {"download/all-1.0.zip", "assets/javascripts/bundle.js.map", "sitemap.xml.gz"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path / "site"


def release_of(site: Path, code: str = "work()") -> dict[str, Any]:
    """Write the release, and return what the service worker's script begins with."""
    script = site.with_name("service-worker.0.js")
    script.write_text(code, "utf-8")
    write_release(site, script)
    head, _, rest = (site / "service-worker.js").read_text("utf-8").partition(";\n")
    assert rest == code
    release: dict[str, Any] = json.loads(head.removeprefix("self.ugRelease="))
    return release


def test_every_file_is_listed_with_its_hash(site: Path) -> None:
    release = release_of(site)
    listed = json.loads((site / "files.json").read_text("utf-8"))
    assert listed == {name: [hashlib.sha256(text.encode()).hexdigest(), len(text.encode())] for name, text in FILES.items()}
    assert release["files"] == {name: entry for name, entry in listed.items() if name not in NOT_KEPT}
    assert release["base"] == "/gig/"


def test_release_is_named_by_its_files_and_its_script(site: Path) -> None:
    first = release_of(site)
    assert release_of(site) == first, "the list and the script are not part of it"
    (site / "download" / "all-1.0.zip").write_text("another", "utf-8")
    assert release_of(site)["name"] == first["name"]
    changed = release_of(site, "work(2)")["name"]
    (site / "index.html").write_text("<h1>Newer</h1>", "utf-8")
    assert len({first["name"], changed, release_of(site)["name"]}) == 3


def test_sizes_are_of_what_is_kept(site: Path) -> None:
    stored, sent = kept_sizes(site)
    assert stored == sum(len(text.encode()) for name, text in FILES.items() if name not in NOT_KEPT)
    assert sent < stored
