"""The pictures that describe the groups, on the page Your groups: what they are of is chosen here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.charts.group_pictures import (
    Groups,
    GroupView,
    Pointed,
    ViewChoice,
    make_group_picture,
)
from desktop_app.core.describing.fact_rows import fact_rows
from desktop_app.i18n import _
from desktop_app.report.group_views import groups_of, offered_views
from desktop_app.ui.widgets.axis_box import AxisBox
from desktop_app.ui.widgets.chart_frame import ChartFrame
from desktop_app.ui.widgets.flow_rows import FlowRows
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.plot_view import PlotView
from desktop_app.ui.widgets.segmented import SegmentedControl

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.charts.group_pictures import GroupPicture
    from desktop_app.document.document import Document
    from desktop_app.report.story import Story
    from desktop_app.ui.pages.context import PageContext

_PAIRS = (GroupView.PAIR, GroupView.PAIR_WORDS)


class DescribedPanel(QWidget):
    """Draws one of the pictures that are made from what the groups are like.

    ``switch`` stands before the choices of the picture. Signals: ``segment_clicked(segment)``.
    """

    segment_clicked = Signal(int)

    def __init__(
        self,
        context: PageContext,
        parent: QWidget | None = None,
        *,
        switch: QWidget,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._groups: Groups | None = None
        self._view = GroupView.PROFILE
        self._columns: dict[GroupView, str] = {}
        self._pair = (0, 1)
        self._segment: int | None = None
        self.picture: GroupPicture | None = None
        self._build(switch)
        self._connect()

    @property
    def offered(self) -> tuple[GroupView, ...]:
        """The pictures that there can be of these groups."""
        return () if self._groups is None else offered_views(self._groups)

    def show_document(self, document: Document, story: Story) -> None:
        """Take over the groups of a complete document; they are drawn once they are looked at."""
        is_other = self._groups is None or self._groups.segmentation is not document.segmentation
        self._groups = groups_of(document, story, self._context.formats)
        if is_other:
            self._pair = (0, min(1, self._groups.segmentation.k - 1))
        self.picture = None

    def show_view(self, view: GroupView) -> None:
        """Draw the picture ``view``, which must be ``offered``."""
        if view is GroupView.PAIR and not self._facts():
            view = GroupView.PAIR_WORDS
        if self.picture is None or view is not self._view:
            self._view = view
            self._make_picture()

    def show_segment(self, segment: int | None) -> None:
        """Bring out ``segment``; of two that are compared it becomes the first."""
        if segment == self._segment:
            return
        self._segment = segment
        if self._view in _PAIRS and segment is not None and segment not in self._pair:
            self._pair = (segment, self._pair[1])
            if self.picture is not None:
                self._make_picture()
        else:
            self._draw()

    # building -------------------------------------------------------------------------------

    def _build(self, switch: QWidget) -> None:
        theme = self._context.theme
        self.plot = PlotView(theme, _("Picture of the groups"))
        self._column = AxisBox(_("What the picture is of"), theme)
        self._first = AxisBox(_("First group"), theme)
        self._second = AxisBox(_("Second group"), theme)
        self._pages = SegmentedControl(
            ((GroupView.PAIR, _("Facts")), (GroupView.PAIR_WORDS, _("Words"))),
            theme,
            _("Compared in"),
        )
        lead = QWidget()
        choices = FlowRows(lead, spacing=theme.px(6), row_spacing=theme.px(4))
        choices.addWidget(switch)
        choices.addWidget(self._column)
        self._pair_field = QWidget()
        pair = FlowRows(self._pair_field, spacing=theme.px(4), row_spacing=theme.px(4))
        pair.addWidget(self._first)
        pair.addWidget(text_label(_("and"), theme, tone="text2"))
        pair.addWidget(self._second)
        choices.addWidget(self._pages)
        self.frame = ChartFrame(_("Picture of the groups"), "", self.plot, theme, lead=lead)
        self.frame.controls.addWidget(self._pair_field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)

    def _connect(self) -> None:
        self._column.choice_made.connect(self._on_column_choice_made)
        self._first.choice_made.connect(self._on_first_choice_made)
        self._second.choice_made.connect(self._on_second_choice_made)
        self._pages.choice_changed.connect(self._on_pages_choice_changed)
        self.plot.clicked.connect(self._on_plot_clicked)
        self.plot.hovered.connect(self._on_plot_hovered)
        self.plot.stepped.connect(self._on_plot_stepped)

    # showing --------------------------------------------------------------------------------

    def _facts(self) -> tuple[str, ...]:
        assert self._groups is not None
        return tuple(row.column for row in fact_rows(self._groups.description))

    def _column_choices(self) -> Mapping[str | None, str]:
        groups = self._groups
        assert groups is not None
        names = self._facts() if self._view is GroupView.SPREAD else groups.word_columns
        return {name: groups.words.titles[name] for name in names}

    def _make_picture(self) -> None:
        groups, view = self._groups, self._view
        assert groups is not None
        column = ""
        if view in (GroupView.SPREAD, GroupView.WORDS):
            choices = self._column_choices()
            column = self._columns.get(view, "")
            if column not in choices:
                column = str(next(iter(choices)))
            self._column.show_choices(choices, column)
        self._show_choices(groups)
        self._context.runner.start(
            "group picture",
            make_group_picture,
            groups,
            ViewChoice(view, column, self._pair),
            on_done=self._on_picture_made,
        )

    def _show_choices(self, groups: Groups) -> None:
        is_pair = self._view in _PAIRS
        self._column.setVisible(self._view in (GroupView.SPREAD, GroupView.WORDS))
        self._pair_field.setVisible(is_pair)
        self._pages.setVisible(is_pair and bool(self._facts()) and bool(groups.word_columns))
        if not is_pair:
            return
        self._pages.choose(self._view)
        names: dict[str | None, str] = {
            str(segment): groups.words.with_letter(segment) for segment in range(groups.words.k)
        }
        for box, segment in zip((self._first, self._second), self._pair, strict=True):
            box.show_choices(names, str(segment))

    def _draw(self) -> None:
        picture, segment = self.picture, self._segment
        if picture is None:
            return
        self.plot.overlay(None, "")
        self.plot.draw(lambda ax, style: picture.draw(ax, style, segment), picture.description)

    def _pointed_at(self, x: float, y: float) -> Pointed | None:
        return None if self.picture is None else self.picture.pointed_at(x, y)

    # slots ----------------------------------------------------------------------------------

    @Slot(object)
    def _on_picture_made(self, picture: GroupPicture) -> None:
        self.picture = picture
        self.frame.set_title(picture.title)
        # The words come first: they may change the room that is left for the drawing.
        self.frame.set_note(picture.note)
        self.frame.show_table(*picture.table)
        self._draw()

    @Slot(object)
    def _on_column_choice_made(self, column: str) -> None:
        self._columns[self._view] = column
        self._make_picture()

    @Slot(object)
    def _on_first_choice_made(self, segment: str) -> None:
        self._choose_pair(int(segment), 0)

    @Slot(object)
    def _on_second_choice_made(self, segment: str) -> None:
        self._choose_pair(int(segment), 1)

    def _choose_pair(self, segment: int, place: int) -> None:
        """Compare ``segment``; who is compared with itself changes places with the other."""
        before, other = self._pair[place], self._pair[1 - place]
        other = before if other == segment else other
        self._pair = (segment, other) if place == 0 else (other, segment)
        self._make_picture()

    @Slot(str)
    def _on_pages_choice_changed(self, view: str) -> None:
        self._view = GroupView(view)
        self._make_picture()

    @Slot(float, float)
    def _on_plot_clicked(self, x: float, y: float) -> None:
        pointed = self._pointed_at(x, y)
        if pointed is not None and pointed.segment is not None:
            self.segment_clicked.emit(pointed.segment)

    @Slot(object)
    def _on_plot_hovered(self, point: tuple[float, float] | None) -> None:
        pointed = None if point is None else self._pointed_at(*point)
        self.plot.overlay(point if pointed else None, pointed.words if pointed else "")

    @Slot(int)
    def _on_plot_stepped(self, by: int) -> None:
        assert self._groups is not None
        start = -1 if self._segment is None else self._segment
        segment = min(max(start + by, 0), self._groups.words.k - 1)
        if segment != self._segment:
            self.segment_clicked.emit(segment)
