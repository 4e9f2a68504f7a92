"""What the glossary commands report, as text and JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from toolkit.glossary import Term
from toolkit.glossary.dump import cells
from toolkit.glossary.dump import dump as table
from toolkit.glossary.lint import Fault
from toolkit.glossary.lookup import Answer, How
from toolkit.language.width import width
from toolkit.reports.wire import dump


def faults_text(faults: Iterable[Fault]) -> str:
    """A line for each fault: file, line, column, level, what is wrong, and with which concept and column."""
    return "".join(
        f"{one.path}:{one.line}:{one.column}: {one.level}: {one.message} [{one.concept or '-'}, {one.cell}]\n"
        for one in faults
    )


def faults_json(faults: Iterable[Fault]) -> str:
    """The faults as a list of objects with path, line, column, level, concept, cell and message."""
    return dump([fault._asdict() for fault in faults], indent=2) + "\n"


def answers_text(answers: Iterable[Answer]) -> str:
    """The concepts found, each with what answered and all that its row says."""
    return "\n".join("".join(f"{line}\n" for line in _answer(answer)) for answer in answers)


def _answer(answer: Answer) -> Iterator[str]:
    term = answer.term
    how = "" if answer.how is How.EXACT else f" ({answer.how}: {answer.form})"
    yield f"{term.zh}  {term.en}  [{term.id}]{how}"
    row = cells(term)
    for column in ("zh_alt", "en_alt", "en_forbidden", "when", "not_when", "office"):
        if row[column]:
            yield f"  {column.replace('_', ' ')}: {', '.join(row[column].split('|'))}"
    facts = (term.type, term.domain, term.country, "" if term.status == "preferred" else term.status, _period(row))
    yield f"  {', '.join(filter(None, facts))}"
    if term.note:
        yield f"  note: {term.note}"


def _period(row: Mapping[str, str]) -> str:
    first, last = row["valid_from"], row["valid_to"]
    return f"valid {first}..{last}" if first or last else ""


def answers_json(answers: Iterable[Answer]) -> str:
    """The concepts found as a list of objects: the cells of the row, and `form`, `how` and `score` of the answer."""
    rows = [cells(one.term) | {"form": one.form, "how": one.how, "score": round(one.score, 1)} for one in answers]
    return dump(rows, indent=2) + "\n"


def terms_text(terms: Iterable[Term]) -> str:
    """A line for each concept: id, type, Chinese, English."""
    rows = [(term.id, term.type, term.zh, term.en) for term in terms]
    widths = [min(max((width(cell) for cell in column), default=0), 32) for column in zip(*rows, strict=True)]
    return "".join("  ".join(map(_padded, row, widths)).rstrip() + "\n" for row in rows)


def _padded(cell: str, size: int) -> str:
    return cell + " " * (size - width(cell))


def terms_json(terms: Iterable[Term]) -> str:
    """The concepts as a list of objects, a key for each column."""
    return dump([cells(term) for term in terms], indent=2) + "\n"


FORMS: Mapping[str, Callable[[Iterable[Term]], str]] = MappingProxyType(
    {"text": terms_text, "csv": table, "json": terms_json}
)
