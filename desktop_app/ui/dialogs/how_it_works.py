"""One click deeper: the figures behind the suggestion, for those who know the field's words."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.segmenting.choices import LongTails, Scale
from desktop_app.i18n import _
from desktop_app.ui.pages.context import PageContext
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.stepper import Stepper
from desktop_app.wording.figures import evidence_words, figures_table


class HowItWorksDialog(QDialog):
    """Shows WCSS and silhouette per number of groups; scaling, long tails and seed can be changed."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("How does this work?"))
        self.resize(context.theme.px(820), context.theme.px(600))
        self._build()
        self._connect()
        self._show()

    def _build(self) -> None:
        theme = self._context.theme
        words = _(
            "The groups are found by k-means: every customer belongs to the nearest typical customer. "
            "WCSS (inertia) is the squared distance left inside the groups; the silhouette, from -1 to "
            "1, says how clearly they stand apart. The seed fixes the starts, so that the same list "
            "gives the same groups."
        )
        self._scale = _combo(
            _("Scale"),
            {
                Scale.STANDARD.value: _("One scale for all (z-scores)"),
                Scale.ROBUST.value: _("One scale, by middle and quartiles"),
                Scale.NONE.value: _("As they are in the file"),
            },
        )
        self._tails = _combo(
            _("Long tails"),
            {
                LongTails.AUTO.value: _("Drawn in for money and counts of orders"),
                LongTails.LOG.value: _("Drawn in (logarithm)"),
                LongTails.KEEP.value: _("As they are"),
            },
        )
        self._seed = Stepper(theme, _("Seed"), 0, 9999, 0)
        self._range = Stepper(theme, _("Try up to this many groups"), 2, 30, 10)
        form = QFormLayout()
        form.addRow(_("Scale"), self._scale)
        form.addRow(_("Long tails"), self._tails)
        form.addRow(_("Try up to"), self._range)
        form.addRow(_("Seed"), self._seed)
        self._draws = text_label("", theme, "small", "text2", wrap=True)
        self._table = QTableWidget()
        self._table.setAccessibleName(_("Figures per number of groups"))
        self._table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._table.verticalHeader().hide()
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.px(12))
        layout.addWidget(text_label(words, theme, wrap=True))
        layout.addLayout(form)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._draws)

    def _connect(self) -> None:
        self._scale.activated.connect(self._on_scale_chosen)
        self._tails.activated.connect(self._on_tails_chosen)
        self._seed.value_chosen.connect(self._on_seed_chosen)
        self._range.value_chosen.connect(self._on_range_chosen)
        self._context.session.document_changed.connect(self._show)

    @Slot()
    def _show(self) -> None:
        document = self._context.session.document
        choice = document.plan.features
        self._scale.setCurrentIndex(self._scale.findData(choice.scale.value))
        self._tails.setCurrentIndex(self._tails.findData(choice.long_tails.value))
        self._seed.show_value(document.plan.scan.seed)
        self._range.show_value(document.plan.scan.max_k)
        if document.scan is None:
            return
        self._draws.setText(evidence_words(document.evidence))
        rows, headers = figures_table(document.scan, self._context.formats, document.evidence)
        self._table.setColumnCount(len(headers))
        self._table.setHorizontalHeaderLabels(list(headers))
        self._table.setRowCount(len(rows))
        for i, row in enumerate(rows):
            for j, words in enumerate(row):
                item = QTableWidgetItem(words)
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self._table.setItem(i, j, item)
        self._table.resizeColumnsToContents()

    @Slot(int)
    def _on_scale_chosen(self, _index: int) -> None:
        scale = Scale(self._scale.currentData())
        plan = self._context.session.document.plan
        self._context.session.apply(
            replace(plan, features=replace(plan.features, scale=scale)), _("choose the scale")
        )

    @Slot(int)
    def _on_tails_chosen(self, _index: int) -> None:
        tails = LongTails(self._tails.currentData())
        plan = self._context.session.document.plan
        self._context.session.apply(
            replace(plan, features=replace(plan.features, long_tails=tails)),
            _("choose what happens to long tails"),
        )

    @Slot(int)
    def _on_seed_chosen(self, seed: int) -> None:
        plan = self._context.session.document.plan
        self._context.session.apply(
            replace(plan, scan=replace(plan.scan, seed=seed)), _("try other starts")
        )

    @Slot(int)
    def _on_range_chosen(self, max_k: int) -> None:
        plan = self._context.session.document.plan
        self._context.session.apply(
            replace(plan, scan=replace(plan.scan, max_k=max_k)),
            _("try up to {n} groups").format(n=max_k),
        )


def _combo(name: str, words_by_key: dict[str, str]) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    for key, words in words_by_key.items():
        combo.addItem(words, key)
    return combo
