"""Every word of every page has its room, with larger text and with longer words, too."""

import pytest

from tests.ui.audit import measuring
from tests.ui.audit.looking import LOOKS

pytestmark = [pytest.mark.gui, pytest.mark.parametrize("look", LOOKS)]


def test_no_words_are_cut(found, look):
    assert found(look, measuring.cut_words) == []


def test_nothing_sticks_out(found, look):
    assert found(look, measuring.sticking_out) == []


def test_nothing_lies_on_its_neighbour(found, look):
    assert found(look, measuring.overlapping) == []


def test_no_page_scrolls_sideways(found, look):
    assert found(look, measuring.sideways) == []


def test_pages_are_read_by_one_scroll_bar(found, look):
    assert found(look, measuring.hard_to_scroll) == []
