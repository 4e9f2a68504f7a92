"""Files made up from a seed: read as they were meant, written back unchanged, and changed nowhere but where they were to be."""

from __future__ import annotations

import io
import random
import zipfile

import pytest

from tests.files.formats import fuzz, generator
from toolkit.core import Article, Document, Edit, Span
from toolkit.files.bilingual import BILINGUAL, parse_bilingual
from toolkit.files.decode import decode
from toolkit.files.docx import parse_docx
from toolkit.files.edits import edited

FORMS = tuple(generator.ENDINGS)
FILES = 200
NASTY = 'R&D "5 < 6", <b>; \\n ]]'


def path_of(form: str) -> str:
    return f"a{generator.ENDINGS[form]}"


def document(data: bytes, form: str) -> Document:
    return parse_bilingual(decode(data, "a"), "a", BILINGUAL[generator.ENDINGS[form]])


def english(data: bytes, form: str) -> Article:
    return parse_docx(data, "a") if form == "docx" else document(data, form).target


@pytest.mark.parametrize("form", FORMS)
def test_every_text_is_read_as_it_was_written(form):
    for seed in range(FILES):
        made = generator.make(form, seed)
        assert [one.text.prose for one in english(made.data, form).paragraphs] == [en for _, en in made.pairs], seed
        if form != "docx":
            source = document(made.data, form).source
            assert source
            assert [one.text.prose for one in source.paragraphs] == [zh for zh, _ in made.pairs], seed


@pytest.mark.parametrize("form", FORMS)
def test_200_files_come_back_unchanged(form):
    """Without an edit, and with edits that put every character in its own place."""
    for seed in range(FILES):
        data = generator.make(form, seed).data
        assert edited(data, path_of(form), ()) == data
        article = english(data, form)
        same = [Edit(span, article.raw[slice(*span)]) for span in _characters(article)]
        assert _content(edited(data, path_of(form), same), form) == _content(data, form), seed


@pytest.mark.parametrize("form", FORMS)
def test_an_edit_changes_its_own_words_and_nothing_else(form):
    rng = random.Random(form)
    written = 0
    for seed in range(FILES):
        data = generator.make(form, seed).data
        before = english(data, form)
        n = rng.randrange(len(before.paragraphs))
        text = before.paragraphs[n].text
        start = rng.randrange(len(text.prose))
        end = rng.randrange(start, min(start + 4, len(text.prose))) + 1
        edit = text.edit((start, end), NASTY)
        if edit is None:
            continue
        written += 1
        changed = edited(data, path_of(form), [edit])
        expected = [one.text.prose for one in before.paragraphs]
        expected[n] = text.prose[:start] + NASTY + text.prose[end:]
        assert [one.text.prose for one in english(changed, form).paragraphs] == expected, seed
        if form != "docx":
            assert _chinese(changed, form) == _chinese(data, form)
            old, new = decode(data, "a"), decode(changed, "a")
            assert new.startswith(old[: edit.span.start])
            assert new.endswith(old[edit.span.end :])
    assert written > FILES * 0.6


@pytest.mark.parametrize("form", FORMS)
def test_damaged_files_are_read_or_refused_in_one_line(form):
    assert fuzz.fuzz(form, 60, seed=7) == 0


def _characters(article: Article) -> list[Span]:
    """The places of all characters that stand in the file as they are read."""
    found = []
    for paragraph in article.paragraphs:
        for n, character in enumerate(paragraph.text.prose):
            span = paragraph.text.locate((n, n + 1))
            if article.raw[slice(*span)] == character and character not in '&<>"\\':
                found.append(span)
    return found


def _chinese(data: bytes, form: str) -> list[str | None]:
    return [segment.source and segment.source.prose for segment in document(data, form).segments]


def _content(data: bytes, form: str) -> object:
    """The bytes; of an archive, those of its parts."""
    if form != "docx":
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(info.filename, info.date_time, archive.read(info)) for info in archive.infolist()]
