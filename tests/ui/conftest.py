"""The look that every widget test draws with."""

import pytest

from desktop_app.ui.theme import Theme


@pytest.fixture
def theme(qapp):
    """A light theme, applied."""
    theme = Theme("light")
    theme.apply(qapp)
    return theme
