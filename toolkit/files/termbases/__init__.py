"""Termbases of other tools: each format read into the interchange model and written from it."""

from toolkit.files.termbases.carriers import (
    FORMATS,
    Loaded,
    NoSuchFlavour,
    Rendered,
    load_termbase,
    read_termbase,
    render_termbase,
)

__all__ = ["FORMATS", "Loaded", "NoSuchFlavour", "Rendered", "load_termbase", "read_termbase", "render_termbase"]
