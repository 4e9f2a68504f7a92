"""A translation memory: Chinese that the desk has accepted English for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from toolkit.language.script import simplified


@dataclass(frozen=True, slots=True)
class Memory:
    """Accepted English by its Chinese, which is compared in Simplified script and without white space."""

    entries: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> Memory:
        """A memory of (Chinese, English); of two for the same Chinese the later holds.

        >>> Memory.of([("他 同意。", "He agreed.")]).find("他同意。")
        'He agreed.'
        """
        return cls({_key(chinese): english for chinese, english in pairs})

    def find(self, chinese: str) -> str | None:
        """The accepted English of exactly this Chinese."""
        return self.entries.get(_key(chinese)) if self.entries else None


def _key(chinese: str) -> str:
    return simplified("".join(chinese.split()))
