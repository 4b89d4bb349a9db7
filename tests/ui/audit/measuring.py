"""What is wrong with the places of things in a laid-out window, each as one line of words."""

from itertools import combinations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QMenuBar,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QTableView,
    QToolButton,
)

from desktop_app.ui.widgets.chart_canvas import ChartCanvas
from desktop_app.ui.widgets.fitting_table import FittingTable
from desktop_app.ui.widgets.plot_tools import PlotTools
from desktop_app.ui.widgets.step_rail import _TEXT_LEFT, _TEXT_RIGHT, StepItem
from tests.ui.audit.reading import is_inside_a_list, parts_of, texts_in

SPARE = 1  # px by which rounding may differ
LEAST_BODY_EMS = 14  # a page that shows less than this of its body cannot be read


def cut_words(window):
    """Name the widgets that have less room than their words need."""
    for part in parts_of(window):
        needed = _needed_room(part)
        if needed is None:
            continue
        for side, need, have in zip(("wide", "high"), needed, _room(part)):
            if need > have + SPARE:
                yield f"{_name(part)} is {have} {side}, needs {need}"
    for table in _tables(window):
        yield from _cut_cells(table)
    for canvas in parts_of(window):
        if isinstance(canvas, ChartCanvas):
            yield from _cut_chart_words(canvas)


def sticking_out(window):
    """Name the widgets that are not wholly inside their parent."""
    for part in parts_of(window):
        parent = part.parentWidget()
        if part is window or parent is None or _is_overlay(part) or _is_scrolled(part):
            continue
        if not parent.rect().contains(part.geometry()):
            yield f"{_name(part)} {_box(part.geometry())} out of {_name(parent)} {_box(parent.rect())}"


def overlapping(window):
    """Name the pairs of neighbours that lie on each other."""
    parts = [p for p in parts_of(window) if not _is_overlay(p) and not is_inside_a_list(p)]
    by_parent = {}
    for part in parts:
        if not isinstance(part.parentWidget(), QAbstractScrollArea | QAbstractSpinBox | QComboBox):
            by_parent.setdefault(part.parentWidget(), []).append(part)
    for neighbours in by_parent.values():
        for one, other in combinations(neighbours, 2):
            if one.geometry().intersects(other.geometry()):
                yield f"{_name(one)} lies on {_name(other)}"


def sideways(window):
    """Name the scroll areas whose contents are wider than they are."""
    for area in parts_of(window):
        if isinstance(area, QScrollArea) and area.widget() is not None:
            have, need = area.viewport().width(), area.widget().width()
            if need > have:
                yield f"{_name(area)} is {have} wide, its contents {need}"


def hard_to_scroll(window):
    """Name pages that leave hardly any room to read, and lists that scroll inside a scrolling page."""
    page = window.page(window.current_step)
    outer = page._scroll
    if not outer.isVisible():
        return
    if outer.viewport().height() < LEAST_BODY_EMS * window.theme.em:
        yield f"only {outer.viewport().height()} px of the body are on show"
    for inner in parts_of(window):
        is_inside = (
            isinstance(inner, QScrollArea) and inner is not outer and outer.isAncestorOf(inner)
        )
        if (
            is_inside
            and inner.verticalScrollBar().maximum()
            and outer.verticalScrollBar().maximum()
        ):
            yield f"{_name(inner)} scrolls inside a page that scrolls"


# words and their room -----------------------------------------------------------------------


def _needed_room(part):
    """Give width and height that the words of ``part`` need; ``None`` for what has no words."""
    if isinstance(part, QLabel):
        return _label_need(part)
    if isinstance(part, QPushButton | QToolButton | QCheckBox | QRadioButton):
        if part.layout() is not None:  # its words are labels of their own
            return None
        return part.sizeHint().toTuple()
    if isinstance(part, QComboBox):
        return _text_size(part, part.currentText())
    if isinstance(part, QSpinBox):
        return _text_size(part, max(str(part.minimum()), str(part.maximum()), key=len))
    if isinstance(part, QMenuBar):
        return part.sizeHint().toTuple()
    if isinstance(part, StepItem):
        return _step_need(part)
    return None


def _room(part):
    style = part.style()
    if isinstance(part, QLabel):
        return part.contentsRect().size().toTuple()
    if isinstance(part, QComboBox):
        option = QStyleOptionComboBox()
        part.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        control = QStyle.ComplexControl.CC_ComboBox
        return style.subControlRect(control, option, field, part).size().toTuple()
    if isinstance(part, QSpinBox):
        return part.lineEdit().size().toTuple()
    return part.size().toTuple()


def _label_need(label):
    if not label.pixmap().isNull():
        return label.pixmap().deviceIndependentSize().toSize().toTuple()
    if not label.text():
        return None
    if not label.wordWrap():
        return _text_size(label, label.text())
    room = QRect(0, 0, label.contentsRect().width(), 100_000)
    words = label.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, label.text())
    return words.size().toTuple()


def _text_size(part, text):
    return part.fontMetrics().size(0, text).toTuple()


def _step_need(item):
    """A step writes by itself and wraps, so only a single long word can be too wide for it."""
    metrics = QFontMetrics(item._theme.font(item._title_role()))
    widest = max(metrics.horizontalAdvance(word) for word in item.step.title.split())
    return _TEXT_LEFT + widest + _TEXT_RIGHT, item.heightForWidth(item.width())


def _tables(window):
    return [part for part in parts_of(window) if isinstance(part, QTableView)]


def _cut_cells(table):
    head = table.horizontalHeader()
    if head.height() + SPARE < head.sizeHint().height():
        yield f"the head of {_name(table)} is {head.height()} high, needs {head.sizeHint().height()}"
    if isinstance(table, FittingTable):  # it narrows columns on purpose; tooltips say the rest
        return
    for place in range(head.count()):
        have = head.sectionSize(place)
        need = max(head.sectionSizeHint(place), table.sizeHintForColumn(place))
        if not head.isSectionHidden(place) and have + SPARE < min(need, head.maximumSectionSize()):
            words = table.model().headerData(place, Qt.Orientation.Horizontal)
            yield f"column “{words}” of {_name(table)} is {have} wide, needs {need}"
    if table.rowHeight(0) < table.fontMetrics().height():
        yield f"rows of {_name(table)} are {table.rowHeight(0)} high"


def _cut_chart_words(canvas):
    texts = texts_in(canvas)
    boxes = [text.get_window_extent().padded(-SPARE) for text in texts]
    whole = canvas.figure.bbox
    for text, box in zip(texts, boxes):
        inside = box.x0 >= 0 and box.y0 >= 0 and box.x1 <= whole.width and box.y1 <= whole.height
        if not inside:
            yield f"“{text.get_text()}” leaves {_name(canvas.parentWidget())}"
    for (one, its_box), (other, other_box) in combinations(zip(texts, boxes), 2):
        if its_box.overlaps(other_box) and not (_is_letter(one) and _is_letter(other)):
            chart = _name(canvas.parentWidget())
            yield f"“{one.get_text()}” lies on “{other.get_text()}” in {chart}"


# telling what is what -----------------------------------------------------------------------


def _is_letter(text):
    """The letter of a piece stands where its customers are, on another piece if need be."""
    return (text.get_gid() or "").startswith("letter")


def _is_overlay(part):
    if isinstance(part, ChartCanvas | PlotTools):
        return True  # the tools of a picture stand on it, where it leaves them room
    return part.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents) and (
        (part.parentWidget() is not None and part.parentWidget().layout() is None)
        or type(part).__name__ in ("FocusRing", "DropOverlay", "PointMark")
    )


def _is_scrolled(part):
    """What is scrolled may be larger than its place; ``sideways`` looks after its width."""
    area = part.parentWidget().parentWidget()
    return isinstance(area, QAbstractScrollArea) and area.viewport() is part.parentWidget()


def _name(part):
    words = part.text() if hasattr(part, "text") and callable(part.text) else ""
    return f"{type(part).__name__} “{(words or part.accessibleName())[:40]}”"


def _box(rect):
    return f"{rect.x()},{rect.y()} {rect.width()}x{rect.height()}"
