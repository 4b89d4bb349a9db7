"""One column of the list looked at closely: its picture, a sentence, and a few figures."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.charts.category_comparison import draw_category_comparison
from desktop_app.charts.column_histogram import draw_column_histogram
from desktop_app.charts.share_bars import draw_band_bars, draw_category_bars
from desktop_app.core.checking.looks.looking import can_be_looked_at, look_at_column
from desktop_app.i18n import _
from desktop_app.ui.widgets.axis_box import AxisBox
from desktop_app.ui.widgets.chart_frame import ChartFrame
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.figure_list import FigureList
from desktop_app.ui.widgets.flow_rows import FlowRows
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.named_field import NamedField
from desktop_app.ui.widgets.plot_view import PlotView
from desktop_app.ui.widgets.segmented import SegmentedControl
from desktop_app.ui.widgets.working_place import WorkingPlace
from desktop_app.wording.look_tables import (
    Table,
    band_table,
    comparison_table,
    histogram_table,
    word_table,
)
from desktop_app.wording.looks import (
    LookWords,
    band_sentence,
    comparison_sentence,
    figure_lines,
    look_sentence,
    reading_aid,
    title_words,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from desktop_app.charts.style import ChartStyle
    from desktop_app.core.checking.checked import CheckedTable
    from desktop_app.core.checking.columns import Column
    from desktop_app.core.checking.looks.looking import ColumnLook
    from desktop_app.ui.pages.context import PageContext

    Painter = Callable[[Axes, ChartStyle], None]

CHART_HEIGHT, ROW_HEIGHT = 200, 24
FIGURES_WIDTH = 230


class LookPanel(QWidget):
    """Shows one column; which one, and compared with what, is chosen in its ``head``.

    The head is placed by the owner. Signals: ``asked`` when the user chose something else to see,
    ``drawn`` when it is there; ``closed`` when the user does not want to wait for it.
    """

    asked = Signal()
    drawn = Signal()
    closed = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._checked: CheckedTable | None = None
        self._words: LookWords | None = None
        self._name, self._by = "", ""
        self._look: ColumnLook | None = None
        self._build()
        self._connect()

    @property
    def column(self) -> str:
        """The name of the column on show."""
        return self._name

    @property
    def has_head(self) -> bool:
        """There is always something to choose."""
        return True

    @property
    def partner(self) -> str:
        """The name of the column it is compared with, "" if there is none."""
        return self._by

    def show_column(
        self, checked: CheckedTable, words: LookWords, name: str = "", by: str = ""
    ) -> None:
        """Look at ``name``, else at the first column there is, compared with ``by``."""
        self._checked, self._words = checked, words
        columns = [column.name for column in checked.columns if can_be_looked_at(column)]
        if not columns:
            self._show_nothing()
            return
        self._name, self._by = name if name in columns else columns[0], by
        self._column.show_choices({each: words.names[each] for each in columns}, self._name)
        self._start()

    # building -------------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self._context.theme
        self._column = AxisBox(_("Column to look at"), theme)
        self._partner = AxisBox(_("Compare with"), theme)
        self._partner_field = NamedField("", self._partner, theme)
        self._view = SegmentedControl(
            (("shape", _("Bars")), ("bands", _("Bands"))), theme, _("Bars or bands")
        )
        self.head = QWidget()
        head = FlowRows(self.head, spacing=theme.px(12), row_spacing=theme.px(6))
        for widget in (
            NamedField(_("Column"), self._column, theme),
            self._partner_field,
            self._view,
        ):
            head.addWidget(widget)
        self._sentence = text_label("", theme, "body_strong", wrap=True)
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self._sentence)
        column.addWidget(self._build_picture(), 1)
        self._place = WorkingPlace(theme, self._context.runner, "look-column", self._content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._place, 1)

    def _build_picture(self) -> Columns:
        theme = self._context.theme
        self._plot = PlotView(theme, _("A closer look"))
        self._frame = ChartFrame(_("A closer look"), "", self._plot, theme)
        self._figures = FigureList(theme)
        picture = Columns(theme, spacing=10)
        picture.add(self._frame)
        picture.add(self._figures, FIGURES_WIDTH)
        return picture

    def _connect(self) -> None:
        self._column.choice_made.connect(self._on_column_choice_made)
        self._partner.choice_made.connect(self._on_partner_choice_made)
        self._view.choice_changed.connect(self._on_view_choice_changed)
        self._place.finished.connect(self._on_place_finished)
        self._place.failed.connect(self._context.session.crashed)
        self._place.cancelled.connect(self.closed)

    # showing --------------------------------------------------------------------------------

    def _start(self) -> None:
        assert self._words is not None
        words = _("Looking at {column}").format(column=self._words.names[self._name])
        self._place.run(words, look_at_column, self._checked, self._name, self._by or None)

    def _show_nothing(self) -> None:
        self._place.stop()
        self._column.show_choices({}, None)
        for widget in (self._partner_field, self._view, self._frame, self._figures):
            widget.hide()
        self._sentence.setText(_("All columns of this list hold names or free text."))

    def _show_choices(self, look: ColumnLook, words: LookWords) -> None:
        is_number = look.words is None
        alone = _("everyone together") if is_number else _("how many")
        partners: dict[str | None, str] = {"": alone}
        partners |= {name: words.names[name] for name in look.partners}
        self._partner_field.set_words(_("By") if is_number else _("Show"))
        self._partner.show_choices(partners, "" if look.comparison is None else self._by)
        self._partner_field.setVisible(bool(look.partners))
        self._view.setVisible(look.bands is not None and look.comparison is None)

    def _show_picture(self) -> None:
        look, words = self._look, self._words
        assert look is not None
        assert words is not None
        is_compared = look.comparison is not None and bool(look.comparison.spreads)
        sentence, view = self._sentence_and_view(look, words)
        title = title_words(look, words, is_compared=is_compared)
        self._sentence.setText(sentence)
        self._figures.show_figures(figure_lines(look, words))
        self._figures.show()
        painter, table = self._painter_and_table(look, words, view)
        self._frame.setVisible(bool(table[0]))
        if table[0]:
            self._frame.set_title(title)
            self._frame.set_note(reading_aid(look, view, words))
            self._frame.show_table(*table)
            rows = 0 if view == "shape" and look.words is None else len(table[0])
            px = self._context.theme.px
            self._frame.set_least_height(max(px(CHART_HEIGHT), px(ROW_HEIGHT * (rows + 1))))
            self._plot.draw(painter, sentence)

    def _sentence_and_view(self, look: ColumnLook, words: LookWords) -> tuple[str, str]:
        if look.comparison is not None:
            number = self._column_of(look.comparison.number)
            sentence = comparison_sentence(look.comparison, number, words)
            return sentence, "compared" if look.comparison.spreads else "shape"
        if look.bands is not None and self._view.chosen == "bands":
            return band_sentence(look.bands, look.column, words), "bands"
        return look_sentence(look, words), "shape"

    def _painter_and_table(
        self, look: ColumnLook, words: LookWords, view: str
    ) -> tuple[Painter, Table]:
        comparison, bands, summary = look.comparison, look.bands, look.words
        column = look.column
        if view == "compared" and comparison is not None:
            number = self._column_of(comparison.number)
            return (
                lambda ax, style: draw_category_comparison(
                    ax, comparison, style, column=number, words=words
                ),
                comparison_table(comparison, number, words),
            )
        if view == "bands" and bands is not None:
            return (
                lambda ax, style: draw_band_bars(ax, bands, style, column=column, words=words),
                band_table(bands, column, words),
            )
        if summary is not None:
            return (
                lambda ax, style: draw_category_bars(ax, summary, style, words=words),
                word_table(summary, words),
            )
        table: Table = ([], ())
        if look.histogram is not None:
            table = histogram_table(look.histogram, column, words)
        return lambda ax, style: draw_column_histogram(ax, look, style, words=words), table

    def _column_of(self, name: str) -> Column:
        assert self._checked is not None
        return self._checked.column(name)

    # slots ----------------------------------------------------------------------------------

    @Slot(object)
    def _on_place_finished(self, look: ColumnLook) -> None:
        self._look = look
        assert self._words is not None
        self._show_choices(look, self._words)
        self._show_picture()
        self.drawn.emit()

    @Slot(object)
    def _on_column_choice_made(self, name: str) -> None:
        self._name, self._by = name, ""
        self.asked.emit()
        self._start()

    @Slot(object)
    def _on_partner_choice_made(self, by: str) -> None:
        self._by = by
        self.asked.emit()
        self._start()

    @Slot(str)
    def _on_view_choice_changed(self, _view: str) -> None:
        self._show_picture()
