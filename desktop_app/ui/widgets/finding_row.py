"""One finding: a sign, what is odd, the answers as buttons, and the way to the place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.i18n import _
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.buttons import TintedButton, push_button
from desktop_app.ui.widgets.columns import LEAST_EMS
from desktop_app.ui.widgets.flow_rows import FlowRows
from desktop_app.ui.widgets.icon_label import IconLabel
from desktop_app.ui.widgets.labels import text_label

ROW_HEIGHT = 39
LONGEST_TITLE = 180
_MARGIN_EMS = 2  # of a page around the row


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding in words.

    ``fixes`` pairs a key with the words of its button, ``chosen`` is the key that holds now.
    ``cell`` is the finding's row and column in the table, ``None`` for no place.
    """

    title: str
    sentence: str
    needs_look: bool
    cell: tuple[int, int] | None = None
    fixes: tuple[tuple[str, str], ...] = ()
    chosen: str | None = None

    @property
    def words(self) -> str:
        """The whole finding as it is read aloud."""
        return f"{self.title} {self.sentence}".strip()


class FindingRow(QWidget):
    """Shows one finding; its answers go below the sentence where there is no room beside it.

    Signals: ``fix_chosen(key)``; ``place_requested()`` to see where it is.
    """

    fix_chosen = Signal(str)
    place_requested = Signal()

    def __init__(self, line: FindingLine, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._button_by_fix: dict[str, TintedButton] = {}
        self._build(line)
        self.show_chosen(line.chosen)

    def show_chosen(self, chosen: str | None) -> None:
        """Mark the answer that holds now."""
        for key, button in self._button_by_fix.items():
            button.set_kind("chosen" if key == chosen else "small")
            button.setChecked(key == chosen)

    # building -------------------------------------------------------------------------------

    def _build(self, line: FindingLine) -> None:
        px = self._theme.px
        self.setMinimumHeight(px(ROW_HEIGHT))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(px(13), px(4), px(8), px(4))
        self._row.setSpacing(px(9))
        self._row.addWidget(self._words(line), 1)
        if line.fixes or line.cell is not None:
            self._row.addWidget(self._answers(line), 0, Qt.AlignmentFlag.AlignVCenter)

    def _words(self, line: FindingLine) -> QWidget:
        theme = self._theme
        icon = IconLabel("warn" if line.needs_look else "info", _tone(line), theme)
        icon.setAccessibleName(_("Needs a look") if line.needs_look else _("Good to know"))
        words = QWidget()
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(words)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(9))
        row.addWidget(icon)
        sentence = text_label(line.sentence, theme, wrap=True)
        title = text_label(line.title, theme, "body_strong") if line.title else None
        if title is not None and title.sizeHint().width() > theme.px(LONGEST_TITLE):
            row.addLayout(self._stacked(line.title, sentence), 1)
            return words
        if title is not None:
            row.addWidget(title)
        row.addWidget(sentence, 1)
        return words

    def _stacked(self, title: str, sentence: QLabel) -> QVBoxLayout:
        """Put a long title above its sentence, which would be squeezed beside it."""
        column = QVBoxLayout()
        column.setSpacing(self._theme.px(1))
        column.addWidget(text_label(title, self._theme, "body_strong", wrap=True))
        column.addWidget(sentence)
        return column

    def _answers(self, line: FindingLine) -> QWidget:
        answers = QWidget()
        answers.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = FlowRows(answers, spacing=self._theme.px(8), row_spacing=self._theme.px(4))
        for key, words in line.fixes:
            button = self._button_by_fix[key] = push_button(words, self._theme, "small")
            button.setCheckable(True)
            button.setAccessibleName(
                _("{answer}: {finding}").format(answer=words, finding=line.words)
            )
            button.clicked.connect(partial(self._choose, key))
            row.addWidget(button)
        if line.cell is not None:
            row.addWidget(self._show_button(line))
        return answers

    def _show_button(self, line: FindingLine) -> QPushButton:
        button = push_button(_("Show row"), self._theme, "quiet")
        button.setAccessibleName(_("Show row: {finding}").format(finding=line.words))
        button.clicked.connect(self._ask_for_place)
        return button

    # slots ----------------------------------------------------------------------------------

    def _choose(self, key: str, _is_checked: bool = False) -> None:
        self.fix_chosen.emit(key)

    def _ask_for_place(self, _is_checked: bool = False) -> None:
        self.place_requested.emit()

    # Qt overrides ---------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= (LEAST_EMS - _MARGIN_EMS) * self._theme.em
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)


def _tone(line: FindingLine) -> str:
    return "amber" if line.needs_look else "info"
