"""Options of the test run."""

from __future__ import annotations

import hypothesis
import pytest

hypothesis.settings.register_profile("copydesk", deadline=None)  # a busy machine is no fault of ours
hypothesis.settings.load_profile("copydesk")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write golden files anew instead of comparing with them")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written."""
    return bool(request.config.getoption("--update"))
