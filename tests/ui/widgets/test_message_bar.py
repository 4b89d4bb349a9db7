"""The message bar stays until it is answered, or passes by when it may."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QCursor, QEnterEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from desktop_app.ui.widgets import message_bar
from desktop_app.ui.widgets.message_bar import Message, MessageBar

KEPT = Message("info", "Your work was kept.", (("discard", "Discard"), ("open", "Open it")))
SAVED = Message("good", "Saved 2 files.", (("folder", "Show folder"),), is_passing=True)


@pytest.fixture
def bar(theme, qtbot):
    bar = MessageBar(theme)
    qtbot.addWidget(bar)
    return bar


def answers(bar):
    return {button.text(): button for button in bar.findChildren(QAbstractButton)}


def test_without_a_message_there_is_no_bar(bar):
    assert bar.message is None
    assert bar.isHidden()


def test_shows_the_sentence_and_its_answers(bar):
    bar.show_message(KEPT)

    assert bar.message == KEPT
    assert bar.accessibleName() == KEPT.text
    assert list(answers(bar)) == ["Discard", "Open it"]


def test_only_the_last_answer_is_firm(bar):
    bar.show_message(KEPT)

    kinds = [button.property("kind") for button in answers(bar).values()]

    assert kinds == ["quiet", "small"]


def test_answering_tells_the_key_and_takes_the_message_away(bar, qtbot):
    bar.show_message(KEPT)

    with qtbot.waitSignal(bar.action_chosen) as told:
        qtbot.mouseClick(answers(bar)["Open it"], Qt.MouseButton.LeftButton)

    assert told.args == ["open"]
    assert bar.message is None


def test_message_without_answers_can_be_closed_silently(bar, qtbot):
    told = []
    bar.action_chosen.connect(told.append)
    bar.show_message(Message("amber", "14 customers fit no group well."))

    (close,) = bar.findChildren(QAbstractButton)
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)

    assert close.accessibleName()
    assert bar.message is None
    assert told == []


def test_next_message_takes_the_place_of_the_one_before(bar, qtbot):
    bar.show_message(KEPT)
    bar.show_message(SAVED)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert bar.message == SAVED
    assert list(answers(bar)) == ["Show folder"]


def test_passing_message_leaves_by_itself(theme, qtbot, monkeypatch):
    monkeypatch.setattr(message_bar, "PASSING_MS", 1)
    bar = MessageBar(theme)
    qtbot.addWidget(bar)
    bar.move(100, 100)
    QCursor.setPos(0, 0)

    bar.show_message(SAVED)

    qtbot.waitUntil(lambda: bar.message is None)


def test_passing_message_waits_while_it_is_pointed_at(bar):
    bar.show_message(SAVED)
    timer = bar.findChild(message_bar.QTimer)

    point = QPointF(5, 5)
    QApplication.sendEvent(bar, QEnterEvent(point, point, point))
    is_waiting = not timer.isActive()
    QApplication.sendEvent(bar, QEvent(QEvent.Type.Leave))

    assert is_waiting
    assert timer.isActive()


def test_news_of_one_tone_can_be_withdrawn(bar):
    bar.show_message(KEPT)

    bar.clear_if("amber")
    stayed = bar.message
    bar.clear_if("info")

    assert stayed == KEPT
    assert bar.message is None
