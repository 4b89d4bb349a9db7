import pytest
from PySide6.QtWidgets import QLabel

from desktop_app.core.intake.tables import FileForm, FileKind, ReadOptions
from desktop_app.ui.pages.file_page import FilePage
from desktop_app.ui.pages.reading_choices import ReadingChoices


@pytest.fixture
def page(qtbot, context):
    page = FilePage(context)
    qtbot.addWidget(page)
    page.resize(882, 662)
    return page


@pytest.fixture
def show(page, session):
    def show(document):
        session._history = type(session._history)(present=document)
        page.show_document(document)

    return show


@pytest.fixture
def choices(page, show, shop):
    show(shop)
    return page.findChild(ReadingChoices)


def words_on(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def test_it_says_what_was_understood(page, show, shop):
    show(shop)

    words = words_on(page)
    assert page.accessibleName() == "120 customers in shop.csv"
    assert "A text file (CSV)." in words
    assert "The first line holds the column names. 120 rows below them." in words


def test_orders_are_told_with_their_counts(page, show, orders):
    show(orders)

    assert "40 order lines, 40 orders, 9 customers." in words_on(page)
    assert page._understood._row_kind.chosen == "orders"


def test_the_way_on_leads_to_check(page, show, shop, qtbot):
    show(shop)

    with qtbot.waitSignal(page.step_requested) as asked:
        page.main_button.click()

    assert asked.args == ["check"]


def test_another_file_can_be_opened(page, show, shop, qtbot):
    show(shop)

    with qtbot.waitSignal(page.files_requested):
        page._other_button.click()


def test_without_a_file_the_start_page_is_back(page, show, shop):
    show(shop)
    show(type(shop)())

    assert page.accessibleName() == "Find the groups among your customers"
    assert not page._understood.isVisibleTo(page)


@pytest.mark.parametrize(
    ("field", "key", "option"),
    [
        ("encoding", "cp1252", "encoding"),
        ("delimiter", ";", "delimiter"),
        ("decimal", ",", "decimal"),
    ],
)
def test_how_the_file_is_read_can_be_changed(choices, session, field, key, option):
    box = getattr(choices, field)

    box.activated.emit(box.findData(key))

    assert getattr(session.document.plan.reading, option) == key
    session.cancel()


def test_the_first_line_can_be_a_row_like_the_others(choices, session):
    choices.header.click()

    assert session.document.plan.reading == ReadOptions(has_header=False)
    assert session.undo_label == "number the columns"
    session.cancel()


def test_what_was_said_about_columns_goes_when_the_file_is_read_anew(choices, session, page):
    session.apply(session.document.plan.with_features(("Age",)), "choose facts")

    choices.header.click()

    assert session.document.plan.features.features is None
    session.cancel()


def test_while_the_file_is_read_anew_the_fields_show_the_new_choice(choices, session, page):
    choices.encoding.activated.emit(choices.encoding.findData("cp1251"))

    page.show_document(session.document)

    assert session.document.raw is None
    assert choices.encoding.currentText() == "Cyrillic"
    session.cancel()


def test_rows_can_be_said_to_be_order_lines(page, show, shop, session):
    show(shop)

    page._understood._row_kind.choice_changed.emit("orders")

    assert session.document.plan.customers.table == "orders"
    session.cancel()


def test_a_workbook_offers_its_sheets_and_no_signs(qtbot, theme, tmp_path):
    choices = ReadingChoices(theme)
    qtbot.addWidget(choices)
    form = FileForm(
        tmp_path / "shop.xlsx",
        FileKind.SPREADSHEET,
        sha256="",
        n_rows=3,
        sheet="Orders",
        sheets=("Customers", "Orders"),
    )

    choices.show_reading(form, ReadOptions())

    assert choices.sheet.currentText() == "Orders"
    assert choices.sheet.isVisibleTo(choices)
    assert not choices.delimiter.isVisibleTo(choices)
    with qtbot.waitSignal(choices.reading_changed) as changed:
        choices.sheet.activated.emit(0)
    assert changed.args == [ReadOptions(sheet="Customers"), "read another sheet"]


def test_column_names_further_down_are_named_by_their_line(qtbot, theme, tmp_path):
    choices = ReadingChoices(theme)
    qtbot.addWidget(choices)
    form = FileForm(tmp_path / "shop.csv", FileKind.DELIMITED, sha256="", n_rows=3, header_row=2)

    choices.show_reading(form, ReadOptions())

    assert choices.header.words == "Line 3 holds the column names"
    assert choices.header.isChecked()
