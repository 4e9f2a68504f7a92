"""Word documents: laid out as text, one paragraph a line, and changed in the text of their runs alone."""

from __future__ import annotations

import io
import zipfile

import pytest

from toolkit.core import Article, Edit, Span
from toolkit.files import Unreadable, Unwritable
from toolkit.files.docx import parse_docx
from toolkit.files.edits import edited

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = '<Relationship Id="{}" Type="' + OFFICE + '/{}" Target="{}"/>'
LINKS = RELATION.format("a", "hyperlink", "https://example.org/?a=1&amp;b") + RELATION.format(
    "n", "footnotes", "notes.xml"
)


def docx(body: str, **parts: str) -> bytes:
    """A document of that body; `parts` are others in the folder word."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("_rels/.rels", f"<R>{RELATION.format('m', 'officeDocument', 'word/document.xml')}</R>")
        archive.writestr("word/_rels/document.xml.rels", f"<R>{LINKS}</R>")
        archive.writestr("word/document.xml", _part("document", f"<w:body>{body}</w:body>"))
        for name, part in parts.items():
            archive.writestr(f"word/{name}.xml", _part(name, part))
    return out.getvalue()


def _part(name: str, inside: str) -> str:
    return f'<w:{name} xmlns:w="{WORD}" xmlns:r="{OFFICE}">{inside}</w:{name}>'


def p(*runs: str, style: str = "") -> str:
    said = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{said}{''.join(runs)}</w:p>"


def r(text: str, space: str = ' xml:space="preserve"') -> str:
    return f"<w:r><w:t{space}>{text}</w:t></w:r>"


def read(data: bytes) -> Article:
    return parse_docx(data, "a.docx")


def body(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("word/document.xml").decode().partition("<w:body>")[2].partition("</w:body>")[0]


def changed(inside: str, words: str, text: str) -> str:
    """The body when `text` stands in place of `words`, which the layout has once."""
    data = docx(inside)
    start = read(data).raw.index(words)
    return body(edited(data, "a.docx", [Edit(Span(start, start + len(words)), text)]))


@pytest.mark.parametrize(
    ("inside", "raw", "prose"),
    [
        (p(r("R&amp;D "), r("rose.")), "R&D rose.", "R&D rose."),
        (p(r("One"), "<w:r><w:br/></w:r>", r("two.")), "One\u2028two.", "One\ntwo."),
        (p(r("One"), "<w:r><w:tab/><w:t>two.</w:t></w:r>"), "One\ttwo.", "One\ttwo."),
        (p(f'<w:hyperlink r:id="a">{r("Law")}</w:hyperlink>'), '<a href="https://example.org/?a=1&b">Law</a>', "Law"),
        (p(f'<w:hyperlink w:anchor="b">{r("Law")}</w:hyperlink>'), "Law", "Law"),
        (p(r("It fell."), '<w:r><w:footnoteReference w:id="7"/></w:r>'), "It fell.[^1]", "It fell."),
        (p(r("It "), f"<w:del>{r('not ')}</w:del>", f"<w:ins>{r('fell.')}</w:ins>"), "It fell.", "It fell."),
        (p(r(" padded ", space=""), r("so.")), "paddedso.", "paddedso."),
        (p(r("\n  ", space=""), r("so.")), "so.", "so."),
        (p("<w:r><w:instrText>PAGE</w:instrText></w:r>", r("Page.")), "Page.", "Page."),
        (p(r("x is "), "<m:oMath xmlns:m='m'><m:t>1</m:t></m:oMath>", r(".")), "x is \ufffc.", "x is \ufffc."),
    ],
)
def test_a_paragraph_is_laid_out_on_a_line(inside: str, raw: str, prose: str) -> None:
    found = read(docx(inside))
    assert found.raw == raw + "\n"
    assert [paragraph.text.prose for paragraph in found.paragraphs] == [prose]


def test_a_text_box_counts_once_and_a_content_control_is_read() -> None:
    """As LibreOffice and Word write them: a box for new readers and its fallback for old ones; text in a control."""
    box = "<w:txbxContent>" + p(r("Boxed.")) + "</w:txbxContent>"
    choice = f'<mc:Choice xmlns:mc="mc"><w:drawing>{box}</w:drawing></mc:Choice>'
    fallback = f'<mc:Fallback xmlns:mc="mc"><w:pict>{box}</w:pict></mc:Fallback>'
    either = f'<w:r><mc:AlternateContent xmlns:mc="mc">{choice}{fallback}</mc:AlternateContent></w:r>'
    control = f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{p(r('Held.'))}</w:sdtContent></w:sdt>"
    assert read(docx(p(either, r("Around.")) + control)).raw == "Around.\nBoxed.\nHeld.\n"


def test_paragraphs_have_kinds_and_notes_follow_the_body() -> None:
    table = f"<w:tbl><w:tr><w:tc>{p(r('Cell'))}</w:tc><w:tc>{p(r('Two'))}</w:tc></w:tr></w:tbl>"
    box = f"<w:r><w:pict><w:txbxContent>{p(r('Boxed words here.'))}</w:txbxContent></w:pict></w:r>"
    inside = (
        p(r("Rise"), style="Heading1") + p(r("A body of text, here."), box) + table + p(r("Item"), style="ListBullet")
    )
    notes = f'<w:footnote w:id="7">{p(r("A note of some length."))}</w:footnote>'
    found = read(
        docx(
            inside + p(r("Seen"), style="a9"),
            notes=notes,
            styles='<w:style w:styleId="a9"><w:name w:val="caption"/></w:style>',
        )
    )
    assert found.raw.split("\n") == [
        "Rise",
        "A body of text, here.",
        "Boxed words here.",
        "Cell",
        "Two",
        "Item",
        "Seen",
        "A note of some length.",
        "",
    ]
    assert [one.kind.value for one in found.paragraphs] == [
        "headline", "body", "body", "table cell", "table cell", "list item", "caption", "body",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("inside", "words", "text", "after"),
    [
        (p(r("R&amp;D fell")), "&D", "& <so>", p(r("R&amp; &lt;so&gt; fell"))),
        (p(r("the "), r("big"), r(" plan")), "e big p", "E P", p(r("thE P"), r(""), r("lan"))),
        (p(r("so", space="")), "so", "so ", p(r("so "))),
        (p(r("so", space="")), "so", "as", p(r("as", space=""))),
        (
            p(r("a"), "<w:r><w:tab/></w:r>", r("b")),
            "\t",
            " ",
            p(r("a"), '<w:r><w:t xml:space="preserve"> </w:t></w:r>', r("b")),
        ),
        (p(r("a"), "<w:r><w:tab/></w:r>", r("b")), "a\t", "x", p(r("x"), "<w:r></w:r>", r("b"))),
        (
            p(f'<w:hyperlink r:id="a">{r("Law")}</w:hyperlink>'),
            "Law",
            "Act",
            p(f'<w:hyperlink r:id="a">{r("Act")}</w:hyperlink>'),
        ),
    ],
)
def test_an_edit_goes_into_the_runs(inside: str, words: str, text: str, after: str) -> None:
    assert changed(inside, words, text) == after


@pytest.mark.parametrize("words", ["example", "\n", '">L'])
def test_what_is_no_text_of_the_document_is_not_changed(words: str) -> None:
    with pytest.raises(Unwritable, match="make that change in Word"):
        changed(p(f'<w:hyperlink r:id="a">{r("Law")}</w:hyperlink>'), words, "x")


def test_a_line_end_is_not_put_in() -> None:
    with pytest.raises(Unwritable):
        changed(p(r("Law")), "Law", "L\naw")


def test_rules_are_given_no_edit_of_a_line_break_or_a_link() -> None:
    inside = p(r("One"), "<w:r><w:br/></w:r>", f'<w:hyperlink r:id="a">{r("two")}</w:hyperlink>', r(" three"))
    text = read(docx(inside)).paragraphs[0].text
    assert text.prose == "One\ntwo three"
    assert text.edit((0, 5), "x") is None
    assert text.edit((4, 9), "x") is None
    assert text.edit((4, 7), "a\nb") is None
    assert text.edit((4, 7), "2") is not None


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"One.", "is no Word document, or a broken one; save it anew as .docx"),
        (docx("")[:-30], "is no Word document, or a broken one; save it anew as .docx"),
        (docx(""), "is empty; there is nothing to check"),
        (docx(p(r("<w:b>"))), "word/document.xml:1: is not well-formed XML"),
    ],
)
def test_what_is_no_document_is_told(data: bytes, complaint: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(data)
    assert complaint in str(caught.value)


def test_a_part_that_unpacks_to_more_than_20_mb_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (21 << 20))
    with pytest.raises(Unreadable, match="larger than 20 MB"):
        read(out.getvalue())
