"""Ready-made house styles, as settings that a project's own go over."""

from __future__ import annotations

from collections.abc import Mapping

PRESETS: Mapping[str, Mapping[str, object]] = {
    "news": {"select": ["default", "style"]},
}
