import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.ui.widgets.file_drop import FileDrop


@pytest.fixture
def target(qtbot):
    target = QWidget()
    qtbot.addWidget(target)
    return target


@pytest.fixture
def heard(target):
    """What the drop helper said, in order."""
    drop, heard = FileDrop(target), []
    drop.hovered.connect(lambda name: heard.append(("hovered", name)))
    drop.dropped.connect(lambda paths: heard.append(("dropped", paths)))
    return heard


def data_of(*urls):
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    return data


def enter(target, data):
    actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    event = QDragEnterEvent(
        QPoint(5, 5), actions, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.setAccepted(False)
    QApplication.sendEvent(target, event)
    return event


def drop(target, data):
    enter(target, data)
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.MoveAction | Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(target, event)
    return event


def test_a_file_that_hovers_is_named(target, heard, tmp_path):
    event = enter(target, data_of((tmp_path / "shop.csv").as_uri()))

    assert event.isAccepted()
    assert heard == [("hovered", "shop.csv")]


def test_several_files_are_counted(target, heard, tmp_path):
    enter(target, data_of((tmp_path / "a.csv").as_uri(), (tmp_path / "b.csv").as_uri()))

    assert heard == [("hovered", "2 files")]


def test_leaving_takes_the_invitation_back(target, heard, tmp_path):
    enter(target, data_of((tmp_path / "shop.csv").as_uri()))

    QApplication.sendEvent(target, QDragLeaveEvent())

    assert heard[-1] == ("hovered", None)


def test_dropped_files_arrive_as_paths(target, heard, tmp_path):
    drop(target, data_of((tmp_path / "shop.csv").as_uri()))

    assert heard[1:] == [("hovered", None), ("dropped", (tmp_path / "shop.csv",))]


def test_a_dropped_file_is_copied_and_never_moved(target, heard, tmp_path):
    event = drop(target, data_of((tmp_path / "shop.csv").as_uri()))

    assert event.dropAction() == Qt.DropAction.CopyAction


def test_an_address_on_the_web_is_not_taken(target, heard):
    event = enter(target, data_of("https://example.org/shop.csv"))

    assert not event.isAccepted()
    assert heard == []
