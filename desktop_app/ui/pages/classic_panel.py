"""The classic view on the page How many: the grid, the kinds in words, and whether it fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.i18n import _
from desktop_app.ui.pages.grid_panel import GridPanel
from desktop_app.ui.widgets.buttons import push_button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.kind_rows import KindRow, KindRows
from desktop_app.ui.widgets.labels import text_label
from desktop_app.wording.classic import (
    by_rule_sentence,
    fitness_sentences,
    kind_meaning,
    kind_names,
    levels_sentence,
)

if TYPE_CHECKING:
    from desktop_app.core.customers.classic.views import ClassicView
    from desktop_app.document.document import Document
    from desktop_app.ui.pages.context import PageContext

KINDS_WIDTH = 318


class ClassicPanel(QWidget):
    """Shows the kinds of customers by rule.

    Signals: ``found_requested()`` when the user would rather have the groups found in the data.
    """

    found_requested = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._build()
        self._connect()

    def show_document(self, document: Document) -> None:
        """Show the kinds of a document whose groups are made by rule."""
        assert document.customers is not None
        assert document.segmentation is not None
        assert document.customers.classic is not None
        self._show_fitness(document.customers.classic)
        self.kinds.show_rows(self._kind_rows(document))
        self.grid.show_document(document)

    # building -------------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self._context.theme
        self.grid = GridPanel(self._context)
        self.kinds = KindRows(theme)
        columns = Columns(theme, spacing=14)
        columns.turned.connect(self._on_columns_turned)
        columns.add(self.grid)
        columns.add(self.kinds, KINDS_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self._build_fitness())
        column.addWidget(columns, 1)

    def _build_fitness(self) -> Card:
        theme = self._context.theme
        self.fitness_card = Card(theme, kind="info")
        self.fitness = text_label("", theme, wrap=True)
        self.instead = push_button(_("Use the groups found instead"), theme, "small")
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addWidget(self.fitness, 1)
        row.addWidget(self.instead)
        self.fitness_card.body.addLayout(row)
        return self.fitness_card

    def _connect(self) -> None:
        self.instead.clicked.connect(self._on_instead_clicked)

    # showing --------------------------------------------------------------------------------

    def _show_fitness(self, view: ClassicView) -> None:
        """Say what does not fit this shop, and what does; where all fits, where kinds come from."""
        formats = self._context.formats
        against = fitness_sentences(view.fitness, formats) or tuple(
            filter(None, [levels_sentence(view, formats)])
        )
        self.fitness.setText(" ".join(against) or by_rule_sentence())
        self.instead.setVisible(bool(against))

    def _kind_rows(self, document: Document) -> list[KindRow]:
        assert document.segmentation is not None
        segmentation, formats = document.segmentation, self._context.formats
        names, own = kind_names(), dict(document.own_names)
        shares = _money_shares(document)
        return [
            KindRow(
                segment=segment,
                name=own.get(letter, names[kind]),
                size=formats.count(size),
                share=_("{share} of the money").format(share=formats.percent(share))
                if share is not None
                else "",
                meaning=kind_meaning(kind),
            )
            for segment, (letter, kind, size, share) in enumerate(
                zip(
                    segmentation.letters,
                    segmentation.kinds,
                    segmentation.sizes,
                    shares,
                    strict=True,
                )
            )
        ]

    # slots ----------------------------------------------------------------------------------

    @Slot()
    def _on_instead_clicked(self) -> None:
        self.found_requested.emit()

    @Slot(bool)
    def _on_columns_turned(self, is_row: bool) -> None:
        self.kinds.unroll(not is_row)


def _money_shares(document: Document) -> list[float | None]:
    """Give the share of the money of every kind, once the groups are described."""
    assert document.segmentation is not None
    if document.description is None:
        return [None] * document.segmentation.k
    return [profile.money_share for profile in document.description.profiles]
