"""Progress and Cancel in the place of a result."""

import pytest
from PySide6.QtWidgets import QLabel

from desktop_app.ui.widgets.working_place import WorkingPlace


@pytest.fixture
def place(qtbot, theme, runner):
    place = WorkingPlace(theme, runner, "look", QLabel("content"))
    qtbot.addWidget(place)
    place.show()
    return place


def double(n, *, progress):
    return 2 * n


def stumble(*, progress):
    raise ZeroDivisionError


def test_a_result_takes_the_place_of_the_progress(place, qtbot):
    with qtbot.waitSignal(place.finished) as got:
        place.run("Doubling", double, 4)
        place._on_timer_timeout()
        assert place.is_progress_shown
        assert place._content.isHidden()

    assert got.args == [8]
    assert not place.is_progress_shown
    assert place._content.isVisible()


def test_what_is_done_soon_shows_no_progress(place, qtbot):
    with qtbot.waitSignal(place.finished):
        place.run("Doubling", double, 4)

    assert not place._timer.isActive()


def test_what_goes_wrong_is_handed_on(place, qtbot):
    with qtbot.waitSignal(place.failed) as got:
        place.run("Stumbling", stumble)

    assert isinstance(got.args[0], ZeroDivisionError)


def test_cancel_brings_the_content_back_and_no_result(place, qtbot, runner):
    results = []
    place.finished.connect(results.append)
    place.run("Doubling", double, 4)
    place._on_timer_timeout()

    with qtbot.waitSignal(place.cancelled):
        place._card.cancel_button.click()
    qtbot.waitUntil(lambda: not runner.busy)

    assert results == []
    assert not place.is_working
    assert place._content.isVisible()
