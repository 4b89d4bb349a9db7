"""The look that every widget test draws with."""

import pytest

from desktop_app.ui.theme import Theme

OFFSCREEN_NOISE = "This plugin does not support propagateSizeHints"


def pytest_itemcollected(item):
    """A window without a screen cannot tell its least size to anyone, and says so each time."""
    item.add_marker(pytest.mark.qt_log_ignore(OFFSCREEN_NOISE))


@pytest.fixture
def theme(qapp):
    """A light theme, applied."""
    theme = Theme("light")
    theme.apply(qapp)
    return theme
