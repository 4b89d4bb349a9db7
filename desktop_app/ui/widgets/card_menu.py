"""What can be done to a group besides naming it: merge it with another, split it, set it aside."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.i18n import _
from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.piece import piece_icon
from desktop_app.ui.widgets.plain_words import without_mnemonic
from desktop_app.ui.widgets.segment_card import SegmentCardContent

PIECE_PX = 18


class CardMenu(QMenu):
    """The menu of one card.

    Signals: ``merge_requested(segment, other)``; ``split_requested(segment)``;
    ``aside_requested(segment)``.
    """

    merge_requested = Signal(int, int)
    split_requested = Signal(int)
    aside_requested = Signal(int)

    def __init__(
        self,
        own: SegmentCardContent,
        every: Sequence[SegmentCardContent],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._segment = own.segment
        self._theme = theme
        others = [content for content in every if content.segment != own.segment]
        self.merge_menu = self.addMenu(_("Merge with"))
        self.merge_menu.setEnabled(bool(others))
        for other in others:
            self._add_other(other)
        self.split_action = self.addAction(_("Split in two"))
        self.split_action.setEnabled(own.size > 1)
        self.split_action.triggered.connect(self._on_split_triggered)
        self.aside_action = self.addAction(_("Set aside"))
        self.aside_action.setEnabled(bool(others))
        self.aside_action.triggered.connect(self._on_aside_triggered)

    def _add_other(self, other: SegmentCardContent) -> None:
        words = _("{letter} {name}").format(letter=other.letter, name=other.name)
        icon = piece_icon(other.piece, self._theme, PIECE_PX)
        action = self.merge_menu.addAction(icon, without_mnemonic(words))
        action.triggered.connect(partial(self._merge_with, other.segment))

    def _merge_with(self, other: int, _is_checked: bool = False) -> None:
        self.merge_requested.emit(self._segment, other)

    @Slot()
    def _on_split_triggered(self) -> None:
        self.split_requested.emit(self._segment)

    @Slot()
    def _on_aside_triggered(self) -> None:
        self.aside_requested.emit(self._segment)
