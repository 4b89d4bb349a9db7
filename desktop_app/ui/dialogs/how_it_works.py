"""One click deeper: the figures behind the suggestion, for those who know the field's words."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desktop_app.i18n import _
from desktop_app.ui.dialogs.preparation import PreparationDialog
from desktop_app.ui.dialogs.second_opinion import SecondOpinion
from desktop_app.ui.pages.context import PageContext
from desktop_app.ui.widgets.buttons import push_button
from desktop_app.ui.widgets.flow_rows import FlowRows
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.scrolled_body import scrolled_body
from desktop_app.ui.widgets.stepper import MOST_GROUPS, Stepper, in_sentence
from desktop_app.wording.figures import figures_notes, figures_table

WIDTH, HEIGHT = 820, 640


class HowItWorksDialog(QDialog):
    """Shows WCSS and silhouette per number of groups; seed and range can be changed."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("How does this work?"))
        self._build()
        self._connect()
        self._show()

    def _build(self) -> None:
        theme = self._context.theme
        body = scrolled_body(self, theme, WIDTH, HEIGHT)
        words = _(
            "The groups are found by k-means: every customer belongs to the nearest typical customer. "
            "WCSS (inertia) is the squared distance left inside the groups; the silhouette, from -1 to "
            "1, says how clearly they stand apart. The seed fixes the starts, so that the same list "
            "gives the same groups."
        )
        self._seed = Stepper(theme, _("Seed"), 0, 9999, 0)
        self._range = Stepper(theme, _("Try up to this many groups"), 2, MOST_GROUPS, 10)
        self.other_starts = push_button(_("Try other starts"), theme, "small")
        self._preparation = push_button(_("How facts are prepared…"), theme, "quiet")
        choices = QWidget()
        row = FlowRows(choices, spacing=theme.px(16), row_spacing=theme.px(6))
        row.addWidget(in_sentence(_("Try up to"), self._range, _("groups."), theme))
        row.addWidget(in_sentence(_("Seed"), self._seed, "", theme))
        row.addWidget(self.other_starts)
        row.addWidget(self._preparation)
        self._notes = text_label("", theme, "small", "text2", wrap=True)
        self.second_opinion = SecondOpinion(self._context)
        body.addWidget(text_label(words, theme, wrap=True))
        body.addWidget(choices)
        body.addWidget(self._build_table())
        body.addWidget(self._notes)
        body.addWidget(self.second_opinion)
        body.addStretch(1)

    def _build_table(self) -> QTableWidget:
        table = self._table = QTableWidget()
        table.setAccessibleName(_("Figures per number of groups"))
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setFont(self._context.theme.font("small"))
        table.horizontalHeader().setFont(self._context.theme.font("small"))
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
        return table

    def _connect(self) -> None:
        self._preparation.clicked.connect(self._on_preparation_clicked)
        self.finished.connect(self._on_finished)
        self._seed.value_chosen.connect(self._on_seed_chosen)
        self.other_starts.clicked.connect(self._on_other_starts_clicked)
        self._range.value_chosen.connect(self._on_range_chosen)
        self._context.session.document_changed.connect(self._show)

    @Slot()
    def _show(self) -> None:
        document = self._context.session.document
        self.second_opinion.show_document(document)
        self._seed.show_value(document.plan.scan.seed)
        self._range.show_value(document.plan.scan.max_k)
        if document.scan is None:
            return
        assert document.prepared is not None
        formats, seed = self._context.formats, document.plan.scan.seed
        notes = figures_notes(document.prepared, document.scan, document.evidence, seed, formats)
        self._notes.setText("\n".join(notes))
        rows, headers = figures_table(document.scan, formats, document.evidence)
        self._table.setColumnCount(len(headers))
        self._table.setHorizontalHeaderLabels(list(headers))
        self._table.setRowCount(len(rows))
        for i, row in enumerate(rows):
            for j, words in enumerate(row):
                item = QTableWidgetItem(words)
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self._table.setItem(i, j, item)
        self._table.resizeColumnsToContents()
        self._table.setFixedHeight(_whole_height(self._table))

    @Slot()
    def _on_preparation_clicked(self) -> None:
        PreparationDialog(self._context, self).open()

    @Slot(int)
    def _on_finished(self, _result: int) -> None:
        self.second_opinion.stop()

    @Slot(int)
    def _on_seed_chosen(self, seed: int) -> None:
        plan = self._context.session.document.plan
        self._context.session.apply(
            replace(plan, scan=replace(plan.scan, seed=seed)), _("try other starts")
        )

    @Slot()
    def _on_other_starts_clicked(self) -> None:
        highest = self._seed.maximum()
        self._on_seed_chosen((self._context.session.document.plan.scan.seed + 1) % (highest + 1))

    @Slot(int)
    def _on_range_chosen(self, max_k: int) -> None:
        plan = self._context.session.document.plan
        self._context.session.apply(
            replace(plan, scan=replace(plan.scan, max_k=max_k)),
            _("try up to {n} groups").format(n=max_k),
        )


def _whole_height(table: QTableWidget) -> int:
    """Give the height at which every row is seen; the dialog scrolls as a whole."""
    bar = table.horizontalScrollBar().sizeHint().height()
    edges = 2 * table.frameWidth() + table.horizontalHeader().sizeHint().height()
    return edges + table.verticalHeader().length() + bar
