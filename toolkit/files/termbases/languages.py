"""Language tags, and the names that terminology tools write for them."""

from __future__ import annotations

from toolkit.core.pattern import pattern

_CODES = frozenset(
    "aa ab af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et"
    " eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi hr ht hu hy ia id ie ig ii ik io is it iu ja jv ka kg ki kk kl km kn"
    " ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om"
    " or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to"
    " tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu cmn yue nan fil".split()
)
_TAG = pattern(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8}){0,3}|x-[a-z]{1,8}")
_NAMES = {
    "Chinese": "zh",
    "Chinese (Simplified)": "zh-Hans",
    "Chinese (Traditional)": "zh-Hant",
    "Chinese (Simplified, China)": "zh-CN",
    "Chinese (Traditional, Taiwan)": "zh-TW",
    "Chinese (Traditional, Hong Kong SAR)": "zh-HK",
    "Chinese (Simplified, Singapore)": "zh-SG",
    "English": "en",
    "English (United States)": "en-US",
    "English (United Kingdom)": "en-GB",
    "French": "fr",
    "German": "de",
    "Spanish": "es",
    "Italian": "it",
    "Portuguese": "pt",
    "Russian": "ru",
    "Japanese": "ja",
    "Korean": "ko",
    "Arabic": "ar",
    "Dutch": "nl",
    "Polish": "pl",
    "Vietnamese": "vi",
    "Hungarian": "hu",
}
_OTHERS = {
    "Chinese (PRC)": "zh-CN",
    "Chinese (Taiwan)": "zh-TW",
    "Chinese (Hong Kong)": "zh-HK",
    "Chinese (Hong Kong S.A.R.)": "zh-HK",
    "Chinese (Singapore)": "zh-SG",
    "English (US)": "en-US",
    "English (UK)": "en-GB",
}
_BESIDE = pattern(r"[\W_]+")


def _plain(name: str) -> str:
    """A name as it is compared: tools write English (United States) or English_United_States."""
    return _BESIDE.sub(" ", name.lower().replace(".", "")).strip()


_BY_NAME = {_plain(name): tag for name, tag in (_NAMES | _OTHERS).items()}
_BY_TAG = {tag: name for name, tag in _NAMES.items()}


def is_tag(text: str) -> bool:
    """Whether the text is a language tag (BCP 47, with an ISO 639 code that is in use).

    >>> is_tag("zh-Hant"), is_tag("en_US"), is_tag("kde"), is_tag("English")
    (True, True, False, False)
    """
    found = _TAG.fullmatch(text)
    return found is not None and (found[1] is None or found[1].lower() in _CODES)


def tag(name: str) -> str | None:
    """The tag of a language by its English name or its tag; None for anything else.

    >>> tag("Chinese (Simplified, China)"), tag("English_United_States"), tag("fr"), tag("Definition")
    ('zh-CN', 'en-US', 'fr', None)
    """
    return _BY_NAME.get(_plain(name)) or (name.strip() if is_tag(name.strip()) else None)


def language_name(tag: str) -> str:
    """The English name of a language, its tag where none is known."""
    return _BY_TAG.get(tag, tag)
