"""The rows, one column and what goes together, in one place of the page Check."""

import csv

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel

from desktop_app.ui.pages.check_page import CheckPage


@pytest.fixture
def page(qtbot, context):
    page = CheckPage(context)
    qtbot.addWidget(page)
    page.resize(882, 662)
    page.show()
    return page


@pytest.fixture
def show(page, session, runner, qtbot):
    """Make a document the session's own and show it."""

    def show(document):
        session._history = type(session._history)(present=document)
        page.show_document(document)
        qtbot.waitUntil(lambda: not runner.busy, timeout=30_000)

    return show


@pytest.fixture
def looks(page, show, shop):
    show(shop)
    return page._looks


@pytest.fixture
def settled(qtbot, runner):
    """Wait until nothing is being looked at any more."""
    return lambda: qtbot.waitUntil(lambda: not runner.busy, timeout=30_000)


@pytest.fixture(scope="module")
def related(write_list, understood):
    """Sixty customers whose spending falls with their age."""
    rows = [[f"C-{i}", 20 + i % 50, 9_000 - 100 * (i % 50) + i, 7 * i % 11] for i in range(60)]
    return understood(write_list("related.csv", ["Customer ID", "Age", "Spent", "Visits"], rows))


def words_on(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def table_of(frame):
    frame._switch._buttons["table"].click()
    model = frame._table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_only_the_rows_are_there_until_more_is_asked_for(looks):
    assert looks.shown == "rows"
    assert looks._column is None
    assert looks._together is None
    assert not looks._choice.isVisible()


def test_a_click_on_a_card_looks_at_its_column(page, looks, qtbot, settled):
    qtbot.mouseClick(page._cards.cards["Age"], Qt.MouseButton.LeftButton)
    settled()

    assert looks.shown == "column"
    assert not page._rows.isVisible()
    assert looks._choice.isVisible()
    assert looks._column._column.currentText() == "Age"
    assert any(words.startswith("Half of your customers are between") for words in words_on(looks))


def test_every_card_with_bars_has_a_button_of_its_own(page, looks, settled):
    closer = page._cards.cards["Town"]._closer
    assert closer.accessibleName() == "Look closer at Town"
    assert page._cards.cards["Customer ID"]._closer.isHidden()

    closer.click()
    settled()

    assert looks._column._frame._title == "Town"


def test_a_card_without_bars_opens_nothing(page, looks, qtbot):
    qtbot.mouseClick(page._cards.cards["Customer ID"], Qt.MouseButton.LeftButton)

    assert looks.shown == "rows"


def test_bands_take_the_place_of_bars(looks, settled):
    looks.show_column("Age")
    settled()

    looks._column._view._buttons["bands"].click()

    assert table_of(looks._column._frame)[0][0] == "under 20"
    assert any("largest band" in words for words in words_on(looks))


def test_a_number_is_compared_between_categories(looks, settled):
    looks.show_column("Spent")
    settled()
    panel = looks._column

    panel._partner.activated.emit(panel._partner.findText("Town"))
    settled()

    assert panel._frame._title == "Spent by town"
    assert not panel._view.isVisible()
    assert {row[0] for row in table_of(panel._frame)} == {"A", "B", "C"}


def test_a_category_can_show_a_number(looks, settled):
    looks.show_column("Town", "Age")
    settled()

    assert looks._column._frame._title == "Age by town"


def test_another_column_can_be_chosen(looks, settled):
    looks.show_column("Age", "Town")
    settled()
    panel = looks._column

    panel._column.activated.emit(panel._column.findText("Spent"))
    settled()

    assert panel.column == "Spent"
    assert panel._frame._title == "Spent"


def test_unusual_values_are_drawn_apart(page, show, odd_shop, settled):
    show(odd_shop)

    page._looks.show_column("Age")
    settled()

    assert table_of(page._looks._column._frame)[-1][1:3] == ["unusual", "1"]


def test_the_choice_leads_back_to_the_rows(page, looks, settled):
    looks.show_column("Age")
    settled()

    looks._choice._buttons["rows"].click()

    assert page._rows.isVisible()
    assert not looks._column.isVisible()


def test_the_choice_opens_the_first_column(looks, settled):
    looks.show_together()
    settled()

    looks._choice._buttons["column"].click()
    settled()

    assert looks._column.column == "Age"


def test_showing_a_row_brings_the_rows_back(page, show, odd_shop, settled):
    show(odd_shop)
    page._looks.show_column("Age")
    settled()

    page._on_cell_requested(6, 1)

    assert page._looks.shown == "rows"


def test_the_button_beside_the_cards_shows_what_goes_together(page, show, related, settled, qtbot):
    show(related)

    page._cards._together.click()
    settled()

    panel = page._looks._together
    assert any("go opposite ways" in words for words in words_on(panel))
    assert table_of(panel._frame)[0][2].startswith("−")
    qtbot.waitUntil(lambda: "Age and spent: opposite ways" in words_on(panel._list))


def test_a_cell_opens_its_pair_and_there_is_a_way_back(page, show, related, settled):
    show(related)
    looks = page._looks
    looks.show_together()
    settled()
    panel = looks._together
    places = sorted(panel._relations.columns.index(name) for name in ("Age", "Spent"))

    panel._plot.clicked.emit(*map(float, places))
    settled()

    assert panel._frame._title in ("Age and spent", "Spent and age")
    assert panel.head.isVisible()
    assert len(panel._pair.x) == 60

    panel._back.click()

    assert panel._frame._title == "What goes together"
    assert not panel.head.isVisible()


def test_pairs_are_reached_by_keys(page, show, related, settled):
    show(related)
    page._looks.show_together()
    settled()
    panel = page._looks._together

    panel._plot.stepped.emit(1)
    assert panel._plot._mark.words.startswith(("Age and spent: −", "Spent and age: −"))
    panel._plot.entered.emit()
    settled()

    assert panel._pair is not None


def test_pointing_at_a_cell_names_it(page, show, related, settled):
    show(related)
    page._looks.show_together()
    settled()
    panel = page._looks._together

    panel._plot.hovered.emit((0.0, 1.0))
    assert ":" in panel._plot._mark.words

    panel._plot.hovered.emit(None)
    assert panel._plot._mark.point is None


def test_the_axes_of_a_pair_can_be_changed(page, show, related, settled):
    show(related)
    page._looks.show_together()
    settled()
    panel = page._looks._together
    panel._open_names("Age", "Spent")
    settled()

    panel._up.activated.emit(panel._up.findText("Visits"))
    settled()
    panel._across.activated.emit(panel._across.findText("Spent"))
    settled()

    assert (panel._pair.relation.first, panel._pair.relation.second) == ("Spent", "Visits")


def test_a_telling_category_leads_to_its_column(looks, settled):
    looks.show_together()
    settled()

    looks._together.column_requested.emit("Spent", "Town")
    settled()

    assert looks.shown == "column"
    assert looks._column._frame._title == "Spent by town"


def test_a_list_of_names_has_nothing_to_look_at(page, show, write_list, understood, settled):
    rows = [[f"C-{i}", f"p{i}@x.org"] for i in range(12)]
    show(understood(write_list("names.csv", ["Customer ID", "Email"], rows)))

    page._looks.show_column()
    page._looks.show_together()
    settled()
    page._looks._choice._buttons["column"].click()

    assert any("names or free text" in words for words in words_on(page._looks))
    page._looks._choice._buttons["together"].click()
    settled()
    assert any("at least two columns" in words for words in words_on(page._looks))


def test_a_new_file_begins_with_its_rows(page, looks, show, orders, settled):
    looks.show_column("Age")
    settled()

    show(orders)

    assert looks.shown == "rows"
    assert not looks._choice.isVisible()


def test_a_table_checked_anew_is_looked_at_anew(page, looks, shop, settled):
    from dataclasses import replace

    looks.show_column("Age", "Town")
    settled()
    before = looks._column._look

    looks.show_checked(replace(shop.checked))
    settled()

    assert looks._column._look is not before
    assert looks._column._frame._title == "Age by town"


def test_a_column_that_became_a_name_gives_way_to_the_rows(looks, shop, settled):
    from dataclasses import replace

    looks.show_column("Age")
    settled()
    columns = tuple(
        replace(c, unfit="identifier") if c.name == "Age" else c for c in shop.checked.columns
    )

    looks.show_checked(replace(shop.checked, columns=columns))

    assert looks.shown == "rows"


def test_what_goes_together_is_found_once(looks, settled):
    looks.show_together()
    settled()
    found = looks._together._look

    looks.show_rows()
    looks.show_together()
    settled()

    assert looks._together._look is found


def test_who_does_not_want_to_wait_is_back_at_the_rows(looks, settled):
    looks.show_column("Age")
    place = looks._column._place
    place._on_timer_timeout()
    assert place.is_progress_shown

    place._card.cancel_button.click()
    settled()

    assert looks.shown == "rows"
    assert looks._column._look is None


def test_pictures_are_copied_and_saved_under_their_title(looks, settled, monkeypatch, tmp_path):
    looks.show_column("Age", "Town")
    settled()
    frame = looks._column._frame
    proposed = []

    def choose(_parent, _title, name, _filters):
        proposed.append(name)
        return str(tmp_path / "picture.svg"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    frame._save.trigger()
    frame._copy.trigger()

    assert proposed[0].endswith("Age by town.png")
    assert (tmp_path / "picture.svg").read_text(encoding="utf-8").startswith("<?xml")
    assert not QGuiApplication.clipboard().image().isNull()


def test_a_copied_table_can_be_pasted_into_a_sheet(looks, settled):
    looks.show_column("Town")
    settled()
    frame = looks._column._frame
    table_of(frame)

    frame._copy.trigger()

    rows = list(csv.reader(QGuiApplication.clipboard().text().splitlines(), delimiter="\t"))
    assert rows[0] == ["Value", "Customers", "Share"]
    assert len(rows) == 4


def test_nothing_of_a_look_is_wider_than_the_page(page, looks, settled):
    looks.show_column("Age", "Town")
    settled()
    looks.show_together()
    settled()

    assert page.minimumSizeHint().width() <= 882


def test_a_click_outside_of_the_map_opens_nothing(page, show, related, settled):
    show(related)
    page._looks.show_together()
    settled()

    page._looks._together._plot.clicked.emit(5.0, 0.0)

    assert page._looks._together._pair is None


@pytest.mark.parametrize("size", [(882, 662), (640, 420)])
def test_what_was_asked_for_comes_into_sight(page, looks, settled, qtbot, size):
    page.resize(*size)

    looks.show_column("Age")
    settled()

    def is_in_sight():
        room = page._scroll.viewport()
        top = looks.mapTo(room, looks.rect().topLeft()).y()
        bottom = looks.mapTo(room, looks.rect().bottomLeft()).y()
        return top == 0 if looks.height() > room.height() else top >= 0 and bottom <= room.height()

    qtbot.waitUntil(is_in_sight)
