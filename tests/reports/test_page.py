"""The page in the browser: what it shows, and that whatever an article says stays text."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.api import check_text
from toolkit.core import (
    Article,
    Document,
    Finding,
    Flag,
    Ground,
    Kind,
    Paragraph,
    Place,
    Segment,
    Severity,
    Side,
    Span,
    Text,
)
from toolkit.lint import Run
from toolkit.reports import Look, render
from toolkit.reports.page import dossier as dossiers

from .articles import ALONE, CLEAN, EN, PAIR, document, name_finding, place, run
from .test_habits import habit

HOSTILE = """<script>alert(1)</script> "><img src=x onerror=alert(1)> ' onmouseover='alert(1) </style></script><!-- {{ 7*7 }}
javascript:alert(1) &lt;b&gt; ]]> <a href="https://evil.example/">x</a> \u202e\x00\x1b[31m \ud800 芯片<svg/onload=alert(1)>"""
TAGS = set(
    "html head meta title style body a header p div button span details summary fieldset legend label input hr main section h1 "
    "h2 h3 ul li dl dt dd svg rect article sup table caption tbody thead tr th td pre code footer dialog kbd form script "
    "strong time br del ins".split()
)


def parsed(*runs: Run, look: Look | None = None) -> lxml.html.HtmlElement:
    page = render("html", runs, look).encode("utf-8")
    return lxml.html.document_fromstring(page, parser=lxml.html.HTMLParser(encoding="utf-8", huge_tree=True))


def words(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def pick(tree: lxml.html.HtmlElement, selector: str) -> list[lxml.html.HtmlElement]:
    name, _, wanted = selector.partition(".")
    return [
        one for one in tree.iter(name or None) if isinstance(one.tag, str) and wanted in one.get("class", "").split()
    ]


def test_the_two_languages_stand_side_by_side_each_under_its_name() -> None:
    tree = parsed(PAIR)
    (row,) = pick(tree, "div.row")
    english, chinese = pick(row, "div.en")[0], pick(row, "div.zh")[0]
    assert "The minister, Alan Hofmann" in words(english)
    assert words(chinese) == "芯片 部长艾伦·霍夫曼向记者讲话。"
    assert [one.get("lang") for one in pick(chinese, "p.copy")] == ["zh"]
    assert tree.get("lang") == "en"


def test_a_finding_is_marked_in_the_english_and_its_evidence_in_the_chinese() -> None:
    tree = parsed(PAIR)
    mark, evidence = pick(tree, "a.mark")[0], pick(tree, "a.evidence")[0]
    assert mark.text == "Hofmann"
    assert words(evidence) == "霍夫曼"
    assert mark.get("data-f") == evidence.get("data-f") == "1-1"
    assert (mark.get("href"), evidence.get("href")) == ("#f1-1", "#m1-1")


def test_a_card_says_what_to_write_and_how_to_accept() -> None:
    card = pick(parsed(PAIR), "article.card")[0]
    assert words(card.find("h3")) == 'error 1 "Hofmann" is not how the desk spells 霍夫曼; write "Hoffman"'
    copied = [one.get("data-copy") for one in card.iter("button")]
    assert copied[:2] == ["Hoffman", "Alan Hoffman"]
    assert re.fullmatch(r"copydesk baseline add --fingerprint [0-9a-f]{16} chips\.en\.txt", copied[2])


def test_chinese_in_a_message_is_named_as_chinese() -> None:
    heading = pick(parsed(PAIR), "article.card")[0].find("h3")
    assert [span.text for span in heading.iter("span") if span.get("lang") == "zh"] == ["霍夫曼"]


def test_grounds_are_bars_on_one_scale_for_to_the_right_against_to_the_left() -> None:
    grounds = (Ground("sounds alike", 4.0), Ground("spelt otherwise", -1.0))
    finding = replace(name_finding(), flag=replace(name_finding().flag, grounds=grounds))
    rows = pick(parsed(run(finding)), "table.grounds")[0].findall(".//tr")
    assert [words(row) for row in rows] == ["sounds alike+4.0", "spelt otherwise−1.0"]
    bars = [next(rect for rect in row.iter("rect") if rect.get("class") in ("for", "against")) for row in rows]
    assert [(bar.get("class"), bar.get("x"), bar.get("width")) for bar in bars] == [
        ("for", "50", "50.0"),
        ("against", "37.5", "12.5"),
    ]


def test_rules_that_did_not_run_are_told_and_silence_is_no_clean_bill() -> None:
    page = words(parsed(replace(ALONE, findings=())))
    assert "1 rule did not run where the Chinese is missing" in page
    assert "numbers/shifted-magnitude" in page
    assert "No findings by the rules that ran." in page
    assert "checked without its Chinese" in page


def test_what_could_not_be_read_is_told_first() -> None:
    tree = parsed(PAIR, look=Look(problems=("b.txt: does not exist",)))
    assert words(pick(tree, "div.problem")[0]) == "Could not be read b.txt: does not exist"


def test_a_rule_brings_its_manual() -> None:
    manual = "A name.\n\nIt misleads.\n\nKnown problems: none.\nSource: the desk."
    tree = parsed(PAIR, look=Look(manuals={"names/wrong-rendering": manual}))
    assert "A name. It misleads.Source: the desk." in words(tree.get_element_by_id("r-names-wrong-rendering"))


def test_a_folder_opens_with_an_index_of_what_hurts_most() -> None:
    tree = parsed(CLEAN, ALONE, PAIR)
    rows = pick(tree, "section.index")[0].findall(".//tbody/tr")
    assert [[cell.text for cell in row.findall("td")][:3] for row in rows] == [
        ["1", "1", "0"],
        ["0", "1", "0"],
        ["0"] * 3,
    ]
    assert [row.find(".//a").get("href") for row in rows] == ["#a1", "#a2", "#a3"]
    assert [sheet.get("id") for sheet in pick(tree, "article.sheet")] == ["a1", "a2", "a3"]


def test_one_article_has_no_index() -> None:
    assert not pick(parsed(PAIR), "section.index")


def test_too_many_articles_show_only_paragraphs_with_findings_and_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dossiers, "WHOLE", 10)
    tree = parsed(PAIR, CLEAN)
    assert len(pick(tree, "div.row")) == 1
    assert "1 paragraph without findings is left out" in words(tree)


def test_of_a_habit_five_have_cards_and_the_others_light_up_with_the_fifth() -> None:
    tree = parsed(habit())
    assert len(pick(tree, "article.card")) == 5
    assert [mark.get("data-f") for mark in pick(tree, "a.mark")] == [f"1-{n}" for n in (1, 2, 3, 4, 5, 5, 5)]
    assert pick(tree, "article.card")[4].get("data-count") == "3"


def test_a_paragraph_that_has_no_english_shows_the_gap() -> None:
    zh = "商务部周五公布了新的出口许可办法。\n\n分析人士认为，这将影响三家本地工厂和上万名工人。\n\n该办法下月一日起施行。\n"
    en = (
        "The Commerce Ministry published new rules on export licences on Friday.\n\nThe rules take effect next month.\n"
    )
    tree = parsed(check_text(en, zh))
    row = next(row for row in pick(tree, "div.row") if pick(row, "a.gap"))
    assert words(pick(row, "div.zh")[0]).startswith("分析人士")
    assert len(pick(row, "article.card")) == 1


def test_tags_are_set_apart_and_entities_read() -> None:
    html = "<p>Shares of <b>AT&amp;T</b> rose .</p>"
    english = pick(parsed(check_text(html, form="html")), "div.en")[0]
    assert [one.text for one in pick(english, "span.markup")] == ["<b>", "</b>"]
    assert "AT&T" in words(english)


def test_a_finding_outside_every_paragraph_has_a_row_of_its_own() -> None:
    text = Text.plain("Chips")
    segment = Segment("1", None, text)
    raw = "Chips\n\n<!-- a note -->\n"
    flag = Flag(place(raw, "a note"), "a comment")
    article = Article("c.txt", raw, (Paragraph(text),))
    tree = parsed(Run(Document("c", (segment,), article), (Finding("a/b", Severity.NOTE, "c", flag),)))
    (stray,) = [row for row in pick(tree, "div.row") if pick(row, "article.card")]
    assert words(stray).startswith("Outside any paragraph, line 3 <!-- a note")


def test_a_mark_that_hangs_over_its_paragraph_is_shown_whole() -> None:
    raw = "* Photo: a chip"
    text = Text.plain("Photo: a chip", 2)
    article = Article("c.md", raw, (Paragraph(text),), "markdown")
    finding = Finding("a/b", Severity.NOTE, "c", Flag(place(raw, "* Photo"), "a loose star"))
    tree = parsed(Run(Document("c", (Segment("1", None, text, Kind.CAPTION),), article), (finding,)))
    assert "".join(mark.text or "" for mark in pick(tree, "a.mark")) == "* Photo"


def test_the_policy_allows_our_style_and_script_and_nothing_else() -> None:
    tree = parsed(PAIR)
    (policy,) = [one.get("content") for one in tree.iter("meta") if one.get("http-equiv") == "Content-Security-Policy"]
    told = dict(part.split(" ", 1) for part in policy.split("; "))
    for name, tag in (("style-src", "style"), ("script-src", "script")):
        (element,) = tree.iter(tag)
        digest = base64.b64encode(hashlib.sha256((element.text or "").encode()).digest()).decode()
        assert told[name] == f"'sha256-{digest}'"
    assert told["default-src"] == told["base-uri"] == told["form-action"] == "'none'"
    assert "unsafe" not in policy


def test_the_page_points_at_nothing_outside_itself() -> None:
    sealed(parsed(PAIR, ALONE, CLEAN, hostile()))


def test_the_same_runs_give_the_same_page() -> None:
    assert render("html", [PAIR, ALONE]) == render("html", [PAIR, ALONE])


def test_nothing_checked_is_a_page_too() -> None:
    assert "Nothing was checked" in words(parsed())


def hostile() -> Run:
    raw = HOSTILE + "\r\n\r\n" + EN
    flag = Flag(
        Place(Side.TARGET, Span(0, len(HOSTILE))),
        HOSTILE,
        Place(Side.SOURCE, Span(0, len(HOSTILE))),
        (HOSTILE, "x"),
        term=HOSTILE,
        grounds=(Ground(HOSTILE, 1.0),),
    )
    found = Finding("a/b", Severity.ERROR, HOSTILE, flag)
    return Run(document(raw, HOSTILE, path=f"{HOSTILE}.en.txt"), (found,), (HOSTILE,))


def sealed(tree: lxml.html.HtmlElement) -> None:
    """Only our elements, no handlers, no styles, no address; names unique; what belongs together is there."""
    elements = [one for one in tree.iter() if isinstance(one.tag, str)]
    assert {one.tag for one in elements} <= TAGS
    assert sum(one.tag == "script" for one in elements) == sum(one.tag == "style" for one in elements) == 1
    for one in elements:
        assert not [
            name for name in one.attrib if name.startswith("on") or name in ("style", "src", "action", "srcdoc")
        ]
        assert one.get("href", "#").startswith("#")
    names = [one.get("id") for one in elements if one.get("id")]
    assert len(names) == len({*names})
    cards = [one.get("data-f") for one in pick(tree, "article.card")]
    keys = {key for one in elements for key in one.get("data-f", "").split()}
    assert keys <= {*cards}
    assert all(f"m{key}" in names for key in cards)


def test_hostile_words_stay_words_wherever_they_stand() -> None:
    tree = parsed(hostile(), look=Look(problems=(HOSTILE,), manuals={"a/b": HOSTILE}, version=HOSTILE))
    sealed(tree)
    assert "<script>alert(1)</script>" in words(pick(tree, "div.en")[0])
    assert "{{ 7*7 }}" in words(pick(tree, "article.card")[0])
    assert "\u202e" not in words(pick(tree, "div.row")[0])


SCRAPS = st.sampled_from(
    [*"ab 芯𠮷\n\r\u2028\u200b\x00\ud800<&:%\"'`={}", "<script>", "</style>", "{{x}}", "<!--", "&amp;", "<a onx=1>"]
)
RAWS = st.lists(SCRAPS, max_size=14).map("".join)


@st.composite
def articles(draw: st.DrawFn) -> Run:
    """Paragraphs of each language with gaps between them, and findings anywhere."""
    sides = {}
    for side in Side:
        parts = draw(st.lists(RAWS.filter(bool), min_size=1, max_size=4))
        raw, texts = "", []
        for part in parts:
            raw += draw(st.sampled_from(["", "\n\n", "--"]))
            texts.append(Text.plain(part, len(raw)))
            raw += part
        sides[side] = raw, texts
    en, zh = sides[Side.TARGET], sides[Side.SOURCE]
    pairs = [(zh[1][n] if n < len(zh[1]) else None, text) for n, text in enumerate(en[1])]
    segments = tuple(Segment(str(n), source, target) for n, (source, target) in enumerate(pairs))

    def spot(side: Side) -> st.SearchStrategy[Place]:
        ends = st.tuples(*[st.integers(0, len(sides[side][0]))] * 2)
        return ends.map(lambda two: Place(side, Span(min(two), max(two))))

    flags = st.builds(
        Flag, spot(Side.TARGET), RAWS, st.none() | spot(Side.SOURCE), st.lists(RAWS, max_size=2).map(tuple)
    )
    findings = draw(
        st.lists(st.builds(Finding, st.just("a/b"), st.sampled_from(Severity), RAWS, flags), max_size=5, unique=True)
    )
    return Run(
        Document("d", segments, Article(draw(RAWS), en[0], ()), Article("zh", zh[0], ())),
        tuple(sorted(findings, key=lambda finding: finding.flag.place.span)),
    )


@given(articles())
def test_no_article_breaks_out_of_the_page_or_loses_a_finding(run: Run) -> None:
    tree = parsed(run)
    sealed(tree)
    assert len(pick(tree, "article.card")) == len(run.findings)
