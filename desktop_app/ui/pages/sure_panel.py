"""The chart of how sure we are of each number of groups, and what one group more would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.charts.one_more import draw_one_more
from desktop_app.charts.sureness import draw_sureness
from desktop_app.core.segmenting.splitting import one_more
from desktop_app.i18n import _
from desktop_app.ui.widgets.buttons import push_button
from desktop_app.ui.widgets.chart_frame import ChartFrame
from desktop_app.ui.widgets.plot_view import PlotView
from desktop_app.wording.splitting import split_sentence, split_table
from desktop_app.wording.sureness import describe_sureness, note_words, sureness_table

if TYPE_CHECKING:
    from desktop_app.core.segmenting.splitting import Split
    from desktop_app.document.document import Document
    from desktop_app.ui.pages.context import PageContext


class SurePanel(QWidget):
    """Shows one of the two in the same frame.

    Signals: ``k_chosen(k)`` when a row was clicked.
    """

    k_chosen = Signal(int)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._document: Document | None = None
        self._is_flow = False
        self._build()
        self.turn.clicked.connect(self._on_turn_clicked)
        self.plot.clicked.connect(self._on_plot_clicked)

    def show_document(self, document: Document) -> None:
        """Show what is known of the scan of ``document``."""
        assert document.scan is not None
        assert document.k is not None
        has_more = document.k + 1 in document.scan.ks
        self._document = document
        self._is_flow = self._is_flow and has_more
        self.turn.setVisible(has_more)
        self._show()

    def _build(self) -> None:
        theme = self._context.theme
        self.plot = PlotView(theme, _("How sure are we?"))
        self.frame = ChartFrame(_("How sure are we?"), "", self.plot, theme)
        self.turn = push_button("", theme, "quiet")
        self.frame.body.addWidget(self.turn, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)

    def _show(self) -> None:
        document = self._document
        assert document is not None
        if self._is_flow:
            args = (document.prepared, document.scan, document.k)
            start = self._context.runner.start
            start("one more", one_more, *args, on_done=self._on_split_made)
            return
        self.frame.set_title(_("How sure are we?"))
        self.turn.setText(_("What does one group more do?"))
        self._show_sureness(document)

    def _show_sureness(self, document: Document) -> None:
        scan, evidence, k = document.scan, document.evidence, document.k
        assert scan is not None
        purpose = document.plan.scan
        self.frame.set_note(note_words(scan, evidence))
        self.plot.draw(
            lambda ax, style: draw_sureness(ax, scan, evidence, style, purpose=purpose, chosen=k),
            describe_sureness(scan, evidence),
        )
        self.frame.show_table(*sureness_table(scan, evidence, purpose, self._context.formats))

    @Slot(object)
    def _on_split_made(self, split: Split) -> None:
        if not self._is_flow:
            return
        formats = self._context.formats
        words = split_sentence(split, formats)
        self.frame.set_title(_("What does one group more do?"))
        self.turn.setText(_("Back to how sure we are"))
        self.frame.set_note(words)
        self.plot.draw(lambda ax, style: draw_one_more(ax, split, style, formats), words)
        self.frame.show_table(*split_table(split, formats))

    @Slot()
    def _on_turn_clicked(self) -> None:
        self._is_flow = not self._is_flow
        self._show()

    @Slot(float, float)
    def _on_plot_clicked(self, _x: float, y: float) -> None:
        if not self._is_flow:
            self.k_chosen.emit(round(y))
