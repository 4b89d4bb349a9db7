import pytest

from desktop_app.document.document import Document
from desktop_app.document.plan import Plan
from desktop_app.document.street import walk
from desktop_app.report.story import tell
from desktop_app.ui.pages.customer_panel import CustomerPanel

FACTS = ("Age", "Spent")
MORE = tuple(f"Answer to question {i}" for i in range(6))


@pytest.fixture(scope="module")
def document(write_list, shop_rows):
    rows = [[*row[:3], *(len(row[0]) + i for i in range(6))] for row in shop_rows]
    path = write_list("wide.csv", ["Customer ID", *FACTS, *MORE], rows)
    return walk(Document(plan=Plan(files=(path,), k=3).with_features(FACTS)))


@pytest.fixture
def panel(context, document, qtbot):
    panel = CustomerPanel(context)
    qtbot.addWidget(panel)
    panel.resize(498, 250)
    panel.show_document(document, tell(document, context.formats))
    panel.show_segment(None)
    panel.show()
    return panel


def heads(panel):
    """The names of the columns on show, from left to right."""
    head, model = panel.table.horizontalHeader(), panel.table.model()
    columns = (head.logicalIndex(place) for place in range(head.count()))
    shown = (column for column in columns if not head.isSectionHidden(column))
    return [model.headerData(column, head.orientation()) for column in shown]


def columns_button(panel):
    return panel._columns_button


def test_the_name_the_group_and_the_chosen_facts_come_first(panel):
    assert heads(panel)[:4] == ["Customer ID", "Group", "Age", "Sure?"]


def test_a_wide_list_does_not_scroll_sideways(panel):
    assert panel.table.horizontalScrollBar().maximum() == 0
    assert len(heads(panel)) < 5 + len(MORE)


def test_a_long_group_name_leaves_room_for_the_facts(panel, document, context):
    story = tell(document, context.formats)
    story.names["A"] = "Customers with an uncommonly long name that says everything"

    panel.show_document(document, story)
    panel.show_segment(None)

    assert heads(panel)[:4] == ["Customer ID", "Group", "Age", "Sure?"]
    assert panel.table.horizontalScrollBar().maximum() == 0


def test_the_group_is_not_repeated_in_its_own_list(panel):
    everyone = heads(panel)

    panel.show_segment(1)

    assert "Group" not in heads(panel)
    assert len(heads(panel)) >= len(everyone) - 1


def test_a_button_shows_all_columns_and_fewer_again(panel):
    few = heads(panel)
    assert columns_button(panel).text() == "All columns"

    columns_button(panel).click()
    assert len(heads(panel)) == 5 + len(MORE)
    assert columns_button(panel).text() == "Fewer columns"

    columns_button(panel).click()
    assert heads(panel) == few


def test_a_wide_window_shows_more_and_needs_no_button(panel, qtbot):
    panel.resize(1800, 250)

    qtbot.waitUntil(lambda: len(heads(panel)) == 5 + len(MORE))
    assert columns_button(panel).isHidden()


def test_a_filter_narrows_the_table_and_is_taken_away_by_a_click(panel, document, runner, qtbot):
    panel.filter_button.click()
    panel.filter.low.setText("40")
    panel.filter.add.click()
    qtbot.waitUntil(lambda: not runner.busy)

    ages = document.customers.series("Age")
    n = int((ages >= 40).sum())
    assert 0 < n < 120
    assert panel.table.model().rowCount() == n
    assert panel.filter._count.text() == f"{n} of 120"
    (button,) = panel.filter.buttons
    assert button.text() == "Age from 40"

    button.click()

    assert panel.table.model().rowCount() == 120
    assert panel.filter.isHidden()


def test_a_filter_stays_when_a_group_is_chosen(panel, document, runner, qtbot):
    panel.filter.low.setText("40")
    panel.filter.add.click()
    panel.show_segment(1)
    qtbot.waitUntil(lambda: not runner.busy)

    is_in = document.segmentation.labels == 1
    n = int((document.customers.series("Age")[is_in] >= 40).sum())
    assert panel.table.model().rowCount() == n


def test_nothing_typed_filters_nothing(panel):
    panel.filter.add.click()

    assert panel.filter.filters == ()


def test_columns_are_chosen_in_a_menu(panel):
    menu = panel.columns_menu()
    age = next(action for action in menu.actions() if action.text() == "Age")
    assert age.isChecked()

    age.trigger()

    assert "Age" not in heads(panel)
    assert "Spent" in heads(panel)
