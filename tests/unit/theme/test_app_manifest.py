"""The manifest and the icons of the installed site."""

from __future__ import annotations

import json
import struct
import zlib
from pathlib import Path

import pytest

from theme.mkdocs import app_manifest

BACKGROUND = bytes.fromhex(app_manifest.COLOR.removeprefix("#"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    app_manifest.write_app(folder, "Ultimate Gig", "A free course")
    return folder


def pixels(path: Path) -> list[list[bytes]]:
    """The rows of a PNG with 8 bits of red, green, blue and alpha for each pixel."""
    content, place, packed = path.read_bytes(), 8, b""
    width = struct.unpack(">I", content[16:20])[0]
    while place < len(content):
        length, kind = struct.unpack(">I4s", content[place : place + 8])
        packed += content[place + 8 : place + 8 + length] if kind == b"IDAT" else b""
        place += length + 12
    raw, rows, above = zlib.decompress(packed), [], bytearray(4 * width)
    for start in range(0, len(raw), 4 * width + 1):
        row = bytearray(raw[start + 1 : start + 1 + 4 * width])
        for i in range(len(row)):
            left, corner = (row[i - 4], above[i - 4]) if i >= 4 else (0, 0)
            row[i] = (row[i] + _predicted(raw[start], left, above[i], corner)) & 255
        rows.append([bytes(row[i : i + 4]) for i in range(0, len(row), 4)])
        above = row
    return rows


def _predicted(kind: int, left: int, up: int, corner: int) -> int:
    """The prediction of PNG's five filters."""
    estimate = left + up - corner
    nearest = min((left, up, corner), key=lambda value: abs(estimate - value))
    return (0, left, up, (left + up) // 2, nearest)[kind]


def test_every_icon_has_the_size_that_the_manifest_says(site: Path) -> None:
    manifest = json.loads((site / app_manifest.MANIFEST).read_text("utf-8"))
    drawn = [icon for icon in manifest["icons"] if icon["type"] == "image/png"]
    assert sorted((icon["sizes"], icon["purpose"]) for icon in drawn) == [
        (sizes, purpose) for sizes in ("192x192", "512x512") for purpose in ("any", "maskable")
    ]
    for icon in drawn:
        width, height = struct.unpack(">II", (site / icon["src"]).read_bytes()[16:24])
        assert f"{width}x{height}" == icon["sizes"]


def test_addresses_of_the_manifest_stay_in_the_site(site: Path) -> None:
    manifest = json.loads((site / app_manifest.MANIFEST).read_text("utf-8"))
    urls = [manifest["start_url"], manifest["scope"], *(entry["url"] for entry in manifest["shortcuts"])]
    urls += [icon["src"] for icon in manifest["icons"]]
    assert [url for url in urls if url.startswith(("/", "http", ".."))] == []


def test_maskable_icon_draws_within_the_safe_circle(site: Path) -> None:
    """A mask may cut anything outside of a circle with 80% of the width as its diameter, and leaves no corner transparent."""
    rows = pixels(site / app_manifest.ICONS / "maskable-192.png")
    center, safe = 95.5, 0.4 * 192
    places = ((x, y, pixel) for y, row in enumerate(rows) for x, pixel in enumerate(row))
    outside = {pixel for x, y, pixel in places if (x - center) ** 2 + (y - center) ** 2 > (safe + 1) ** 2}
    assert outside == {BACKGROUND + b"\xff"}
    assert len({pixel for row in rows for pixel in row}) > 3, "and the drawing is in it"
    assert {pixel[3] for row in rows for pixel in row} == {255}


def test_icon_without_a_background_is_refused() -> None:
    with pytest.raises(ValueError, match="background"):
        app_manifest.maskable("<svg></svg>")
