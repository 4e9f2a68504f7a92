"""Settings that name rules, held against the rules there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from toolkit.core import Severity
from toolkit.lint.selector import names
from toolkit.settings.errors import SettingsError, shown, unknown
from toolkit.settings.kinds import like
from toolkit.settings.layers import Setting
from toolkit.settings.settle import Settings

_WORDS = ("all", "default")


def check_options(known: Mapping[str, Mapping[str, object]], settings: Settings) -> dict[str, dict[str, object]]:
    """The options set for each rule, as its function takes them; `known` has every rule's options and their defaults.

    Raises SettingsError for an unknown rule or option, or a value of another type than the default.
    """
    return {
        rule: {option: _option(rule, option, setting, known) for option, setting in options.items()}
        for rule, options in settings.options.items()
    }


def check_selectors(rules: Iterable[str], settings: Settings) -> None:
    """See that each name in select, ignore and severity covers one of `rules`. Raises SettingsError."""
    every = tuple(rules)
    families = {rule.partition("/")[0] for rule in every}
    told = [(name, setting.origin) for setting in (settings.select, settings.ignore) for name in setting.value]
    for name, origin in (*told, *((name, setting.origin) for name, setting in settings.severity.items())):
        if name not in _WORDS and not any(names(name, rule) for rule in every):
            raise unknown(origin, "rule", name, {*every, *families} if "/" in name else families)


def severities(rules: Iterable[str], settings: Settings) -> dict[str, Severity]:
    """The severity set for each of `rules` that has one; a rule's own name beats its family's, which beats `all`."""
    by_reach = sorted(settings.severity.items(), key=lambda item: (item[0] != "all", item[0].count("/")))
    return {rule: setting.value for rule in rules for name, setting in by_reach if names(name, rule)}


def _option(rule: str, option: str, setting: Setting[object], known: Mapping[str, Mapping[str, object]]) -> object:
    if rule not in known:
        raise unknown(setting.origin, "rule", rule, known)
    if option not in known[rule]:
        if not known[rule]:
            raise SettingsError(setting.origin, f"{rule} has no options")
        raise unknown(setting.origin, f"option of {rule}", option, known[rule])
    kind = like(known[rule][option])
    value = kind.read(setting.value)
    if value is None:
        raise SettingsError(setting.origin, f"{option} of {rule} must be {kind.expected}, not {shown(setting.value)}")
    return value
