"""Files of every bilingual format, and pairs of Word documents, made up from a seed; and files that were damaged.

`make(form, seed)` gives the bytes of a sound file and the texts in it as a reader sees them: Chinese and English by turns.
`damage(data, rng)` gives the bytes after a few random changes.
"""

from __future__ import annotations

import csv
import io
import random
import re
import zipfile
from typing import NamedTuple
from xml.sax.saxutils import escape

ENDINGS = {
    "xliff1": ".xlf",
    "xliff2": ".xliff",
    "tmx": ".tmx",
    "po": ".po",
    "csv": ".csv",
    "tsv": ".tsv",
    "docx": ".docx",
}
ENGLISH = (
    'The bank said R&D rose 5% to US$3.4 billion < last year\'s "peak" ; it’s over, he said: “So far” (ASML) \\ {x} 中'
).split(" ")
CHINESE = "银行 表示 研发 投入 增长 5% 至 34亿美元 ， 低于 去年 的 “峰值” ； R&D < 阿斯麦 （ASML） 。".split(" ")
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CODES = {
    "xliff1": (
        ('<g id="1">', "</g>"),
        ('<bpt id="1">&lt;b&gt;</bpt>', '<ept id="1">&lt;/b&gt;</ept>'),
        ('<bx id="1"/>', '<ex id="1"/>'),
    ),
    "xliff2": (
        ('<pc id="1">', "</pc>"),
        ('<sc id="1"/>', '<ec startRef="1"/>'),
        ('<mrk id="m" type="term">', "</mrk>"),
    ),
    "tmx": (('<hi x="1">', "</hi>"), ('<bpt i="1">&lt;b&gt;</bpt>', '<ept i="1">&lt;/b&gt;</ept>'), ("<ut>x</ut>", "")),
}
DAMAGE = (
    "<",
    ">",
    "&",
    '"',
    "'",
    "\\",
    "\n",
    "\r",
    "\0",
    "]]>",
    "<![CDATA[",
    "<!--",
    "&#0;",
    "&x;",
    "<seg>",
    "</target>",
    'msgid "',
    ",",
    ";",
    "\t",
    "#~ ",
    "中",
    "\ufeff",
)


class Made(NamedTuple):
    """A file, and the texts in it."""

    data: bytes
    pairs: list[tuple[str, str]]


def make(form: str, seed: int) -> Made:
    """A file of the format `form`, one of `ENDINGS`."""
    rng = random.Random(f"{form} {seed}")
    pairs = [(_words(rng, CHINESE, ""), _words(rng, ENGLISH, " ")) for _ in range(rng.randint(1, 9))]
    end = rng.choice(["\n", "\n", "\r\n"])
    text = _MAKERS[form](rng, pairs, end)
    if isinstance(text, bytes):
        return Made(text, pairs)
    encoding = rng.choice(["utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16"])
    return Made(text.encode(encoding), pairs)


def damage(data: bytes, rng: random.Random) -> bytes:
    """The bytes with a few changes: pieces cut out, doubled, exchanged, overwritten or put in, words and tags swapped."""
    out = bytearray(data)
    for _ in range(rng.choice([1, 1, 1, 2, 3, 8])):
        a, b = sorted(rng.randrange(len(out) + 1) for _ in range(2))
        b = min(b, a + rng.choice([1, 1, 4, 40, 400]))
        match rng.randrange(8):
            case 0:
                del out[a:b]
            case 1:
                out[a:a] = out[a:b] * rng.choice([1, 1, 2, 50])
            case 2:
                out[a:b] = rng.randbytes(b - a)
            case 3:
                out[a:a] = rng.choice(DAMAGE).encode()
            case 4:
                out[a:b] = rng.choice(DAMAGE).encode()
            case _:
                out = _swapped(out, rng)
    return bytes(out)


def _swapped(data: bytearray, rng: random.Random) -> bytearray:
    """Two pieces of one sort exchanged, one left out or one doubled: words, lines, or tags with what is between them."""
    sort = rng.choice(
        [rb"[A-Za-z]{2,}", rb"[^\n]*\n", rb"<(\w+)[^<>]*>[^<>]*</\1>", rb"<[^<>]*/>", rb">[^<>]+<", rb'="[^"]*"']
    )
    found = list(re.finditer(sort, data))
    if not found:
        return data
    one, other = sorted((rng.choice(found), rng.choice(found)), key=lambda match: match.start())
    first, second = rng.choice([(other[0], one[0]), (b"", other[0]), (one[0] * 2, other[0])])
    if one is other:
        return data[: one.start()] + first + data[one.end() :]
    return data[: one.start()] + first + data[one.end() : other.start()] + second + data[other.end() :]


def damaged_docx(data: bytes, rng: random.Random) -> bytes:
    """A Word document with damage to the archive, or to a part that stays well packed."""
    if rng.random() < 0.3:
        return damage(data, rng)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, damage(part, rng) if rng.random() < 0.5 else part)
    return out.getvalue()


def _words(rng: random.Random, words: list[str], space: str) -> str:
    """Words that begin and end with a letter, so that no white space at an edge is in doubt."""
    return space.join([words[0], *rng.choices(words, k=rng.randint(1, 12)), words[1]])


def _inline(rng: random.Random, text: str, form: str) -> str:
    """Text written down in XML, with codes around some of it, entities, and now and then a CDATA section."""
    if rng.random() < 0.1:
        return f"<![CDATA[{text}]]>"
    start, end = rng.choice(CODES[form])
    cut = rng.randrange(len(text) + 1)
    head, tail = text[:cut], text[cut:]
    spell = rng.choice([escape, escape, lambda part: escape(part, {'"': "&quot;", "中": "&#x4E2D;"})])
    if rng.random() < 0.5:
        return spell(head) + start + spell(tail) + end
    return spell(text) + rng.choice(["", "<!-- c -->", "<?x y?>"])


def _xliff1(rng: random.Random, pairs: list[tuple[str, str]], end: str) -> str:
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">',
    ]
    lines.append('<file original="a" source-language="zh-CN" target-language="en-GB" datatype="plaintext"><body>')
    for n, (zh, en) in enumerate(pairs):
        state = rng.choice(["", ' state="final"', ' state="translated" xml:space="preserve"'])
        lines += [f'<trans-unit id="{n}">', f"<source>{_inline(rng, zh, 'xliff1')}</source>"]
        lines.append(f"<target{state}>{_inline(rng, en, 'xliff1')}</target>")
        lines += rng.choice(
            [[], ["<note>看 &amp; check</note>"], ["<alt-trans><source>x</source><target>y</target></alt-trans>"]]
        )
        lines.append("</trans-unit>")
    return end.join([*lines, "</body></file></xliff>", ""])


def _xliff2(rng: random.Random, pairs: list[tuple[str, str]], end: str) -> str:
    lines = [
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="zh" trgLang="en"><file id="f">'
    ]
    for n, (zh, en) in enumerate(pairs):
        state = rng.choice(["", ' state="final"'])
        lines += [f'<unit id="u{n}">', rng.choice(["", "<notes><note>n</note></notes>"])]
        lines.append(f"<segment{state}><source>{_inline(rng, zh, 'xliff2')}</source>")
        lines += [f"<target>{_inline(rng, en, 'xliff2')}</target></segment>", "</unit>"]
    return end.join([*lines, "</file></xliff>", ""])


def _tmx(rng: random.Random, pairs: list[tuple[str, str]], end: str) -> str:
    lines = [
        '<?xml version="1.0"?>',
        '<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
        '<tmx version="1.4"><header srclang="zh"/><body>',
    ]
    for zh, en in pairs:
        both = [f'<tuv xml:lang="zh-CN"><seg>{_inline(rng, zh, "tmx")}</seg></tuv>']
        both.append(f'<tuv xml:lang="en"><seg>{_inline(rng, en, "tmx")}</seg></tuv>')
        rng.shuffle(both)
        lines += ["<tu>", *both, "</tu>"]
    return end.join([*lines, "</body></tmx>", ""])


def _po(rng: random.Random, pairs: list[tuple[str, str]], end: str) -> str:
    lines = ['msgid ""', 'msgstr ""', '"Language: en\\n"', '"Content-Type: text/plain; charset=UTF-8\\n"', ""]
    for zh, en in pairs:
        lines += rng.choice([[], ["# note"], ["#: a.html:3", "#, fuzzy"], ['#~ msgid "old"', '#~ msgstr "old"', ""]])
        lines += [*_string(rng, "msgid", zh), *_string(rng, "msgstr", en), ""]
    return end.join(lines)


def _string(rng: random.Random, key: str, text: str) -> list[str]:
    cut = rng.randrange(len(text) + 1)
    parts = [text] if rng.random() < 0.5 else ["", text[:cut], text[cut:]]
    quoted = ['"' + part.replace("\\", "\\\\").replace('"', '\\"') + '"' for part in parts]
    return [f"{key} {quoted[0]}", *quoted[1:]]


def _csv(rng: random.Random, pairs: list[tuple[str, str]], end: str, mark: str = ",") -> str:
    out = io.StringIO()
    quoting = rng.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
    writer = csv.writer(out, delimiter=mark, lineterminator=end, quoting=quoting)
    names = rng.choice([("zh", "en"), ("source", "target"), ("中文", "English"), ("zh-Hans", "en-US")])
    writer.writerow(["id", *names])
    writer.writerows((n, *pair) for n, pair in enumerate(pairs))
    return out.getvalue()


def _tsv(rng: random.Random, pairs: list[tuple[str, str]], end: str) -> str:
    return _csv(rng, pairs, end, "\t")


def _docx(rng: random.Random, pairs: list[tuple[str, str]], end: str) -> bytes:
    """The English alone."""
    body = "".join(_paragraph(rng, en) for _, en in pairs)
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    address = 'Target="https://example.org/?a=1&amp;b=2" TargetMode="External"'
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": _relation("r", "officeDocument", 'Target="word/document.xml"'),
        "word/_rels/document.xml.rels": _relation("l", "hyperlink", address),
        "word/document.xml": f'<?xml version="1.0"?>{end}<w:document {space} xmlns:r="{OFFICE}"><w:body>{body}</w:body>'
        "</w:document>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def _relation(name: str, kind: str, target: str) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    relation = f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" {target}/>'
    return f'<Relationships xmlns="{space}">{relation}</Relationships>'


def _paragraph(rng: random.Random, text: str) -> str:
    cut = rng.randrange(len(text) + 1)
    runs = [
        f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{escape(part)}</w:t></w:r>'
        for part in (text[:cut], text[cut:])
    ]
    if rng.random() < 0.3:
        runs[1] = f'<w:hyperlink r:id="l">{runs[1]}</w:hyperlink>'
    inner = f"<w:p>{''.join(runs)}</w:p>"
    return rng.choice(["{}", "{}", "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"]).format(inner)


_MAKERS = {"xliff1": _xliff1, "xliff2": _xliff2, "tmx": _tmx, "po": _po, "csv": _csv, "tsv": _tsv, "docx": _docx}
