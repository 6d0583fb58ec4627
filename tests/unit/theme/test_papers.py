"""Papers as text and as OpenDocument files."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree as ET

from theme.mkdocs.papers import Block, Run, as_odt, as_text, paper

PAGE = """<h1>Receipt</h1><p>How to use it</p>
<div class="ug-paper">
<h2 id="receipt">Receipt<a class="headerlink" href="#receipt">#</a></h2>
<p><strong>Paid by</strong> ……<br>
for A &amp; B</p>
<ul><li>in cash</li></ul><ol><li>One</li><li>Two</li></ol>
<div><table><thead><tr><th>What</th><th>Amount</th></tr></thead><tbody><tr><td></td><td>$1</td></tr></tbody></table></div>
</div><p>After it</p>"""

BLOCKS = (
    Block("heading", (Run("Receipt"),)),
    Block("paragraph", (Run("Paid by", bold=True), Run(" ……"), Run("\n"), Run("for A & B"))),
    Block("item", (Run("in cash"),)),
    Block("item", (Run("One"),), number=1),
    Block("item", (Run("Two"),), number=2),
    Block("table", rows=(("What", "Amount"), ("", "$1"))),
)


def test_a_paper_is_read_without_the_page_around_it() -> None:
    assert paper(PAGE) == BLOCKS
    assert paper("<h1>No paper</h1><p>here</p><table><tr><td>1</td></tr></table>") == ()


def test_text_has_underscores_to_fill_in_and_aligned_tables() -> None:
    table = "What       | Amount\n-----------+-----------\n           | $1"
    assert as_text(BLOCKS) == f"RECEIPT\n\nPaid by ____\nfor A & B\n\n- in cash\n1. One\n2. Two\n\n{table}\n"


def test_open_document_starts_with_its_stored_type() -> None:
    """Programs recognize the file by its first bytes: an uncompressed entry named mimetype."""
    archive = zipfile.ZipFile(io.BytesIO(as_odt(BLOCKS)))
    first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert archive.read("mimetype") == b"application/vnd.oasis.opendocument.text"


def test_open_document_has_all_text_in_well_formed_files() -> None:
    archive = zipfile.ZipFile(io.BytesIO(as_odt(BLOCKS)))
    parsed = {name: ET.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith(".xml")}
    body = "".join(parsed["content.xml"].itertext()).strip()
    assert body == "ReceiptPaid by ……for A & B• in cash1. One2. TwoWhatAmount$1"
    listed = {value for entry in parsed["META-INF/manifest.xml"] for key, value in entry.attrib.items() if key.endswith("full-path")}
    assert listed == {"/", "content.xml", "styles.xml"}


def test_equal_papers_give_equal_bytes() -> None:
    assert as_odt(BLOCKS) == as_odt(paper(PAGE))
