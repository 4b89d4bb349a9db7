"""The same words in every alphabet that makes sense of them: the user's eyes choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from desktop_app.i18n import _
from desktop_app.ui.widgets.buttons import push_button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.labels import text_label
from desktop_app.wording.reading import encoding_words

if TYPE_CHECKING:
    from desktop_app.core.intake.text.encodings import LettersPreview
    from desktop_app.ui.theme import Theme

BETWEEN_WORDS = "   "


class LettersChoice(Card):
    """A list of previews, one of them as the file is read now.

    Signals: ``letters_chosen(str | None)``, the encoding, ``None`` to find out.
    """

    letters_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, kind="well")
        self._theme = theme
        self._previews: tuple[LettersPreview, ...] = ()
        self._group = QButtonGroup(self)
        self._build()
        self._group.buttonClicked.connect(self._on_group_button_clicked)
        self._automatic.clicked.connect(self._on_automatic_clicked)

    @property
    def rows(self) -> list[LettersRow]:
        """The rows on show, the likeliest first."""
        return [row for row in self._group.buttons() if isinstance(row, LettersRow)]

    def show_note(self, words: str) -> None:
        """Say why there is nothing to choose."""
        self._clear()
        self._note.setText(words)

    def show_previews(self, previews: tuple[LettersPreview, ...]) -> None:
        """Offer ``previews``; without any nothing can look wrong."""
        if not previews:
            self.show_note(
                _("This file says itself how its letters are written, so they are right.")
            )
            return
        self._clear()
        self._previews = previews
        self._note.setText(_("Which line reads right? Choose it, and the file is read anew."))
        for place, preview in enumerate(previews):
            row = LettersRow(
                BETWEEN_WORDS.join(preview.words), encoding_words(preview.encoding), self._theme
            )
            self._group.addButton(row, place)
            self._list.addWidget(row)

    def show_chosen(self, encoding: str | None, *, is_told: bool) -> None:
        """Mark the preview that shows the file as it is read now; ``is_told`` by the user."""
        self._automatic.setVisible(is_told)
        self._group.setExclusive(False)
        for row, preview in zip(self.rows, self._previews, strict=True):
            row.setChecked(encoding is not None and preview.shows(encoding))
        self._group.setExclusive(True)

    def _build(self) -> None:
        px = self._theme.px
        self._note = text_label("", self._theme, "body", "text2", wrap=True)
        self._automatic = push_button(_("Let the program find out"), self._theme, "small", "undo")
        self._list = QVBoxLayout()
        self._list.setSpacing(px(6))
        self.body.setSpacing(px(10))
        self.body.addWidget(text_label(_("How the letters can be read"), self._theme, "heading"))
        self.body.addWidget(self._note)
        self.body.addLayout(self._list)
        self.body.addWidget(self._automatic, 0, Qt.AlignmentFlag.AlignLeft)
        self._automatic.hide()

    def _clear(self) -> None:
        self._previews = ()
        for row in self.rows:
            self._group.removeButton(row)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()

    @Slot(QAbstractButton)
    def _on_group_button_clicked(self, button: QAbstractButton) -> None:
        self.letters_chosen.emit(self._previews[self._group.id(button)].encoding)

    @Slot()
    def _on_automatic_clicked(self) -> None:
        self.letters_chosen.emit(None)


class LettersRow(QRadioButton):
    """Words in one alphabet and the alphabet's name; the words wrap where room is scarce."""

    def __init__(self, words: str, alphabet: str, theme: Theme) -> None:
        super().__init__()
        self.words = words
        self.setAccessibleName(_("{words} ({alphabet})").format(words=words, alphabet=alphabet))
        self.ensurePolished()  # else the style sheet has not yet said how large the circle is
        metric, style = QStyle.PixelMetric, self.style()
        side = style.pixelMetric(metric.PM_ExclusiveIndicatorWidth, None, self)
        gap = style.pixelMetric(metric.PM_RadioButtonLabelSpacing, None, self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(side + gap, theme.px(3), 0, theme.px(3))
        self._row.setSpacing(theme.px(12))
        self._add(text_label(words, theme, "body_medium", wrap=True), 1)
        self._add(text_label(alphabet, theme, "small", "text2"), 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _add(self, label: QLabel, stretch: int) -> None:
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row.addWidget(label, stretch, Qt.AlignmentFlag.AlignVCenter)

    # Qt overrides ---------------------------------------------------------------------------

    def hitButton(self, _pos: object) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._row.minimumSize()
