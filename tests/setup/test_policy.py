"""The site's policy: the hashes of what is inline, what the build refuses, and one policy for each address."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import policy
from pipeline.progress import BuildError

PAGE = '<!doctype html><meta charset="utf-8"><title>A page</title><script>alert(1)</script><style>p{}</style>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("index.html", "start/index.html", "embed/equalizer/index.html", "assets/page.js"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(PAGE if name.endswith("html") else "", "utf-8")
    return tmp_path


def sources(text: str, directive: str) -> list[str]:
    return next(part.split()[1:] for part in text.split("; ") if part.split()[0] == directive)


def test_inline_scripts_are_allowed_by_their_hashes() -> None:
    """Data, scripts with an address and comments within other scripts are not."""
    data = '<script type="application/json">{}</script><script src="a.js"></script>'
    pages = [PAGE, data, "<script>const a = '<style>b{}</style>'</script>"]
    text = policy.policy_of(pages, policy.HOSTED)
    hashed = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"
    assert hashed in sources(text, "script-src")
    assert len(sources(text, "script-src")) == len(policy.HOSTED["script-src"]) + 2
    assert len(sources(text, "style-src")) == len(policy.HOSTED["style-src"]) + 1


@pytest.mark.parametrize(("edition", "directives"), [("hosted", policy.HOSTED), ("folder", policy.FOLDER)])
def test_no_edition_makes_an_exception(edition: str, directives: policy.Directives) -> None:
    every = {source for sources in directives.values() for source in sources}
    assert not every & {"'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "*", "https:", "http:", "file:"}
    assert directives["object-src"] == directives["base-uri"] == directives["form-action"] == ("'none'",)
    assert ("blob:" in every) == (edition == "folder")


@pytest.mark.parametrize("tag", ['<p class="a" style="x">', "<td STYLE=color:red>", "<a onclick=x()>", '<a href=" javascript:x()">'])
def test_build_refuses_what_the_policy_forbids(site: Path, tag: str) -> None:
    (site / "index.html").write_text(f"{PAGE}{tag}", "utf-8")
    with pytest.raises(BuildError, match=r"index\.html: the site's policy forbids"):
        policy.write_policy(site, "hosted")


@pytest.mark.parametrize(
    "tag", ["<p title=\"style=1\" data-style='x' data-on=y>", '<p title=\'a "onx=2" style="\'>', "<script>a.style = b</script>"]
)
def test_other_attributes_are_not_refused(tag: str) -> None:
    assert policy.forbidden(f"{PAGE}{tag}") is None


def test_every_page_has_the_same_policy_before_any_script(site: Path) -> None:
    text = policy.write_policy(site, "hosted")
    for page in site.rglob("*.html"):
        written = page.read_text("utf-8")
        assert written.index(f'content="{text}"') < written.index("<script")


def test_page_without_a_place_for_the_policy_is_refused(site: Path) -> None:
    (site / "start" / "index.html").write_text("<p>A page", "utf-8")
    with pytest.raises(BuildError, match="no <meta charset"):
        policy.write_policy(site, "hosted")


def test_only_the_pages_to_embed_may_be_in_frames(site: Path) -> None:
    policy.write_headers(site, "default-src 'none'")
    rules = (site / policy.HEADERS_FILE).read_text("utf-8")
    for path in ("/", "/index.html", "/start/", "/assets/page.js"):
        headers = policy.headers_for(path, rules)
        assert headers.pop("Content-Security-Policy") == "default-src 'none'; frame-ancestors 'none'"
        assert headers == policy.HEADERS
    embedded = policy.headers_for("/embed/equalizer/", rules)
    assert embedded["Content-Security-Policy"] == "default-src 'none'; frame-ancestors *"


def test_every_web_server_gets_both_policies() -> None:
    for name, text in policy.examples("default-src 'none'").items():
        assert "default-src 'none'; frame-ancestors 'none'" in text, name
        assert "default-src 'none'; frame-ancestors *" in text, name
        assert all(value in text for value in policy.HEADERS.values()), name
