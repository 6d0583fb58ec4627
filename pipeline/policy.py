"""The Content-Security-Policy and the other headers of the site: written into every page, and as settings for web servers.

A page's policy allows its inline scripts by their hashes. All pages of an edition have the same policy, since instant navigation puts the
content of one page into another.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from .progress import BuildError

HEADERS_FILE = "_headers"
"""For hosts that read it from the site's root, such as Netlify and Cloudflare Pages. They do not serve it."""
EMBED = "embed"
"""The folder of the pages that other sites may show in a frame."""

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""Headers of every response, apart from its policy."""

Directives = dict[str, tuple[str, ...]]

HOSTED: Directives = {
    "default-src": ("'self'",),
    "script-src": ("'self'", "'wasm-unsafe-eval'"),
    "style-src": ("'self'",),
    "img-src": ("'self'", "data:"),
    "font-src": ("'self'",),
    "connect-src": ("'self'",),
    "worker-src": ("'self'",),
    "manifest-src": ("'self'",),
    "frame-src": ("'self'",),
    "object-src": ("'none'",),
    "base-uri": ("'none'",),
    "form-action": ("'none'",),
}
"""Firefox fetches the next page in advance, for which only default-src counts. A calculator for other sites is previewed in a frame."""

FOLDER: Directives = {
    **HOSTED,
    "default-src": ("'none'",),
    "font-src": ("data:",),
    "connect-src": ("'none'",),
    "worker-src": ("blob:",),
    "manifest-src": ("'none'",),
}
"""In the folder, fonts are in the style sheet, a worker starts from a Blob, and a frame keeps the workbook. Nothing is fetched."""

_SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL)
_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>", re.DOTALL)
_TAG = re.compile(r"<[a-z](?:\"[^\"]*\"|'[^']*'|[^'\">])*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\s([a-z-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]*)""", re.IGNORECASE)
_CHARSET = re.compile(r'<meta charset="utf-8">')


def write_policy(site: Path, edition: Literal["hosted", "folder"]) -> str:
    """Write the policy into every page of a finished edition, and return it. The text of no inline script may change later.

    Raises:
        BuildError: when a page has what no policy without exceptions allows, such as a style attribute, or no place for the policy.
    """
    pages = {path: path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}
    for path, text in pages.items():
        if fault := forbidden(text):
            raise BuildError(f"{path.relative_to(site)}: the site's policy forbids style attributes and inline event handlers: {fault}")
    policy = policy_of(pages.values(), HOSTED if edition == "hosted" else FOLDER)
    element = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    for path, text in pages.items():
        changed, count = _CHARSET.subn(lambda charset: charset[0] + element, text, count=1)
        if count != 1:
            raise BuildError(f'{path.relative_to(site)} has no <meta charset="utf-8">, after which its policy belongs')
        path.write_text(changed, "utf-8")
    return policy


def policy_of(pages: Iterable[str], directives: Directives) -> str:
    """Return a policy for pages: the directives, with the hashes of all inline scripts and style elements."""
    scripts, styles = set[str](), set[str]()
    for page in pages:
        scripts |= {_hash(script["text"]) for script in _SCRIPT.finditer(page) if _runs_inline(script["attributes"])}
        styles |= {_hash(style) for style in _STYLE.findall(_SCRIPT.sub("", page))}
    hashes = {"script-src": sorted(scripts), "style-src": sorted(styles)}
    return "; ".join(" ".join((name, *sources, *hashes.get(name, ()))) for name, sources in directives.items())


def forbidden(page: str) -> str | None:
    """Return the first tag of a page with a style attribute, an inline event handler or a script as its address."""
    for tag in _TAG.findall(_SCRIPT.sub("", page)):
        for name, value in _ATTRIBUTE.findall(tag):
            if name.lower() == "style" or name.lower().startswith("on") or value.strip("\"' ").lower().startswith("javascript:"):
                return str(tag)
    return None


def write_headers(site: Path, policy: str) -> None:
    """Write the headers of the hosted edition for hosts that read them from the site's root.

    For any path, a single rule has the policy: of several, one host takes the last, and another joins them into one that forbids frames.
    """
    folders = sorted(path.name for path in site.iterdir() if path.is_dir() and path.name != EMBED)
    files = sorted(path.name for path in site.iterdir() if path.is_file() and path.suffix in {".html", ".js"})
    lines = ["/*", *(f"  {name}: {value}" for name, value in HEADERS.items())]
    for path in ("", *files, *(f"{folder}/*" for folder in folders)):
        lines += [f"/{path}", f"  Content-Security-Policy: {policy}; frame-ancestors 'none'"]
    lines += [f"/{EMBED}/*", f"  Content-Security-Policy: {policy}; frame-ancestors *"]
    (site / HEADERS_FILE).write_text("\n".join(lines) + "\n", "utf-8")


def headers_for(path: str, rules: str) -> dict[str, str]:
    """Return the headers that the rules of a _headers file give a path, such as "/start/", joined where several rules have the same one."""
    headers: dict[str, str] = {}
    matches = False
    for line in rules.splitlines():
        if not line.startswith(" "):
            matches = path.startswith(line[:-1]) if line.endswith("*") else path == line
        elif matches:
            name, _, value = line.strip().partition(": ")
            headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


def write_examples(folder: Path, policy: str) -> None:
    """Write the same headers as settings for nginx, Caddy and Apache."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in examples(policy).items():
        (folder / name).write_text(text, "utf-8")


def examples(policy: str) -> dict[str, str]:
    """Return the content of the settings for each web server, by the name of the file."""
    inside, embedded = (f"{policy}; frame-ancestors {ancestors}" for ancestors in ("'none'", "*"))
    common = HEADERS.items()
    nginx = [
        "# In the context http:",
        "map $uri $ultimate_gig_policy {",
        f'    default "{inside}";',
        f'    ~/{EMBED}/ "{embedded}";',
        "}",
        "# In the location of the site:",
        *(f'add_header {name} "{value}" always;' for name, value in common),
        "add_header Content-Security-Policy $ultimate_gig_policy always;",
    ]
    caddy = [
        "# In the site's block:",
        f"@embedded path */{EMBED}/*",
        f"@inside not path */{EMBED}/*",
        "header {",
        *(f'\t{name} "{value}"' for name, value in common),
        "}",
        f'header @inside Content-Security-Policy "{inside}"',
        f'header @embedded Content-Security-Policy "{embedded}"',
    ]
    apache = [
        "# As .htaccess at the root of the site, or in its <Directory>. Needs mod_headers.",
        *(f'Header always set {name} "{value}"' for name, value in common),
        f'Header always set Content-Security-Policy "{inside}"',
        f'<If "%{{REQUEST_URI}} =~ m#/{EMBED}/#">',
        f'    Header always set Content-Security-Policy "{embedded}"',
        "</If>",
    ]
    made = {"nginx.conf": nginx, "Caddyfile": caddy, "apache.htaccess": apache}
    return {name: "\n".join(lines) + "\n" for name, lines in made.items()}


def _runs_inline(attributes: str) -> bool:
    """Return whether a script element's text is run: not one with an address, and no block of data."""
    kind = re.search(r"""\btype=["']?([^"'\s>]+)""", attributes)
    return not re.search(r"\bsrc\s*=", attributes) and (kind is None or kind[1] in {"module", "text/javascript"})


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}'"
