"""What goes together: a map of the number columns, the closest pairs in words, and one pair."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.charts.pair_picture import draw_pair_picture
from desktop_app.charts.relation_map import cell_of, draw_relation_map, relation_at
from desktop_app.core.checking.looks.looking import look_at_pair, look_at_relations
from desktop_app.core.checking.looks.pairs import PairPicture
from desktop_app.core.checking.looks.relations import Relation
from desktop_app.i18n import _
from desktop_app.ui.widgets.axis_box import AxisBox
from desktop_app.ui.widgets.buttons import icon_button, push_button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.chart_frame import ChartFrame
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.flow_rows import FlowRows
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.named_field import NamedField
from desktop_app.ui.widgets.plot_view import PlotView
from desktop_app.ui.widgets.working_place import WorkingPlace
from desktop_app.wording.look_tables import map_table, pair_table
from desktop_app.wording.together import (
    map_aid,
    map_sentence,
    nothing_together,
    pair_aid,
    pair_button,
    pair_sentence,
    pair_title,
    strength_words,
    telling_button,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.core.checking.checked import CheckedTable
    from desktop_app.core.checking.looks.comparing import Telling
    from desktop_app.core.checking.looks.looking import TogetherLook
    from desktop_app.core.checking.looks.relations import RelationMap
    from desktop_app.ui.pages.context import PageContext
    from desktop_app.wording.looks import LookWords

CHART_HEIGHT = 210
ROW_HEIGHT, LEAST_ROWS = 28, 5
LIST_WIDTH = 260
MOST_PAIRS, MOST_TELLINGS = 4, 2


class TogetherPanel(QWidget):
    """Shows the map; a cell or a line of the list opens the picture of its pair.

    The ``head`` with the way back is placed by the owner. Signals: ``column_requested(column, by)``
    to look at a number in its categories; ``asked`` when the user chose something else to see,
    ``drawn`` when it is there; ``closed`` when the user does not want to wait.
    """

    asked = Signal()
    drawn = Signal()
    column_requested = Signal(str, str)
    closed = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._checked: CheckedTable | None = None
        self._words: LookWords | None = None
        self._look: TogetherLook | None = None
        self._pair: PairPicture | None = None
        self._marked: int | None = None
        self._build()
        self._connect()

    @property
    def has_head(self) -> bool:
        """There is a way back, because a pair is on show."""
        return self._pair is not None

    def show_table(self, checked: CheckedTable, words: LookWords) -> None:
        """Look at what goes together in ``checked``; the same table is looked at once."""
        if checked is self._checked and self._look is not None:
            return
        self._checked, self._words = checked, words
        self._look = self._pair = None
        self._place.run(_("Looking for what goes together"), look_at_relations, checked)

    # building -------------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self._context.theme
        self._sentence = text_label("", theme, "body_strong", wrap=True)
        self._back = push_button(_("Back to the map"), theme, "quiet", icon="left")
        self._across = AxisBox(_("Number across"), theme)
        self._up = AxisBox(_("Number up"), theme)
        self.head = QWidget()
        head = FlowRows(self.head, spacing=theme.px(12), row_spacing=theme.px(6))
        head.addWidget(self._back)
        head.addWidget(NamedField(_("Across"), self._across, theme))
        head.addWidget(NamedField(_("Up"), self._up, theme))
        self._plot = PlotView(theme, _("What goes together"))
        self._frame = ChartFrame(_("What goes together"), "", self._plot, theme)
        self._list = Card(theme, kind="well")
        self._picture = Columns(theme, spacing=10)
        self._picture.add(self._frame)
        self._picture.add(self._list, LIST_WIDTH)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self._sentence)
        column.addWidget(self._picture, 1)
        self._place = WorkingPlace(theme, self._context.runner, "look-together", content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._place, 1)
        self.head.hide()
        self._picture.hide()

    def _connect(self) -> None:
        self._plot.clicked.connect(self._on_plot_clicked)
        self._plot.hovered.connect(self._on_plot_hovered)
        self._plot.stepped.connect(self._on_plot_stepped)
        self._plot.entered.connect(self._on_plot_entered)
        self._back.clicked.connect(self._on_back_clicked)
        self._across.choice_made.connect(self._on_across_choice_made)
        self._up.choice_made.connect(self._on_up_choice_made)
        self._place.finished.connect(self._on_place_finished)
        self._place.failed.connect(self._context.session.crashed)
        self._place.cancelled.connect(self.closed)

    # showing --------------------------------------------------------------------------------

    @property
    def _relations(self) -> RelationMap | None:
        return None if self._look is None else self._look.relations

    def _show_map(self) -> None:
        look, words, relations = self._look, self._words, self._relations
        assert look is not None
        assert words is not None
        self._pair, self._marked = None, None
        self.head.hide()
        self._plot.overlay(None, "")
        self._frame.setVisible(relations is not None)
        self._picture.setVisible(relations is not None or bool(look.tellings))
        self._show_list(look, words)
        if relations is None:
            self._sentence.setText(nothing_together(look))
            return
        sentence = map_sentence(relations, words)
        names = [words.names[name] for name in relations.columns]
        self._sentence.setText(sentence)
        self._frame.set_title(_("What goes together"))
        self._frame.set_note(map_aid(relations, words))
        self._frame.show_table(*map_table(relations, words))
        rows = max(len(names), LEAST_ROWS)
        self._frame.set_least_height(self._context.theme.px(ROW_HEIGHT * rows))
        self._plot.draw(
            lambda ax, style: draw_relation_map(ax, relations, style, names=names), sentence
        )

    def _show_pair(self) -> None:
        pair, words, checked = self._pair, self._words, self._checked
        assert pair is not None
        assert words is not None
        assert checked is not None
        relation = pair.relation
        first, second = checked.column(relation.first), checked.column(relation.second)
        sentence = pair_sentence(relation, words)
        self._show_axes(relation)
        self.head.show()
        self._plot.overlay(None, "")
        self._sentence.setText(sentence)
        self._frame.set_title(pair_title(relation, words))
        aid = pair_aid(len(pair.x), relation.n, words, has_line=bool(pair.line))
        self._frame.set_note(aid)
        self._frame.show_table(*pair_table(pair, first, second, words))
        self._frame.set_least_height(self._context.theme.px(CHART_HEIGHT))
        self._plot.draw(
            lambda ax, style: draw_pair_picture(
                ax, pair, style, columns=(first, second), words=words
            ),
            sentence,
        )

    def _show_axes(self, relation: Relation) -> None:
        relations, words = self._relations, self._words
        assert relations is not None
        assert words is not None
        for box, chosen, other in (
            (self._across, relation.first, relation.second),
            (self._up, relation.second, relation.first),
        ):
            names: dict[str | None, str] = {
                name: words.names[name] for name in relations.columns if name != other
            }
            box.show_choices(names, chosen)

    def _show_list(self, look: TogetherLook, words: LookWords) -> None:
        """Name the closest pairs, and the categories that tell most, each with a way there."""
        while item := self._list.body.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        pairs = [] if look.relations is None else look.relations.strongest()[:MOST_PAIRS]
        tellings = _one_per_number(look.tellings)[:MOST_TELLINGS]
        self._list.setVisible(bool(pairs or tellings))
        heading = text_label(_("Worth a look"), self._context.theme, "body_strong", wrap=True)
        self._list.body.addWidget(heading)
        for pair in pairs:
            self._add_line(pair_button(pair, words), partial(self._open_pair, pair))
        for telling in tellings:
            way = partial(self.column_requested.emit, telling.number, telling.category)
            self._add_line(telling_button(telling, words), way)
        self._list.body.addStretch(1)

    def _add_line(self, text: str, way: Callable[[], None]) -> None:
        theme = self._context.theme
        button = icon_button("look", _("Look closer: {what}").format(what=text), theme)
        button.clicked.connect(way)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        row.addWidget(text_label(text, theme, "small", wrap=True), 1)
        row.addWidget(button)
        self._list.body.addWidget(line)

    def _open_pair(self, relation: Relation) -> None:
        assert self._words is not None
        self.asked.emit()
        words = _("Looking at {pair}").format(pair=pair_title(relation, self._words))
        self._place.run(words, look_at_pair, self._checked, relation)

    def _mark(self, relation: Relation | None) -> None:
        """Name the cell of a pair on the map."""
        relations, words = self._relations, self._words
        if relation is None or relations is None or words is None:
            self._plot.overlay(None, "")
            return
        name = f"{pair_title(relation, words)}: {strength_words(relation.strength)}"
        self._plot.overlay(cell_of(relations, relation), name)

    # slots ----------------------------------------------------------------------------------

    @Slot(object)
    def _on_place_finished(self, result: TogetherLook | PairPicture) -> None:
        if isinstance(result, PairPicture):
            self._pair = result
            self._show_pair()
        else:
            self._look = result
            self._show_map()
        self.drawn.emit()

    @Slot(float, float)
    def _on_plot_clicked(self, x: float, y: float) -> None:
        relations = self._relations
        if self._pair is None and relations is not None:
            relation = relation_at(relations, x, y)
            if relation is not None:
                self._open_pair(relation)

    @Slot(object)
    def _on_plot_hovered(self, point: tuple[float, float] | None) -> None:
        relations = self._relations
        if self._pair is None and relations is not None:
            self._mark(None if point is None else relation_at(relations, *point))

    @Slot(int)
    def _on_plot_stepped(self, by: int) -> None:
        relations = self._relations
        if self._pair is None and relations is not None:
            pairs = relations.pairs()
            self._marked = 0 if self._marked is None else (self._marked + by) % len(pairs)
            self._mark(pairs[self._marked])

    @Slot()
    def _on_plot_entered(self) -> None:
        relations = self._relations
        if self._pair is None and relations is not None and self._marked is not None:
            self._open_pair(relations.pairs()[self._marked])

    @Slot()
    def _on_back_clicked(self) -> None:
        self._show_map()

    @Slot(object)
    def _on_across_choice_made(self, name: str) -> None:
        assert self._pair is not None
        self._open_names(name, self._pair.relation.second)

    @Slot(object)
    def _on_up_choice_made(self, name: str) -> None:
        assert self._pair is not None
        self._open_names(self._pair.relation.first, name)

    def _open_names(self, first: str, second: str) -> None:
        relations = self._relations
        assert relations is not None
        places = (relations.columns.index(first), relations.columns.index(second))
        self._open_pair(relations.relation(*places))


def _one_per_number(tellings: tuple[Telling, ...]) -> list[Telling]:
    """Give the most telling category of each number, the most telling first."""
    first: dict[str, Telling] = {}
    for telling in tellings:
        first.setdefault(telling.number, telling)
    return list(first.values())
