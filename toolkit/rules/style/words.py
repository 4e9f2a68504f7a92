"""Words that the house spells one way."""

from __future__ import annotations

from toolkit.lint.lists import consistent, forbid, prefer

_ISE = (
    "organ real recogn emphas modern critic util minim maxim stabil final special normal character summar author urban"
)
_BRITISH = (
    *(f"{stem}is{end}" for stem in _ISE.split() for end in ("e", "ed", "es", "ing", "ation")),
    *"labour colour favour neighbour harbour behaviour honour programme centre theatre defence licence".split(),
    *"labours colours favours neighbours harbours centres theatres programmes travelled cancelled modelling".split(),
)
_AMERICAN = (
    *(f"{stem}iz{end}" for stem in _ISE.split() for end in ("e", "ed", "es", "ing", "ation")),
    *"labor color favor neighbor harbor behavior honor program center theater defense license".split(),
    *"labors colors favors neighbors harbors centers theaters programs traveled canceled modeling".split(),
)


@prefer({"per cent": "percent", "per-cent": "percent"})
def two_word_percent() -> None:
    """Percent written as two words, "per cent".

    The house writes percent.

    Known problems: a house in Britain writes the two words; leave the switch off there.

    Source: Associated Press Stylebook, "percent"; Xinhua style sheet, figures.

    Bad:
        en: Exports rose by 5 «per cent».
    Good:
        en: Exports rose by 5 percent.
    """


@consistent((" percent",), ("%",))
def mixed_percent() -> None:
    """Both "percent" and % in one article.

    The reader wonders whether the difference means something.

    Known problems: tables use % by right; an article that quotes one is found.

    Source: Associated Press Stylebook (2019), "percent": % with a figure; Reuters Handbook: percent. Either, but one.

    Bad:
        en: Exports rose 5 percent, imports 3 percent, and prices 2«%».
    Good:
        en: Exports rose 5 percent, imports 3 percent, and prices 2 percent.
    """


@prefer({"mln": "million", "bln": "billion", "trln": "trillion", "bn": "billion", "tn": "trillion"})
def clipped_magnitude() -> None:
    """Million and billion clipped to "mln", "bn" and their like.

    They are wire shorthand; a general reader stumbles.

    Known problems: a headline may need the room.

    Source: Associated Press Stylebook, "millions, billions"; Xinhua style sheet, figures.

    Bad:
        en: The fund paid 30 «mln» yuan.
    Good:
        en: The fund paid 30 million yuan.
    """


@consistent(_AMERICAN, _BRITISH)
def mixed_spelling() -> None:
    """American and British spelling in one article.

    Machine translation takes its spelling from whatever it has read, and changes it in mid-sentence.

    Known problems: names keep their own spelling (Centre Pompidou), and are found.

    Source: Associated Press Stylebook, "spelling"; Oxford Style Manual, 2.2: one spelling throughout.

    Bad:
        en: The center will organize a program; the «harbour» is shut.
    Good:
        en: The center will organize a program; the harbor is shut.
    """


@forbid(
    {
        "it is reported that": "say who reported it",
        "it is reported": "say who reported it",
        "it is understood that": "say who understands it",
        "according to relevant reports": "name the report",
        "relevant departments": "name the offices",
        "relevant department": "name the office",
        "relevant personnel": "say who",
        "related departments": "name the offices",
        "has important practical significance": "say what it changes",
        "people from all walks of life": "say who",
    }
)
def stock_phrase() -> None:
    """A stock phrase of Chinese news carried over word for word.

    It names no source and no person, which English news must.

    Known problems: quotations may contain it.

    Source: Reuters Handbook of Journalism, "Sources": name them; Xinhua style sheet, attribution.

    Bad:
        en: «It is reported that» the port is shut.
    Good:
        en: The port is shut, the harbor master said.
    """
