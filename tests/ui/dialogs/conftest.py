"""A list in an open session, for dialogs to be about."""

from pathlib import Path

import pytest

from desktop_app.paths import resource_path
from desktop_app.ui.pages.context import PageContext
from desktop_app.wording.numbers import Formats


@pytest.fixture
def context(session, runner, theme):
    return PageContext(session, runner, theme, Formats())


@pytest.fixture
def opened(qtbot, context):
    """Open a sample or a file and wait for its groups."""

    def open_list(path="shop_customers"):
        session = context.session
        is_sample = isinstance(path, str)
        session.open_files((Path(resource_path("samples", f"{path}.csv")) if is_sample else path,))
        qtbot.waitUntil(lambda: session.document.is_complete, timeout=30_000)
        qtbot.waitUntil(lambda: not session.is_working, timeout=30_000)
        return session

    return open_list
