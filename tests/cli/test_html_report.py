"""copydesk check --format html."""

from __future__ import annotations

from pathlib import Path

from running import Copydesk


def test_a_page_is_written_whole_and_the_exit_status_is_that_of_the_findings(copydesk: Copydesk, desk: Path) -> None:
    done = copydesk("check", "story.en.txt", "--format", "html", "--output", "report.html", "--fail-on", "warning")
    page = (desk / "report.html").read_text("utf-8")
    assert (done.status, done.out) == (1, "")
    assert page.startswith("<!DOCTYPE html>")
    assert page.rstrip().endswith("</html>")
    assert "copydesk baseline add --fingerprint " in page


def test_without_output_the_page_goes_to_standard_output(copydesk: Copydesk) -> None:
    assert copydesk("check", "story.en.txt", "--format", "html").out.startswith("<!DOCTYPE html>")


def test_rules_have_their_manuals_and_what_could_not_be_read_is_told(copydesk: Copydesk) -> None:
    done = copydesk("check", "story.en.txt", "missing.en.txt", "--format", "html")
    assert done.status == 2
    assert "Could not be read" in done.out
    assert "missing.en.txt" in done.out
    assert "Chicago Manual of Style" in done.out


def test_what_came_through_a_pipe_has_no_command_to_accept_it(copydesk: Copydesk) -> None:
    page = copydesk("check", "-", "--format", "html", piped=b"The plan was approved .\n").out
    assert "It came through a pipe" in page
    assert "baseline add" not in page
