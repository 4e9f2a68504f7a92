"""JUnit XML, which most build servers show: an article is a suite, a finding a failed test."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from toolkit.core.pattern import pattern
from toolkit.lint import Run
from toolkit.reports.look import Look
from toolkit.reports.wire import WireFinding, wire

_NOT_XML = pattern("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(runs: Sequence[Run], _look: Look) -> str:
    """A `testsuite` an article: errors and warnings fail, notes pass with their words in `system-out`.

    A rule that lacked the Chinese is a skipped test; an article without any of these has one test that passes.
    Characters that XML 1.0 forbids become U+FFFD.
    """
    root = Element("testsuites", name="copydesk")
    for run in runs:
        root.append(_suite(run))
    for count in ("tests", "failures", "skipped"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _suite(run: Run) -> Element:
    path = _clean(run.document.target.path)
    suite = Element("testsuite", name=path)
    cases = [*_cases(run)] or [Element("testcase", name="no findings")]
    for case in cases:
        case.set("classname", path)
        suite.append(case)
    suite.set("tests", str(len(cases)))
    suite.set("failures", str(sum(case.find("failure") is not None for case in cases)))
    suite.set("skipped", str(sum(case.find("skipped") is not None for case in cases)))
    return suite


def _cases(run: Run) -> Iterator[Element]:
    for finding in wire(run):
        yield _case(finding)
    for rule in run.not_run:
        case = Element("testcase", name=rule)
        SubElement(case, "skipped", message="needs the Chinese")
        yield case


def _case(finding: WireFinding) -> Element:
    case = Element("testcase", name=f"{finding['rule']} at {finding['line']}:{finding['column']}")
    where = f"{finding['path']}:{finding['line']}:{finding['column']}"
    message = _clean(finding["message"])
    if finding["severity"] == "note":
        SubElement(case, "system-out").text = _clean(f"{where}: {message}")
    else:
        SubElement(case, "failure", type=finding["severity"], message=message).text = _clean(f"{where}: {message}")
    return case


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
