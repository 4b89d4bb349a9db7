"""The classic view on the pages How many and Your groups."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QLabel, QRadioButton

from desktop_app.charts.recency_value_grid import place_of
from desktop_app.core.segmenting.choices import Grouping
from desktop_app.document.street import walk
from desktop_app.ui.pages.groups_page import GroupsPage
from desktop_app.ui.pages.how_many_page import HowManyPage
from desktop_app.ui.steps import rail_steps
from desktop_app.ui.widgets.axis_box import AxisBox
from desktop_app.ui.widgets.chart_frame import ChartFrame
from desktop_app.wording.numbers import Formats

HEADER = ["Order ID", "Email", "Order date", "Total"]


def classic(document):
    return walk(document.with_plan(replace(document.plan, grouping=Grouping.CLASSIC)))


@pytest.fixture(scope="module")
def shop_of_years(write_list, understood):
    """Orders of two years: some customers come often, some came once."""
    rows = []
    for customer in range(60):
        for visit in range(1 + customer % 6):
            day = date(2024, 12, 20) - timedelta(days=9 * customer + 40 * visit)
            amount = f"{5 + 7 * (customer % 11) + visit}.50"
            rows.append([len(rows) + 1, f"c{customer}@x.org", day.isoformat(), amount])
    return understood(write_list("years.csv", HEADER, rows))


@pytest.fixture(scope="module")
def found(shop_of_years):
    return walk(shop_of_years)


@pytest.fixture(scope="module")
def by_rule(shop_of_years):
    return classic(shop_of_years)


@pytest.fixture(scope="module")
def young_shop(write_list, understood):
    """Orders of a month only."""
    rows = [[i, f"p{i % 9}@x.org", f"2024-03-{1 + i % 28:02}", f"{i + 0.5}"] for i in range(1, 41)]
    return classic(understood(write_list("young.csv", HEADER, rows)))


@pytest.fixture
def page(qtbot, context):
    page = HowManyPage(context)
    qtbot.addWidget(page)
    page.resize(880, 660)
    page.show()
    return page


def show_in_session(session, page, document):
    session._history = type(session._history)(present=document)
    page.show_document(document)


def words_of(widget):
    return [label.text() for label in widget.findChildren(QLabel)]


def test_customers_from_orders_are_offered_the_classic_view(page, found):
    page.show_document(found)

    assert page.grouping.isVisibleTo(page)
    assert page.grouping.chosen == Grouping.FOUND
    assert not page.classic.isVisibleTo(page)
    assert page.curve.isVisibleTo(page)


def test_a_customer_list_is_not(page, shop):
    page.show_document(walk(shop))

    assert not page.grouping.isVisibleTo(page)
    assert not page.classic.isVisibleTo(page)


def test_choosing_the_classic_view_changes_the_plan_and_can_be_undone(page, session, found):
    show_in_session(session, page, found)

    page.grouping.findChildren(QRadioButton)[1].click()

    assert session.document.plan.grouping is Grouping.CLASSIC
    session.undo()
    assert session.document.plan.grouping is Grouping.FOUND


def test_the_kinds_take_the_place_of_plans_and_charts(page, by_rule):
    page.show_document(by_rule)

    k = by_rule.segmentation.k
    assert page.accessibleName() == f"{k} kinds of customers by rule"
    assert page.main_button.text() == f"Show these {k} groups"
    assert page.grouping.chosen == Grouping.CLASSIC
    assert page.classic.isVisibleTo(page)
    assert not page.curve.isVisibleTo(page)
    words = words_of(page.classic.kinds)
    assert {kind.value for kind in by_rule.segmentation.kinds} <= set(words)
    assert sum(word.endswith("of the money") for word in words) == k


def test_coming_back_to_the_groups_found_shows_them_again(page, by_rule, found):
    page.show_document(by_rule)

    page.show_document(found)

    assert page.curve.isVisibleTo(page)
    assert not page.classic.isVisibleTo(page)
    assert "by rule" not in page.accessibleName()


def test_the_grid_can_be_read_as_a_table(page, by_rule):
    page.show_document(by_rule)
    frame = page.classic.grid.frame

    frame.findChildren(QRadioButton)[1].click()

    assert isinstance(frame, ChartFrame)
    assert frame.is_table
    assert "customers by how recently" in page.classic.grid.plot.accessibleDescription()


def test_where_the_view_fits_nothing_is_advised(page, by_rule):
    page.show_document(by_rule)

    assert page.classic.fitness.text().startswith("These groups are made by rule")
    assert not page.classic.instead.isVisibleTo(page)


def test_where_it_does_not_fit_the_way_back_is_one_click(page, session, young_shop):
    show_in_session(session, page, young_shop)

    assert "The orders that count cover" in page.classic.fitness.text()
    page.classic.instead.click()

    assert session.document.plan.grouping is Grouping.FOUND


def test_a_cell_that_is_pointed_at_says_who_is_there(page, by_rule):
    page.show_document(by_rule)

    page.classic.grid.plot.hovered.emit((0.5, 4.5))

    assert "customer" in page.classic.grid.plot._mark.words
    page.classic.grid.plot.hovered.emit(None)
    assert page.classic.grid.plot._mark.words == ""


def test_the_step_rail_counts_kinds(by_rule):
    notes = {s.key: s.note for s in rail_steps(by_rule, "groups", Formats(), is_working=False)}

    assert notes["how_many"] == f"{by_rule.segmentation.k} kinds by rule"


# your groups --------------------------------------------------------------------------------


@pytest.fixture
def groups(qtbot, context):
    page = GroupsPage(context)
    qtbot.addWidget(page)
    return page


def test_the_groups_are_called_kinds_and_nothing_is_said_to_be_cut(groups, by_rule):
    groups.show_document(by_rule)

    k = by_rule.segmentation.k
    assert groups.accessibleName() == f"Your customers in {k} kinds"
    assert groups.message_bar.message is None or "natural" not in groups.message_bar.message.text
    assert [card.content.name for card in groups.cards] == [
        kind.value for kind in by_rule.segmentation.kinds
    ]


def test_a_kind_is_renamed_for_itself_and_not_for_its_letter(groups, session, by_rule):
    show_in_session(session, groups, by_rule)

    groups._cards.segment_renamed.emit(0, "Friends of the house")

    kind = by_rule.segmentation.kinds[0].value
    assert session.document.plan.names == ((0, kind, "Friends of the house"),)


def test_the_first_picture_of_kinds_is_their_grid_and_points_come_next(groups, by_rule):
    groups.show_document(by_rule)

    assert groups.picture.currentWidget() is groups.picture.grid
    box = groups.picture.grid.findChild(AxisBox)
    assert [box.itemText(i) for i in range(2)] == ["Grid", "Points"]
    box.activated.emit(1)
    assert groups.picture.currentWidget() is groups.picture.scatter
    renamed = by_rule.with_plan(by_rule.plan.with_name(0, "Champions", "Friends"))
    groups.show_document(renamed)
    assert groups.picture.currentWidget() is groups.picture.scatter


def test_groups_that_were_found_have_no_grid(groups, by_rule, found):
    groups.show_document(by_rule)

    groups.show_document(found)

    assert groups.picture.currentWidget() is groups.picture.scatter
    box = groups.picture.scatter.findChild(AxisBox)
    assert box.itemText(0) == "Points"


def test_a_click_into_the_grid_chooses_the_kind_that_is_there(groups, by_rule):
    groups.show_document(by_rule)
    cell = next(cell for cell in by_rule.customers.classic.cells if cell.n)
    segment = by_rule.segmentation.kinds.index(cell.kinds[0])

    groups.picture.grid.plot.clicked.emit(*place_of(cell))

    assert groups.customers._heading.text().startswith(cell.kinds[0].value)
    assert groups.picture.grid._chosen is cell.kinds[0]
    assert groups._segment == segment
    groups.picture.grid.plot.clicked.emit(*place_of(cell))
    assert groups._segment is None


def test_a_customer_chosen_in_the_table_is_marked_in_the_grid(groups, by_rule):
    groups.show_document(by_rule)
    kind = by_rule.segmentation.kinds[by_rule.segmentation.labels[3]]

    groups.customers.customer_chosen.emit(3)

    assert kind.value in groups.picture.grid.plot._mark.words


def test_in_one_column_the_grid_has_its_whole_height(groups, by_rule):
    groups.resize(600, 660)
    groups.show()
    groups.show_document(by_rule)

    panel = groups.picture.grid

    assert panel.height() >= panel.minimumSizeHint().height()
