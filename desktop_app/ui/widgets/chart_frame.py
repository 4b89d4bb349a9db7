"""The frame of a chart: heading, how to read it, the same as a table, copy and save."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.errors import CannotWrite
from desktop_app.i18n import _
from desktop_app.ui.widgets.buttons import icon_button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.segmented import SegmentedControl
from desktop_app.wording.errors import sentence_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.charts.picture import PictureKind
    from desktop_app.ui.theme import Theme
    from desktop_app.ui.widgets.data_table import DataTable
    from desktop_app.ui.widgets.plot_view import PlotView

NARROW = 440  # below this the words of the choice become icons; copy and save move into "more"


class ChartFrame(Card):
    """Shows a chart as picture or table.

    ``lead`` stands where the heading would be, for a chart whose page says what it is;
    ``controls`` is room for more between heading and chart.
    """

    def __init__(
        self,
        title: str,
        note: str,
        plot: PlotView,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        lead: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._lead = lead
        self._theme, self._title, self._plot = theme, title, plot
        self._table: DataTable | None = None
        self._rows: tuple[Sequence[tuple[str, ...]], Sequence[str]] | None = None
        self._build(note)
        self._connect()

    @property
    def is_table(self) -> bool:
        """The table is on show instead of the picture."""
        return self._switch.chosen == "table"

    def set_title(self, title: str) -> None:
        """Show another heading."""
        self._title = title
        self._heading.setText(title)
        self._plot.setAccessibleName(title)
        self._switch.setAccessibleName(_("{chart} as").format(chart=title))
        if self._table is not None:
            self._table.setAccessibleName(_("{chart}, table").format(chart=title))

    def set_note(self, text: str) -> None:
        """Say in one line how to read the chart."""
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def set_least_height(self, pixels: int) -> None:
        """Keep picture and table at least so high."""
        self._stack.setMinimumHeight(pixels)
        # Each part keeps its last height in mind, and a page asks before all of them were told.
        part: QWidget | None = self._stack
        while part is not None:
            part.updateGeometry()
            part = part.parentWidget()

    def show_table(self, rows: Sequence[tuple[str, ...]], headers: Sequence[str]) -> None:
        """Give the same chart as a table of words."""
        self._rows = (rows, headers)
        self._news.hide()
        if self.is_table:
            self._fill_table()

    # building -------------------------------------------------------------------------------

    def _build(self, note: str) -> None:
        theme = self._theme
        self._heading = text_label(self._title, theme, "heading", wrap=True)
        self._note = text_label("", theme, "small", "text2", wrap=True)
        self._news = text_label("", theme, "small", "text2", wrap=True)
        self._news.hide()
        self.set_note(note)
        self.controls = QVBoxLayout()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._plot)
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.body.setSpacing(theme.px(4))
        self.body.addLayout(self._build_head())
        self.body.addWidget(self._note)
        self.body.addLayout(self.controls)
        self.body.addWidget(self._news)
        self.body.addWidget(self._stack, 1)

    def _build_head(self) -> QHBoxLayout:
        theme = self._theme
        self._switch = SegmentedControl(
            (("picture", _("Picture")), ("table", _("Table"))),
            theme,
            _("{chart} as").format(chart=self._title),
        )
        self._copy = QAction(_("Copy picture"), self)
        self._save = QAction(_("Save picture…"), self)
        self._copy_button = icon_button("copy", _("Copy picture"), theme)
        self._save_button = icon_button("save", _("Save picture"), theme)
        self._more_button = icon_button("more", _("More"), theme)
        menu = QMenu(self)
        menu.addActions([self._copy, self._save])
        self._more_button.setMenu(menu)
        self._plot.addActions([self._copy, self._save])
        self._plot.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        head = QHBoxLayout()
        head.setSpacing(theme.px(4))
        head.addWidget(self._lead or self._heading, 1)
        head.addWidget(self._switch)
        for button in (self._copy_button, self._save_button, self._more_button):
            head.addWidget(button)
        self._suit_width()
        return head

    def _connect(self) -> None:
        self._switch.choice_changed.connect(self._on_choice_changed)
        self._copy_button.clicked.connect(self._on_copy_requested)
        self._save_button.clicked.connect(self._on_save_requested)
        self._copy.triggered.connect(self._on_copy_requested)
        self._save.triggered.connect(self._on_save_requested)

    # showing --------------------------------------------------------------------------------

    def _suit_width(self) -> None:
        is_narrow = self.width() < self._theme.px(NARROW)
        is_wordless = is_narrow or self._lead is not None
        self._switch.show_icons({"picture": "picture", "table": "table"} if is_wordless else {})
        self._copy_button.setHidden(is_narrow)
        self._save_button.setHidden(is_narrow)
        self._more_button.setHidden(not is_narrow)

    def _fill_table(self) -> None:
        import pandas as pd

        from desktop_app.ui.models.frame_model import FrameModel
        from desktop_app.ui.widgets.data_table import DataTable

        if self._rows is None:
            return
        if self._table is None:
            self._table = DataTable(self._theme, _("{chart}, table").format(chart=self._title))
            self._table.setModel(FrameModel(self._table))
            self._stack.addWidget(self._table)
        rows, headers = self._rows
        columns = list(zip(*rows, strict=True))
        frame = pd.DataFrame(dict(enumerate(columns)), dtype=object)
        figures = {place for place, cells in enumerate(columns) if all(map(_is_figure, cells))}
        model = self._table.model()
        assert isinstance(model, FrameModel)
        model.show_frame(frame, headers, [None] * len(headers), right_aligned=figures)
        self._table.resizeColumnsToContents()

    def _tell(self, words: str) -> None:
        self._news.setText(words)
        self._news.show()

    # slots ----------------------------------------------------------------------------------

    @Slot(str)
    def _on_choice_changed(self, choice: str) -> None:
        self._news.hide()
        if choice == "table":
            self._fill_table()
        shown = self._table if choice == "table" and self._table is not None else self._plot
        self._stack.setCurrentWidget(shown)

    @Slot()
    def _on_copy_requested(self) -> None:
        if self.is_table and self._rows is not None:
            rows, headers = self._rows
            lines = ["\t".join(cells) for cells in (headers, *rows)]
            QGuiApplication.clipboard().setText("\n".join(lines))
            self._tell(_("The table was copied."))
        elif self._plot.has_drawing:
            self._plot.copy_picture(self._title)
            self._tell(_("The picture was copied."))

    @Slot()
    def _on_save_requested(self) -> None:
        if not self._plot.has_drawing:
            return
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        proposed = str(Path(place, f"{_file_stem(self._title)}.png"))
        chosen, _filter = QFileDialog.getSaveFileName(
            self, _("Save picture"), proposed, _("Pictures (*.png);;Drawings (*.svg)")
        )
        if chosen:
            self._save_as(Path(chosen))

    def _save_as(self, path: Path) -> None:
        kind: PictureKind = "svg" if path.suffix.lower() == ".svg" else "png"
        if path.suffix.lower() != f".{kind}":
            path = path.with_name(f"{path.name}.{kind}")
        try:
            self._plot.save_picture(path, kind, self._title)
        except CannotWrite as error:
            self._tell(sentence_for(error))
            return
        self._tell(_("Saved {file}.").format(file=path.name))

    # Qt overrides ---------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._suit_width()


def _is_figure(words: str) -> bool:
    """Whether a cell is set like a number: "57", "€87k", "<1 %", and the dash of an unknown one."""
    return words == "–" or (any(c.isdigit() for c in words) and not words[:1].isalpha())


def _file_stem(title: str) -> str:
    return "".join(c for c in title if c.isalnum() or c in " -").strip() or "chart"
