"""The templates, and how words get into them."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from toolkit.core.pattern import pattern
from toolkit.reports.page.counts import shares
from toolkit.reports.window import visible

_ASSETS = Path(__file__).parent.parent / "assets"
_STYLES = ("base.css", "parts.css", "media.css")
_SCRIPTS = ("report.js",)
_CHINESE = pattern(
    r"([\u2e80-\u2fdf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]"
    r"(?:[\u2e80-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003134f])*)"
)
_UNSPEAKABLE = pattern(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def fill(name: str, **values: object) -> str:
    """The template called `name` with `values` in it; every string is escaped, and shown where it would hide."""
    return _environment().get_template(name).render(**values, **_inline())


def _inline() -> dict[str, object]:
    """Styles and scripts as they stand in the page, and the policy that allows these and nothing else."""
    style, script = (_joined(names) for names in (_STYLES, _SCRIPTS))
    policy = {
        "default-src": "'none'",
        "script-src": _hash(script),
        "style-src": _hash(style),
        "base-uri": "'none'",
        "form-action": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "'none'",
    }
    told = "; ".join(f"{name} {value}" for name, value in policy.items())
    return {"style": Markup(style), "script": Markup(script), "policy": told}  # noqa: S704 - our own files


def _joined(names: tuple[str, ...]) -> str:
    return "".join((_ASSETS / name).read_text("utf-8") for name in names)


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_ASSETS),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalized,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"exact": exact, "spoken": spoken, "shortened": shortened}
    environment.globals["shares"] = shares
    return environment


def _finalized(value: object) -> object:
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def exact(text: str) -> Markup:
    r"""`text` for an attribute that a program copies from: as it is, but for what HTML cannot hold.

    >>> exact("a\u200b\"<b>\x00")
    Markup('a\u200b&#34;&lt;b&gt;�')
    """
    return escape(_UNSPEAKABLE.sub("\ufffd", text))


def spoken(text: str) -> Markup:
    """Text in English with its Chinese named as such, so that a screen reader changes its voice and a font its shapes.

    >>> print(spoken("“a & b” for 73亿"))
    “a &amp; b” for 73<span lang="zh">亿</span>
    """
    parts = _CHINESE.split(visible(text))
    tagged = (
        Markup('<span lang="zh">{}</span>').format(part) if n % 2 else escape(part) for n, part in enumerate(parts)
    )
    return Markup().join(tagged)


def shortened(text: str, most: int) -> str:
    """At most `most` characters of a text.

    >>> shortened("abcdef", 4), shortened("abcd", 4)
    ('abc…', 'abcd')
    """
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
