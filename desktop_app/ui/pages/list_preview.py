"""The first customers as they will be saved, and the way to copy the list instead of saving it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop_app.core.sharing.tables import OWN_COLUMNS, labelled_preview
from desktop_app.i18n import _, ngettext
from desktop_app.ui.models.frame_model import FrameModel
from desktop_app.ui.widgets.axis_box import AxisBox
from desktop_app.ui.widgets.buttons import push_button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.data_table import DataTable
from desktop_app.ui.widgets.labels import text_label
from desktop_app.wording.rearranging import aside_name

if TYPE_CHECKING:
    from desktop_app.document.document import Document
    from desktop_app.report.story import Story
    from desktop_app.ui.theme import Theme

PREVIEW_ROWS, FIRST_COLUMNS = 5, 3
PREVIEW_HEIGHT = 150


class ListPreview(Card):
    """Shows the list; ``segment`` is what is copied, ``None`` for everyone.

    Signals: ``copy_requested()``.
    """

    copy_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.segment: int | None = None
        self._title = text_label("", theme, "body_strong", wrap=True)
        self.parts = AxisBox(_("What to copy"), theme)
        # Its words are never cut; the title beside it goes on below.
        self.parts.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.copy = push_button(_("Copy"), theme, "small")
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(self._title, 1)
        head.addWidget(self.parts)
        head.addWidget(self.copy)
        self._table = DataTable(theme, _("First customers as they will be saved"))
        self._table.setMinimumHeight(theme.px(PREVIEW_HEIGHT))
        self._model = FrameModel(self._table)
        self._table.setModel(self._model)
        self.body.addLayout(head)
        self.body.addWidget(self._table, 1)
        self.parts.choice_made.connect(self._on_parts_choice_made)
        self.copy.clicked.connect(self._on_copy_clicked)

    def show_document(self, document: Document, story: Story) -> None:
        """Offer everyone and each segment of a complete document to be copied."""
        assert document.segmentation is not None
        self.segment = None
        parts: dict[str | None, str] = {"": _("All customers")}
        for segment, letter in enumerate(document.segmentation.letters):
            parts[str(segment)] = _("{letter} {name}").format(
                letter=letter, name=story.names[letter]
            )
        self.parts.show_choices(parts, "")

    def show_rows(self, document: Document, story: Story, without: tuple[str, ...]) -> None:
        """Show the first rows ``without`` the columns that are left out."""
        assert document.customers is not None
        assert document.segmentation is not None
        customers = document.customers
        frame = labelled_preview(
            customers, document.segmentation, story.names, PREVIEW_ROWS, aside=aside_name()
        )
        places = range(frame.shape[1])
        kept = [p for p, column in enumerate(customers.columns) if column.name not in without]
        shown = [*kept[:FIRST_COLUMNS], *places[-len(OWN_COLUMNS) :]]
        n_hidden = max(0, len(kept) - FIRST_COLUMNS)
        title = _("Your list, with the new columns at the end")
        more = ngettext(
            "{title} ({n} more column is not shown here)",
            "{title} ({n} more columns are not shown here)",
            n_hidden,
        )
        self._title.setText(more.format(title=title, n=n_hidden) if n_hidden else title)
        headers = [str(frame.columns[place]) for place in shown]
        cells = frame.iloc[:, shown]
        self._model.show_frame(cells, headers, [None] * len(shown), n_added=len(OWN_COLUMNS))
        self._table.resizeColumnsToContents()

    @Slot(object)
    def _on_parts_choice_made(self, segment: str) -> None:
        self.segment = int(segment) if segment else None

    @Slot()
    def _on_copy_clicked(self) -> None:
        self.copy_requested.emit()
