"""The lists behind all audited windows, and what the tours of those windows found."""

import pytest

from tests.ui.audit.looking import LOOKS, findings
from tests.ui.audit.opening import Lists


@pytest.fixture(autouse=True)
def _quick(few_redraws):
    """Audits look at words and room; they need no figures from many draws."""


@pytest.fixture(scope="session")
def lists(qapp, tmp_path_factory):
    """The audits' lists, each opened once, by the first test that asks for it."""
    lists = Lists(tmp_path_factory.mktemp("audit"))
    yield lists
    lists.runner.shutdown()


@pytest.fixture(scope="session")
def found(lists):
    """A function that tours the window in one look, once, and gives what an audit found."""
    by_look = {}

    def find(look, audit):
        if look not in by_look:
            by_look[look] = findings(lists, LOOKS[look])
        return sorted(set(by_look[look][audit]))

    return find
