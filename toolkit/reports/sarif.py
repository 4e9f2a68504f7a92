"""SARIF 2.1.0 for code scanning and review tools (OASIS Standard, 27 March 2020)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Any, Literal
from urllib.parse import quote

from toolkit.core import Document, Span
from toolkit.lint import Run
from toolkit.reports.lines import Extent, Lines
from toolkit.reports.look import Look
from toolkit.reports.manuals import markdown, mistake, reason
from toolkit.reports.wire import WireEvidence, WireFinding, WireFix, dump, wire

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_FINGERPRINT = "copydesk/v1"
_HELP = {"safe": "Safe to apply unread.", "unsafe": "Read before you apply it.", "display": "For illustration only."}
_PROPERTIES: tuple[Literal["category", "term", "expected"], ...] = ("category", "term", "expected")
Json = dict[str, Any]


def render(runs: Sequence[Run], look: Look) -> str:
    """One SARIF run over all articles; columns count code points, rules that lacked the Chinese are notifications.

    `look.manuals` gives the rules their help, `look.version` the tool its version; `look.problems` make the run
    unsuccessful.
    """
    told = [(run, list(wire(run))) for run in runs]
    flagged = {finding["rule"] for _, found in told for finding in found}
    names = sorted(flagged.union(*(run.not_run for run in runs)))
    index = {name: n for n, name in enumerate(names)}
    notes = [_not_run(name, index[name], runs) for name in names if any(name in run.not_run for run in runs)]
    unread = [{"level": "error", "message": {"text": problem}} for problem in look.problems]
    log = {
        "tool": {"driver": _driver(names, look)},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not look.problems, "toolExecutionNotifications": notes + unread}],
        "results": [result for run, found in told for result in _results(run.document, found, index)],
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [log]}, indent=2) + "\n"


def _driver(names: Iterable[str], look: Look) -> Json:
    version = {"version": look.version} if look.version else {}
    return {"name": "copydesk", **version, "rules": [_rule(name, look.manuals) for name in names]}


def _rule(name: str, manuals: Mapping[str, str]) -> Json:
    manual = manuals.get(name, "")
    if not manual:
        return {"id": name}
    return {
        "id": name,
        "shortDescription": {"text": mistake(manual)},
        "fullDescription": {"text": reason(manual) or mistake(manual)},
        "help": {"text": manual, "markdown": markdown(manual)},
    }


def _not_run(name: str, index: int, runs: Iterable[Run]) -> Json:
    paths = [run.document.target.path for run in runs if name in run.not_run]
    return {
        "level": "note",
        "message": {"text": f"{name} did not run where the Chinese is missing: {', '.join(paths)}"},
        "associatedRule": {"id": name, "index": index},
        "locations": [{"physicalLocation": {"artifactLocation": _file(path)}} for path in paths],
    }


def _results(document: Document, found: Iterable[WireFinding], index: Mapping[str, int]) -> Iterable[Json]:
    lines = Lines(document.target.raw)
    for finding in found:
        evidence, fixes = finding["evidence"], [_fix(finding["path"], fix, lines) for fix in finding["fixes"]]
        yield {
            "ruleId": finding["rule"],
            "ruleIndex": index[finding["rule"]],
            "level": finding["severity"],
            "message": {"text": finding["message"]},
            "locations": [_location(finding["path"], finding, finding["text"])],
            "partialFingerprints": {_FINGERPRINT: finding["fingerprint"]},
            "properties": {name: finding[name] for name in _PROPERTIES},
            **({"relatedLocations": [_evidence(evidence)]} if evidence else {}),
            **({"fixes": fixes} if fixes else {}),
        }


def _fix(path: str, fix: WireFix, lines: Lines) -> Json:
    replacements = [
        {
            "deletedRegion": _region(lines.extent(Span(edit["start"], edit["end"]))),
            "insertedContent": {"text": edit["text"]},
        }
        for edit in fix["edits"]
    ]
    change = {"artifactLocation": _file(path), "replacements": replacements}
    return {"description": {"text": _HELP[fix["applicability"]]}, "artifactChanges": [change]}


def _location(path: str, extent: Extent, text: str) -> Json:
    region = {**_region(extent), "snippet": {"text": text}}
    return {"physicalLocation": {"artifactLocation": _file(path), "region": region}}


def _evidence(evidence: WireEvidence) -> Json:
    return {"id": 1, "message": {"text": "on this evidence"}, **_location(evidence["path"], evidence, evidence["text"])}


def _region(extent: Extent) -> Json:
    return {
        "startLine": extent["line"],
        "startColumn": extent["column"],
        "endLine": extent["end_line"],
        "endColumn": extent["end_column"],
    }


def _file(path: str) -> Json:
    pure = PurePath(path)
    return {"uri": pure.as_uri() if pure.is_absolute() else quote(pure.as_posix())}
