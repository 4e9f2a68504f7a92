"""What a rule is, and how a function becomes one."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec

from toolkit.core import Document, Flag, Segment, Severity
from toolkit.lint.context import Context
from toolkit.lint.examples import Example, parse

P = ParamSpec("P")
SegmentCheck = Callable[Concatenate[Segment, Context, P], Iterator[Flag]]
DocumentCheck = Callable[Concatenate[Document, Context, P], Iterator[Flag]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A check on a document, with its name, manual, options and examples read from its function."""

    name: str
    severity: Severity
    category: str
    needs_source: bool
    default: bool
    declared: Callable[..., Iterator[Flag]]
    check: Callable[..., Iterator[Flag]]

    @property
    def family(self) -> str:
        """The part of the name that selects its family."""
        return self.name.partition("/")[0]

    @property
    def doc(self) -> str:
        """The manual: the function's docstring, unindented."""
        return inspect.getdoc(self.declared) or ""

    @property
    def options(self) -> dict[str, Any]:
        """Keyword-only parameters and their defaults."""
        parameters = inspect.signature(self.declared).parameters.items()
        return {key: value.default for key, value in parameters if value.kind is value.KEYWORD_ONLY}

    @property
    def examples(self) -> tuple[Example, ...]:
        """The Bad and Good pairs of the manual."""
        return parse(self.doc)


def segment_rule(
    *, severity: Severity, category: str, needs_source: bool = False, default: bool = True
) -> Callable[[SegmentCheck[P]], Rule]:
    """Declare a function that judges one paragraph at a time.

    With `needs_source` it sees only paragraphs that have their Chinese; else also those without. Empty English (a
    paragraph that was dropped) is left to document rules. `default=False`: off until settings or a preset select it.
    """

    def declare(check: SegmentCheck[P]) -> Rule:
        def each(document: Document, context: Context, *args: P.args, **options: P.kwargs) -> Iterator[Flag]:
            for segment in document.segments:
                if segment.target.prose and (segment.source or not needs_source):
                    yield from check(segment, context, *args, **options)

        return Rule(_name(check), severity, category, needs_source, default, check, each)

    return declare


def document_rule(
    *, severity: Severity, category: str, needs_source: bool = False, default: bool = True
) -> Callable[[DocumentCheck[P]], Rule]:
    """Declare a function that judges a whole article: parameters as for `segment_rule`."""

    def declare(check: DocumentCheck[P]) -> Rule:
        return Rule(_name(check), severity, category, needs_source, default, check, check)

    return declare


def _name(check: Callable[..., object]) -> str:
    home = check.__module__.split(".")
    family = home[home.index("rules") + 1] if "rules" in home[:-1] else home[-1]
    return f"{family}/{check.__name__.replace('_', '-')}"
