"""What can be read in a window, by eye or by a screen reader."""

from html import unescape

from matplotlib.text import Text
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QMenuBar,
    QTableView,
    QWidget,
)

from desktop_app.ui.widgets.chart_canvas import ChartCanvas


def parts_of(window):
    """Give the window and everything on show in it; closed menus and lists are no part of it."""
    return [
        part
        for part in (window, *window.findChildren(QWidget))
        if part.isVisible() and part.window() is window
    ]


def accessible_name(part):
    interface = QAccessible.queryAccessibleInterface(part)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def texts_in(canvas):
    """Give the artists of a chart that write something."""
    return [
        text
        for text in canvas.figure.findobj(Text)
        if text.get_visible() and text.get_text().strip() and text.figure is not None
    ]


def words_of(part):
    """Give all words of one widget: those on show, its tooltip, and those that are read aloud."""
    yield from (plain(part.toolTip()), part.accessibleDescription(), accessible_name(part))
    if isinstance(part, QLabel | QAbstractButton):
        yield part.text()
    elif isinstance(part, QComboBox):
        yield from (part.itemText(i) for i in range(part.count()))
    elif isinstance(part, QTableView):
        yield from heads_of(part)
    elif isinstance(part, QMenuBar):
        yield from menu_words(part)
    elif isinstance(part, ChartCanvas):
        yield from (text.get_text() for text in texts_in(part))


def heads_of(table):
    model = table.model()
    places = range(model.columnCount()) if model is not None else ()
    return [str(model.headerData(i, Qt.Orientation.Horizontal) or "") for i in places]


def menu_words(menu):
    for action in menu.actions():
        yield action.text().replace("&", "")
        yield action.toolTip()
        if action.menu() is not None:
            yield from menu_words(action.menu())


def is_inside_a_list(part):
    """Heads and viewports belong to their table."""
    parent = part.parentWidget()
    return isinstance(parent, QAbstractItemView) or part.objectName().startswith("qt_")


def plain(tooltip):
    """Give the letters of a tooltip that shows words of a file."""
    return unescape(tooltip.removeprefix("<span>").removesuffix("</span>"))
