"""One value for each key, from all the places that have a say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from toolkit.core import Severity
from toolkit.settings.errors import unknown
from toolkit.settings.keys import KEYS
from toolkit.settings.layers import KeyPath, Layer, Setting, checked
from toolkit.settings.presets import PRESETS


@dataclass(frozen=True, slots=True)
class Settings:
    """Every key with its value and origin; docs/settings.md says what each means.

    Files are joined to the folder of the settings that name them; an empty name means none. `severity` is by rule or
    family, `options` by rule, then option.
    """

    select: Setting[tuple[str, ...]]
    ignore: Setting[tuple[str, ...]]
    preset: Setting[str]
    glossary: Setting[tuple[str, ...]]
    shipped: Setting[bool]
    hints: Setting[str]
    ner: Setting[bool]
    patterns: Setting[tuple[str, ...]]
    baseline: Setting[str]
    fail_on: Setting[str]
    format: Setting[str]
    jobs: Setting[int]
    model: Setting[str]
    threads: Setting[int]
    compute_type: Setting[str]
    beam: Setting[int]
    severity: Mapping[str, Setting[Severity]]
    options: Mapping[str, Mapping[str, Setting[object]]]


def settle(*layers: Layer, path: str = "") -> Settings:
    """The settings for the article `path` (absolute, as is each layer's folder), the strongest layer last.

    Defaults and the preset that is named last lie below all layers. Raises SettingsError.
    """
    said = [values for layer in layers for values in checked(layer, path)]
    preset = next((values["preset",] for values in reversed(said) if ("preset",) in values), None)
    merged: dict[KeyPath, Setting[Any]] = {(key.name,): Setting(key.default, "default") for key in KEYS.values()}
    for values in (*_preset(preset), *said):
        for at, setting in values.items():
            merged[at] = _over(at, merged.get(at), setting)
    fields: dict[str, Any] = {name: merged[name,] for name in KEYS}
    severity = {at[1]: setting for at, setting in merged.items() if at[0] == "severity"}
    options: dict[str, dict[str, Setting[object]]] = {}
    for at, setting in merged.items():
        if at[0] == "options":
            options.setdefault(at[1], {})[at[2]] = setting
    return Settings(**fields, severity=severity, options=options)


def _preset(named: Setting[Any] | None) -> list[dict[KeyPath, Setting[object]]]:
    if named is None or not named.value:
        return []
    if named.value not in PRESETS:
        raise unknown(named.origin, "preset", named.value, PRESETS)
    return list(checked(Layer(PRESETS[named.value], lambda _: f"preset {named.value}")))


def _over(at: KeyPath, weak: Setting[Any] | None, strong: Setting[Any]) -> Setting[Any]:
    """The stronger of two settings, or both where the key adds."""
    if weak is None or at[0] not in KEYS or not KEYS[at[0]].adds or not weak.value:
        return strong
    return Setting((*weak.value, *strong.value), f"{weak.origin}, {strong.origin}")
