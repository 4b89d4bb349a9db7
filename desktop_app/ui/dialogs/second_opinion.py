"""What other methods make of the same customers, asked for with a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.core.errors import AppError
from desktop_app.i18n import _
from desktop_app.ui.widgets.buttons import push_button
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.working_place import WorkingPlace
from desktop_app.wording.errors import sentence_for

if TYPE_CHECKING:
    from desktop_app.core.progress import Progress
    from desktop_app.core.segmenting.results import Prepared, Segmentation
    from desktop_app.core.segmenting.second_opinions import SecondOpinions
    from desktop_app.document.document import Document
    from desktop_app.ui.pages.context import PageContext

CHANNEL = "second-opinion"


class SecondOpinion(QWidget):
    """Asks four methods about the groups that were found; never changes anything."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._segmentation: Segmentation | None = None
        self._build()
        self.ask_button.clicked.connect(self._on_ask_clicked)
        self._place.finished.connect(self._on_answered)
        self._place.failed.connect(self._on_not_answered)

    def show_document(self, document: Document) -> None:
        """Offer to ask about the groups of ``document``; what was said about others is taken away."""
        found = None if document.segmentation is None else document.segmentation.as_found
        self.setVisible(found is not None and not found.kinds)
        if found is self._segmentation:
            return
        self._segmentation = found
        self._place.stop()
        self._show_answers([])

    def stop(self) -> None:
        """Ask no longer."""
        self._place.stop()

    def _build(self) -> None:
        theme = self._context.theme
        words = _(
            "The same facts, put into groups by four other methods, beside your groups as they were "
            "found. What they say changes nothing about your groups."
        )
        self.ask_button = push_button(_("Ask other methods"), theme, "second")
        content = QWidget()
        self._answers = QVBoxLayout(content)
        self._answers.setContentsMargins(0, 0, 0, 0)
        self._answers.setSpacing(theme.px(10))
        row = QHBoxLayout()
        row.addWidget(self.ask_button)
        row.addStretch(1)
        self._answers.addLayout(row)
        self._blocks: list[QWidget] = []
        self._place = WorkingPlace(theme, self._context.runner, CHANNEL, content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(text_label(_("A second opinion"), theme, "heading"))
        column.addWidget(text_label(words, theme, wrap=True))
        column.addWidget(self._place)

    @property
    def words(self) -> list[str]:
        """What the methods say, line by line: each its name, then its words."""
        return [label.text() for block in self._blocks for label in block.findChildren(QLabel)]

    def _show_answers(self, lines: list[tuple[str, str]]) -> None:
        """Show (method, words) below each other; without a method the words stand alone."""
        for block in self._blocks:
            self._answers.removeWidget(block)
            block.deleteLater()
        self._blocks = [self._block(method, words) for method, words in lines]
        for block in self._blocks:
            self._answers.addWidget(block)
        self.ask_button.setVisible(not lines)

    def _block(self, method: str, words: str) -> QWidget:
        theme, block = self._context.theme, QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        if method:
            column.addWidget(text_label(method, theme, "body_strong", wrap=True))
        column.addWidget(text_label(words, theme, tone="text2", wrap=True))
        return block

    @Slot()
    def _on_ask_clicked(self) -> None:
        document = self._context.session.document
        if document.prepared is None or self._segmentation is None:
            return
        words = _("Asking other methods")
        self._place.run(words, _ask, document.prepared, self._segmentation)

    @Slot(object)
    def _on_answered(self, opinions: SecondOpinions) -> None:
        from desktop_app.wording.second_opinions import (
            looked_at_words,
            method_words,
            opinion_words,
        )

        assert self._segmentation is not None
        letters, formats = self._segmentation.letters, self._context.formats
        lines = [
            (method_words(o.method), opinion_words(o, letters, formats)) for o in opinions.opinions
        ]
        if looked_at := looked_at_words(opinions, formats):
            lines.append(("", looked_at))
        self._show_answers(lines)

    @Slot(object)
    def _on_not_answered(self, error: Exception) -> None:
        if isinstance(error, AppError):
            self._show_answers([("", sentence_for(error))])
        else:
            self._context.session.crashed.emit(error)


def _ask(prepared: Prepared, segmentation: Segmentation, *, progress: Progress) -> SecondOpinions:
    from desktop_app.core.segmenting.second_opinions import ask_other_methods

    return ask_other_methods(prepared, segmentation, progress=progress)
