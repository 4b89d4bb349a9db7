"""The customers on the page Who moved: who moved and why, who is new, who is gone, who fits badly."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
from PySide6.QtCore import QStandardPaths, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from desktop_app.core.errors import AppError
from desktop_app.document.saving import free_path, save_rows
from desktop_app.i18n import _, ngettext
from desktop_app.ui.models.frame_model import FrameModel
from desktop_app.ui.widgets.buttons import push_button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.data_table import DataTable
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.segmented import SegmentedControl
from desktop_app.wording.errors import sentence_for
from desktop_app.wording.flows import gone_word
from desktop_app.wording.following import place_words, why_moved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from desktop_app.core.customers.table import CustomerTable
    from desktop_app.core.tracking.following import Followed
    from desktop_app.ui.pages.context import PageContext

    PlaceWords = Callable[[int, Sequence[str], Mapping[str, str]], str]

MOVED, NEW, GONE, MISFITS = "moved", "new", "gone", "misfits"
TABLE_HEIGHT = 118


@dataclass(frozen=True, slots=True)
class _Line:
    """One customer; segments as in the baseline, negative for none."""

    name: str
    was: int
    now: int
    why: str = ""
    is_gone: bool = False


class MovedList(Card):
    """Lists one kind of customers; a switch chooses which, a button saves what is listed."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self._context = context
        self._lines: dict[str, list[_Line]] = {}
        self._followed: Followed | None = None
        self._names: Mapping[str, str] = {}
        self._frame = pd.DataFrame()
        self._folder: Path | None = None
        self._build()
        self._connect()

    def show_movement(
        self, followed: Followed, customers: CustomerTable, names: Mapping[str, str]
    ) -> None:
        """List the customers of a movement; ``names`` of the groups are by letter."""
        self._followed, self._names = followed, names
        formats = self._context.formats
        movement, called = followed.movement, _Names(customers)
        why = {
            row: why_moved(reason, followed, customers.columns, formats)
            for row, reason in movement.reasons.items()
        }

        def here(rows: Iterable[int]) -> list[_Line]:
            return [
                _Line(
                    called.of(row), int(movement.was[row]), int(movement.now[row]), why.get(row, "")
                )
                for row in map(int, rows)
            ]

        self._lines = {
            MOVED: here(movement.moved),
            NEW: here(movement.new),
            GONE: [
                _Line(gone.customer.replace("\x1f", ", "), gone.was, -1, is_gone=True)
                for gone in movement.gone
            ],
            MISFITS: here(followed.misfits),
        }
        self._show_switch()
        self._show_lines()

    def save_beside(self, source: Path) -> None:
        """Propose the folder of ``source`` when the list is saved."""
        self._folder = source.parent
        self._stem = source.stem

    # building -------------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self._context.theme
        self._stem = ""
        self._options = {
            MOVED: _("Moved"),
            NEW: _("New"),
            GONE: _("Gone"),
            MISFITS: _("Fit no group well"),
        }
        self.switch = SegmentedControl(tuple(self._options.items()), theme, _("Customers listed"))
        self._heading = text_label("", theme, "body_strong", wrap=True)
        self._news = text_label("", theme, "small", "text2", wrap=True)
        self._news.hide()
        self.save_button = push_button(_("Save this list"), theme, "small", icon="save")
        head = QHBoxLayout()
        head.setSpacing(theme.px(10))
        head.addWidget(self._heading, 1)
        head.addWidget(self.switch)
        head.addWidget(self.save_button)
        self.table = DataTable(theme, _("Customers who moved"))
        self.table.setMinimumHeight(theme.px(TABLE_HEIGHT))
        self.table.setSortingEnabled(True)
        self._model = FrameModel(self.table)
        self.table.setModel(self._model)
        self.body.addLayout(head)
        self.body.addWidget(self._news)
        self.body.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.switch.choice_changed.connect(self._on_switch_choice_changed)
        self.save_button.clicked.connect(self._on_save_button_clicked)

    # showing --------------------------------------------------------------------------------

    def _show_switch(self) -> None:
        count = self._context.formats.count
        for key, words in self._options.items():
            n = len(self._lines[key])
            self.switch.rename(key, _("{words} {n}").format(words=words, n=count(n)))
        filled = [key for key, lines in self._lines.items() if lines]
        self.switch.show_only(filled or [MOVED])
        self.table.setVisible(bool(filled))

    def _show_lines(self) -> None:
        assert self._followed is not None
        lines = self._lines[self.switch.chosen]
        segmentation = self._followed.baseline.segmentation
        heads = [_("Customer"), _("Was"), _("Now"), _("Why")]
        self._frame = self._table_of(lines, heads, place_words)
        shown = self._table_of(lines, heads, _shown_place)
        pieces = [
            [segmentation.pieces[place] if place >= 0 else None for place in places]
            for places in ([line.was for line in lines], [line.now for line in lines])
        ]
        self._model.show_frame(
            shown, heads, [None] * len(heads), pieces_by_column={1: pieces[0], 2: pieces[1]}
        )
        self.table.setColumnHidden(3, not any(line.why for line in lines))
        self.table.resizeColumnsToContents()
        self._heading.setText(self._heading_words(len(lines)))
        self.table.setAccessibleName(self._heading.text())
        self.save_button.setEnabled(bool(lines))
        self._news.hide()

    def _table_of(
        self, lines: Sequence[_Line], heads: Sequence[str], words_of: PlaceWords
    ) -> pd.DataFrame:
        """Give names, places and reasons; ``words_of`` names a place."""
        assert self._followed is not None
        letters, names = self._followed.baseline.segmentation.letters, self._names
        rows = [
            (
                line.name,
                words_of(line.was, letters, names),
                gone_word() if line.is_gone else words_of(line.now, letters, names),
                line.why,
            )
            for line in lines
        ]
        return pd.DataFrame(rows, columns=list(heads), dtype="str")

    def _heading_words(self, n: int) -> str:
        words = {
            MOVED: ngettext("{n} customer moved", "{n} customers moved", n),
            NEW: ngettext("{n} customer is new", "{n} customers are new", n),
            GONE: ngettext("{n} customer is gone", "{n} customers are gone", n),
            MISFITS: ngettext(
                "{n} customer fits no group well", "{n} customers fit no group well", n
            ),
        }[self.switch.chosen]
        return words.format(n=self._context.formats.count(n))

    def _tell(self, words: str) -> None:
        self._news.setText(words)
        self._news.show()

    # slots ----------------------------------------------------------------------------------

    @Slot(str)
    def _on_switch_choice_changed(self, _key: str) -> None:
        self._show_lines()

    @Slot()
    def _on_save_button_clicked(self) -> None:
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = f"{self._stem} - {self._options[self.switch.chosen]}.csv"
        proposed = free_path((self._folder or Path(place)) / name)
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Save this list"), str(proposed), _("Lists (*.csv)")
        )
        if not chosen:
            return
        path = Path(chosen)
        path = path if path.suffix.lower() == ".csv" else path.with_name(f"{path.name}.csv")
        self._context.runner.start(
            "save", save_rows, self._frame, path,
            on_done=self._on_list_saved, on_error=self._on_list_not_saved,
        )  # fmt: skip

    @Slot(object)
    def _on_list_saved(self, path: Path) -> None:
        self._tell(_("Saved {file}.").format(file=path.name))

    @Slot(object)
    def _on_list_not_saved(self, error: Exception) -> None:
        if isinstance(error, AppError):
            self._tell(sentence_for(error))
        else:
            self._context.session.crashed.emit(error)


def _shown_place(segment: int, letters: Sequence[str], names: Mapping[str, str]) -> str:
    """Give the name alone: the piece before it has the letter."""
    return names[letters[segment]] if segment >= 0 else place_words(segment, letters, names)


class _Names:
    """What customers are called, by row; without a name of their own by the row's number."""

    def __init__(self, customers: CustomerTable) -> None:
        column = customers.customer_id
        self._column = None if column is None else customers.frame[column]

    def of(self, row: int) -> str:
        """Give the name of the customer in ``row``."""
        if self._column is None:
            return _("Row {n}").format(n=row + 1)
        return str(self._column.iloc[row])
