"""What is wrong with the words of a window, for the eye and for the ear, each as one line."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QProgressBar,
    QScrollArea,
)

from desktop_app.core.sharing.tables import OWN_COLUMNS
from desktop_app.ui.widgets.bars import ShareBar, WorkBar
from desktop_app.ui.widgets.chart_frame import ChartFrame
from desktop_app.ui.widgets.column_chart import ColumnChart
from desktop_app.ui.widgets.piece import PieceLabel
from desktop_app.ui.widgets.plot_view import PlotView
from desktop_app.ui.widgets.strip import Strip
from tests.ui.audit.reading import accessible_name, is_inside_a_list, parts_of, words_of
from tests.ui.audit.stretching import MARKED

JARGON = re.compile(
    r"\b(cluster\w*|features?|centroids?|silhouettes?|inertia|wcss|pca|k-?means|z-?scores?|outliers?"
    r"|nulls?|nan|seeds?|errors?|fail\w*|invalid|illegal|fatal|segments?)\b",
    re.IGNORECASE,
)
SPEAKING = (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QProgressBar,
    PlotView,
    ColumnChart,
    PieceLabel,
    ShareBar,
    Strip,
    WorkBar,
)
"""What needs a name even if the keyboard does not reach it."""
OWN_WORDS = re.compile(r"Clientele|CSV|Excel|UTF-8|ASCII|[A-Z]{1,3}")


def nameless(window):
    """Name the widgets that a screen reader would pass over in silence."""
    for part in parts_of(window):
        is_reached = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if not (is_reached or isinstance(part, SPEAKING)) or is_inside_a_list(part):
            continue
        if isinstance(part, QScrollArea) and not is_reached:
            continue
        if not accessible_name(part).strip():
            yield f"{type(part).__name__} in {type(part.parentWidget()).__name__} has no name"
        if isinstance(part, PlotView) and not part.accessibleDescription():
            yield f"the chart “{part.accessibleName()}” is not described"


def tableless(window):
    """Name the charts that cannot be read as a table."""
    for part in parts_of(window):
        if isinstance(part, ChartFrame) and not (part._rows and part._rows[0]):
            yield f"{part._title} has no table"


def jargon(window):
    """Give the words that only the field knows, or that scold."""
    for part in parts_of(window):
        for words in words_of(part):
            if words not in OWN_COLUMNS and JARGON.search(words):
                yield f"“{words}”"


def untranslated(window, own_words):
    """Give the words of a stretched window that no translator would ever see."""
    for part in parts_of(window):
        for words in words_of(part):
            rest = words
            for own in own_words:
                rest = rest.replace(own, "")
            rest = OWN_WORDS.sub("", rest)
            is_file = words.startswith("/") or ".csv" in words
            is_ours = is_file or words in OWN_COLUMNS or MARKED.search(words)
            if re.search(r"[A-Za-z]{2}", rest) and not is_ours:
                yield f"{type(part).__name__} says “{words}”"
