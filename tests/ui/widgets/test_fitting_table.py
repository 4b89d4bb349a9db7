import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.ui.models.frame_model import FrameModel
from desktop_app.ui.widgets.fitting_table import FittingTable, OfferedColumn, fit_widths

N_FACTS = 8
COLUMNS = [(wanted, min(wanted, narrow)) for wanted in (40, 90, 200) for narrow in (40, 100, 300)]


@pytest.fixture
def table(qtbot, theme):
    table = FittingTable(theme, "Customers")
    model = FrameModel(table)
    table.setModel(model)
    frame = pd.DataFrame(
        {"Customer": ["someone.with.a.long.name@example.org"] * 30}
        | {f"Fact number {i}": range(30) for i in range(N_FACTS)}
    )
    model.show_frame(frame, list(frame.columns), [None] * frame.shape[1])
    qtbot.addWidget(table)
    table.resize(464, 200)
    table.show()
    table.offer_columns([OfferedColumn(0, 120), *map(OfferedColumn, range(1, N_FACTS + 1))])
    return table


def shown(table):
    return [c for c in range(table.model().columnCount()) if not table.isColumnHidden(c)]


@given(st.lists(st.sampled_from(COLUMNS), min_size=2, max_size=9), st.integers(0, 900))
def test_columns_never_take_more_than_there_is_beyond_the_first_two(columns, room):
    wanted, least = zip(*columns, strict=True)

    widths = fit_widths(wanted, least, room)

    assert sum(widths) <= max(room, sum(least[:2]))
    assert all(low <= width <= high for low, width, high in zip(least, widths, wanted))


@given(st.lists(st.sampled_from(COLUMNS), min_size=2, max_size=9), st.integers(0, 900))
def test_more_room_never_shows_fewer_columns(columns, room):
    wanted, least = zip(*columns, strict=True)

    assert len(fit_widths(wanted, least, room)) <= len(fit_widths(wanted, least, room + 50))


def test_nothing_scrolls_sideways_in_a_small_window(table):
    assert table.horizontalScrollBar().maximum() == 0
    assert shown(table) == list(range(len(shown(table))))
    assert 2 < len(shown(table)) <= N_FACTS


def test_more_columns_appear_by_themselves_when_there_is_room(table, qtbot):
    before = len(shown(table))

    table.resize(700, 200)
    qtbot.waitUntil(lambda: len(shown(table)) > before)
    table.resize(1600, 200)

    qtbot.waitUntil(lambda: len(shown(table)) == N_FACTS + 1)
    assert table.has_room_for_all


def test_columns_leave_again_when_the_window_shrinks(table, qtbot):
    before = shown(table)

    table.resize(1600, 200)
    table.resize(464, 200)

    qtbot.waitUntil(lambda: shown(table) == before)
    assert table.horizontalScrollBar().maximum() == 0


def test_room_that_is_left_widens_what_was_narrowed(table, qtbot):
    is_cut = table.columnWidth(0) < table.sizeHintForColumn(0)

    table.resize(1600, 200)

    assert is_cut
    qtbot.waitUntil(lambda: table.columnWidth(0) == table.sizeHintForColumn(0))


def test_all_columns_are_shown_on_demand_and_fewer_again(table):
    before = shown(table)

    table.show_all(True)
    whole = shown(table)
    table.show_all(False)

    assert whole == list(range(N_FACTS + 1))
    assert shown(table) == before


def test_columns_stand_in_the_order_in_which_they_are_offered(table):
    table.offer_columns([OfferedColumn(3), OfferedColumn(0, 120), OfferedColumn(1)])

    head = table.horizontalHeader()
    assert [head.logicalIndex(place) for place in range(3)] == [3, 0, 1]
    assert shown(table) == [0, 1, 3]
