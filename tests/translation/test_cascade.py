"""Terms come into a sentence by the least intrusive step that does it, and never at any price."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from scripted import Scripted

from toolkit.alignment import Lexicon
from toolkit.alignment.lexicon import compose
from toolkit.core import Span
from toolkit.glossary import Glossary, Term
from toolkit.translation.cascade import Cascade
from toolkit.translation.evidence import Knowledge
from toolkit.translation.steps import Step, Tuning, replaced
from toolkit.translation.translator import Told
from toolkit.translation.wants import met, wants

ASML = Term("asml", "organisation", "阿斯麦", "ASML")
LIST = Term("entity-list", "term", "实体清单", "Entity List", en_alt=("entity list",), en_forbidden=("physical list",))
CONTROL = Term("export-control", "term", "出口管制", "export control")
RULE = Term("export-control-rule", "law", "出口管制条例", "Export Administration Regulations")
KNOWN = Knowledge(Glossary([ASML, LIST, CONTROL, RULE]))
ZH = "阿斯麦说话了。"


def rendered(translator, zh=ZH, errors=lambda _zh, _en: 0, tuning=None):
    cascade = Cascade(translator, KNOWN, errors, tuning or Tuning())
    (one,) = cascade.render([(zh, wants(zh, KNOWN))])
    return one


def steps(one):
    return [outcome.step for outcome in one.outcomes]


def test_the_longest_form_of_the_chinese_is_what_is_wanted():
    assert [want.term.id for want in wants("出口管制条例收紧了出口管制。", KNOWN)] == [
        "export-control-rule",
        "export-control",
    ]


def test_no_english_words_serve_two_terms():
    both = wants(
        "出口管制条例收紧了出口管制。",
        Knowledge(Glossary([CONTROL, Term("r", "law", "出口管制条例", "export control rule")])),
    )
    assert {want.term.id for want in met(both, "The export control rule was tightened.")} == {"r"}


def test_an_inflected_form_is_as_good():
    assert steps(rendered(Scripted({"出口管制。": ["Export controls."]}), "出口管制。")) == [Step.PLAIN]


def test_what_the_model_says_unasked_is_kept_where_its_terms_are_right():
    model = Scripted({ZH: ["ASML spoke.", "ASML has spoken."]})
    one = rendered(model)
    assert (one.text, steps(one), len(model.asked), model.scored) == ("ASML spoke.", [Step.PLAIN], 1, 0)


def test_a_model_that_hears_is_told_the_terms_at_once():
    model = Scripted({ZH: ["ASML spoke."]}, hears=True)
    assert steps(rendered(model)) == [Step.INLINE]
    assert model.asked[0].told == (Told(Span(0, 3), "ASML"),)


def test_it_is_told_them_again_when_a_sentence_is_repaired_and_judged():
    model = Scripted({ZH: ["Asmel spoke."]}, after={"ASML": " spoke."}, hears=True)
    assert steps(rendered(model)) == [Step.PREFIX]
    assert [request.told for request in model.asked] == [(Told(Span(0, 3), "ASML"),)] * 2 == model.heard * 2


def test_a_lower_hypothesis_with_the_term_is_taken():
    one = rendered(Scripted({ZH: ["Asmel spoke.", "ASML spoke."]}))
    assert (one.text, one.plain, steps(one)) == ("ASML spoke.", "Asmel spoke.", [Step.BEST])


def test_a_hypothesis_beyond_the_margin_is_not():
    model = Scripted({ZH: ["He spoke.", "ASML spoke."]}, scores={"ASML spoke.": -19.0})
    one = rendered(model)
    assert (one.text, steps(one)) == ("He spoke.", [None])


def test_the_margin_is_wider_for_a_short_sentence():
    assert Tuning(margin=0.7).leeway("one two three") == pytest.approx(2.8)
    assert Tuning(margin=0.7).leeway("word " * 20) == 0.7


def test_the_words_that_were_forced_are_not_held_against_a_sentence():
    assert Tuning(margin=0.7, own=2.0).leeway("word " * 20, forced=10) == pytest.approx(1.7)


def test_the_translation_is_kept_up_to_the_term_and_goes_on_from_it():
    model = Scripted({ZH: ["Yesterday Asmel spoke up."]}, after={"Yesterday ASML": " spoke."})
    one = rendered(model)
    assert (one.text, steps(one)) == ("Yesterday ASML spoke.", [Step.PREFIX])
    assert model.asked[1].prefix == "Yesterday ASML"


def test_letters_that_the_model_glues_to_the_term_go():
    model = Scripted({ZH: ["Yesterday Asmel spoke up."]}, after={"Yesterday ASML": "ite spoke."})
    assert rendered(model).text == "Yesterday ASML spoke."


def test_a_translation_that_breaks_off_is_not_taken_for_its_having_fewer_errors():
    model = Scripted({ZH: ['"ASML is the the first," he said.', '"ASML']})
    assert rendered(model, errors=lambda _zh, en: en.count("the the")).text == '"ASML is the the first," he said.'


def test_our_rules_are_asked_once_about_a_sentence_that_has_its_terms():
    judged = []
    rendered(Scripted({ZH: ["ASML spoke.", "ASML has spoken."]}), errors=lambda _zh, en: judged.append(en) or 0)
    assert judged == ["ASML spoke."]


def test_a_model_is_not_asked_for_links_that_came_with_its_words():
    model = Scripted({ZH: ["Asmel spoke."]}, after={"ASML": " spoke."})
    translate = model.translate
    model.translate = lambda asked: [tuple(one._replace(links=tuple) for one in said) for said in translate(asked)]
    model.align = lambda pairs: pytest.fail(f"asked to align {pairs}")
    assert steps(rendered(model)) == [Step.PREFIX]


def test_a_term_that_the_english_left_out_goes_in_behind_what_the_chinese_follows():
    zh = "阿斯麦受出口管制。"
    model = Scripted(
        {zh: ["ASML restricted."]}, after={"ASML restricted export control": "."}, links={zh: [("受", "restricted")]}
    )
    assert steps(rendered(model, zh)) == [Step.PLAIN, Step.PREFIX]


def test_what_is_no_word_is_not_blamed():
    zh = "阿斯麦受出口管制。"
    model = Scripted(
        {zh: ["ASML's at it."]},
        after={"ASML's at it export control": "."},
        links={zh: [("出口", "s"), ("受", "at it")]},
    )
    assert rendered(model, zh).text == "ASML's at it export control."


def test_a_ban_is_not_tried_where_the_prefix_had_the_only_form():
    model = Scripted({ZH: ["Asmel spoke."]}, scores={"ASML": -30.0, "ASML spoke.": -30.0})
    rendered(model)
    assert not any(request.banned for request in model.asked)


def test_a_person_who_speaks_is_wanted_whatever_the_segmenter_makes_of_it():
    known = Knowledge(
        Glossary([Term("x", "person", "肖千", "Xiao Qian"), Term("c", "person", "科隆纳", "Catherine Colonna")]),
        Lexicon.parse(compose({"肖千说": {"x": 0.5}, "纳说": {"x": 0.5}})),
    )
    assert [len(wants(zh, known)) for zh in ("肖千说，会谈结束。", "科隆纳说，会谈结束。")] == [1, 1]


def test_the_wrong_rendering_is_banned_where_a_prefix_does_not_help():
    zh = "列入实体清单。"
    model = Scripted(
        {zh: ["Put on the physical list.", "Put on the entity list."]},
        scores={"Put on the entity list.": -0.9, "Put on the Entity List": -9.0},
    )
    one = rendered(model, zh, tuning=Tuning(count=1))
    assert (one.text, steps(one)) == ("Put on the entity list.", [Step.BANNED])
    assert (model.asked[-1].prefix, model.asked[-1].banned) == ("Put on the", ("physical list",))


def test_at_last_the_words_are_replaced():
    zh = "列入实体清单。"
    model = Scripted({zh: ["Put on the physical list."]}, scores={"Put on the Entity List": -9.0})
    one = rendered(model, zh)
    assert (one.text, steps(one)) == ("Put on the Entity List.", [Step.REPLACED])


def test_nothing_is_done_at_any_price():
    zh = "列入实体清单。"
    worse = {"Put on the Entity List": -9.0, "Put on the Entity List.": -9.0}
    one = rendered(Scripted({zh: ["Put on the physical list."]}, scores=worse), zh)
    assert (one.text, steps(one)) == ("Put on the physical list.", [None])


def test_a_new_error_costs_more_than_a_rank():
    model = Scripted({ZH: ["ASML the the spoke.", "ASML spoke."]})
    assert rendered(model, errors=lambda _zh, en: en.count("the the")).text == "ASML spoke."


def test_a_step_that_brings_an_error_is_not_taken():
    model = Scripted({ZH: ["Asmel spoke."]}, after={"ASML": " the the spoke."})
    one = rendered(model, errors=lambda _zh, en: en.count("the the"))
    assert (one.text, steps(one)) == ("ASML spoke.", [Step.REPLACED])


def test_a_term_that_was_right_is_not_lost_to_another():
    zh = "阿斯麦受出口管制。"
    model = Scripted(
        {zh: ["ASML is under outlet rules."]},
        after={"ASML is under export control": "."},
        links={zh: [("出口管制", "outlet rules")]},
    )
    one = rendered(model, zh)
    assert one.text == "ASML is under export control."
    assert steps(one) == [Step.PLAIN, Step.PREFIX]


def test_sentences_are_asked_for_together():
    model = Scripted({ZH: ["Asmel spoke."], "阿斯麦。": ["Asmai."]}, after={"ASML": " spoke."})
    calls = []
    translate = model.translate
    model.translate = lambda requests: calls.append(len(requests)) or translate(requests)
    Cascade(model, KNOWN).render([(zh, wants(zh, KNOWN)) for zh in (ZH, "阿斯麦。")])
    assert calls == [2, 2]


@pytest.mark.parametrize(
    ("english", "wrong", "after"),
    [
        ("An outlet rules it.", "outlet", "An export control rules it."),
        ("A stop rules it.", "stop", "An export control rules it."),
        ("The stops.", "stops", "The export controls."),
        ("Stops rule.", "Stops", "Export controls rule."),
    ],
)
def test_replaced_words_fit_their_place(english, wrong, after):
    (want,) = wants("出口管制", KNOWN)
    at = english.index(wrong)
    assert replaced(english, Span(at, at + len(wrong)), want) == after


def test_a_person_goes_by_the_surname_once_named():
    known = Knowledge(Glossary([Term("e", "person", "埃斯特韦斯", "Alan Estevez", en_alt=("Estevez",))]))
    assert [wants("埃斯特韦斯说", known, said)[0].form for said in ((), ("e",))] == ["Alan Estevez", "Estevez"]


ENGLISH = st.lists(
    st.sampled_from(["ASML", "Asmel", "physical list", "entity list", "the the", "said", "export controls"]), max_size=6
).map(" ".join)


@example(said=["", "the the the the the the entity list"], after="", scores=[0.0] * 8)
@given(
    st.lists(ENGLISH, min_size=1, max_size=5, unique=True), ENGLISH, st.lists(st.floats(-9, 0), min_size=8, max_size=8)
)
def test_whatever_the_model_says_the_outcome_is_no_worse_than_what_it_said_unasked(said, after, scores):
    zh = "阿斯麦列入实体清单，受出口管制。"

    def errors(_zh, en):
        return en.count("the the")

    ranked = sorted(scores[: len(said)], reverse=True)
    model = Scripted({zh: said}, dict.fromkeys(["ASML", "Entity List"], after), dict(zip(said, ranked, strict=False)))
    one = rendered(model, zh, errors)
    wanted = wants(zh, KNOWN)
    faults = [len(wanted) - len(met(wanted, text)) + errors(zh, text) for text in (one.text, one.plain)]
    assert faults[0] <= faults[1]
    assert {outcome.want for outcome in one.outcomes if outcome.step} == {*met(wanted, one.text)}
    assert model.score([(zh, one.text)])[0] >= model.score([(zh, one.plain)])[0] - Tuning().leeway(
        one.plain, sum(len(want.form) for want in wanted)
    )
