"""Rules on files of both languages: codes are compared, and no cure breaks the file."""

from __future__ import annotations

import pytest

from toolkit.api import Desk, check_document, default_plan
from toolkit.core import Applicability, Document, apply
from toolkit.files.bilingual import parse_bilingual
from toolkit.lint import Run

XLIFF = '<xliff version="1.2"><file source-language="zh" target-language="en"><body>{}</body></file></xliff>'
UNIT = "<trans-unit><source>{}</source><target>{}</target></trans-unit>"
DESK = Desk()


def xliff(*units: tuple[str, str]) -> Document:
    return parse_bilingual(XLIFF.format("".join(UNIT.format(*unit) for unit in units)), "a.xlf", "xliff")


def check(document: Document) -> Run:
    return check_document(document, DESK, default_plan())


def rules(run: Run) -> list[str]:
    return [finding.rule for finding in run.findings]


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        ('部长<g id="1">同意</g>。', 'The minister <g id="1">agreed</g>.', []),
        ('部长<g id="1">同意</g>。', "The minister agreed.", ["markup/lost-reference"]),
        ('部长<x id="2"/>同意。', 'The minister <x id="2"/> agreed.', []),
        ('部长<x id="2"/>同意。', 'The minister <x id="3"/> agreed.', ["markup/lost-reference"]),
    ],
)
def test_codes_of_the_chinese_belong_into_the_english(source: str, target: str, told: list[str]) -> None:
    assert rules(check(xliff((source, target)))) == told


@pytest.mark.parametrize(
    ("form", "raw"),
    [
        (
            "po",
            'msgid "部长<a href=\\"https://example.org/a\\">同意</a>。"\nmsgstr "The minister <a href=\\"{}\\">agreed</a>."\n',
        ),
        (
            "table",
            'zh,en\n"部长<a href=""https://example.org/a"">同意</a>。","The minister <a href=""{}"">agreed</a>."\n',
        ),
        (
            "xliff",
            XLIFF.format(
                UNIT.format(
                    '部长&lt;a href="https://example.org/a"&gt;同意&lt;/a&gt;。',
                    'The minister &lt;a href="{}"&gt;agreed&lt;/a&gt;.',
                )
            ),
        ),
    ],
)
def test_addresses_are_compared_whatever_the_file_escapes(form: str, raw: str) -> None:
    assert rules(check(parse_bilingual(raw.replace("{}", "https://example.org/a"), "a", form))) == []
    wrong = parse_bilingual(raw.replace("{}", "https://example.org/b"), "a", form)
    (finding,) = check(wrong).findings
    assert finding.rule == "markup/changed-attribute"
    assert wrong.raw(finding.flag.place) == "https://example.org/b"
    assert apply(wrong.target.raw, finding.flag.fixes) == raw.replace("{}", "https://example.org/a")


def test_a_code_in_another_unit_was_moved() -> None:
    run = check(xliff(('部长<x id="2"/>同意。', "The minister agreed."), ("他走了。", 'He <x id="2"/> left.')))
    assert "markup/moved-reference" in rules(run)


@pytest.mark.parametrize(
    "target",
    [
        "The ＜i＞minister＜/i＞ agreed.",
        "Research &amp; nbsp; trade &amp;amp;amp; more &amp;lt; less.",
        "Read [the law] (https://example.org/?a=1&amp;b=2) today [ ^ 1 ].",
        'The <g id="1">minister</g> , he said .. The the <g id="2">end</g> .',
        "The** minister ** said : “ yes ” ( R&amp;D ) 3 .4 per cent％.",
        "<![CDATA[The ＜b＞minister , R&D .]]>",
    ],
)
def test_no_cure_breaks_the_file(target: str) -> None:
    document = xliff(("部长［^1］同意。", target), ("他走了。", "He left."))
    run = check(document)
    fixes = [fix for one in run.findings for fix in one.flag.fixes if fix.applicability > Applicability.DISPLAY]
    for some in (*((fix,) for fix in fixes), tuple(fixes)):
        after = parse_bilingual(apply(document.target.raw, some), "a.xlf", "xliff")
        assert len(after.segments) == 2
        assert after.segments[1].target.prose == "He left."
        assert after.segments[0].source == document.segments[0].source


def test_a_rule_that_reads_raw_lines_is_heard_on_the_english_only() -> None:
    run = check(xliff(("部长同意。[ ^ 1 ]", "The minister agreed.[^1]")))
    assert "markup/broken-footnote" not in rules(run)
