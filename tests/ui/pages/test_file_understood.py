import pytest
from PySide6.QtWidgets import QLabel

from desktop_app.core.checking.columns import ColumnChoice
from desktop_app.core.intake.tables import FileForm, FileKind, ReadOptions
from desktop_app.document.document import Document
from desktop_app.document.plan import Plan
from desktop_app.document.street import walk
from desktop_app.ui.pages.file_page import FilePage
from desktop_app.ui.pages.letters_choice import LettersChoice
from desktop_app.ui.pages.reading_choices import ReadingChoices

POLISH = "Nr;Nazwisko;Kwota\n" + "".join(
    f"{i};{name};{i + 10},50\n" for i, name in enumerate(["Wójcik", "Łoś", "Zięba", "Żak"] * 9)
)


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
    choices.delimiter.activated.emit(choices.delimiter.findData("\t"))

    page.show_document(session.document)

    assert session.document.raw is None
    assert choices.delimiter.currentText() == "tab"
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


@pytest.fixture
def polish(tmp_path):
    """A list in the code page of another region, found out by its words."""
    path = tmp_path / "klienci.csv"
    path.write_bytes(POLISH.encode("cp1250"))
    return walk(Document(plan=Plan(files=(path,), region="en_GB")), until="customers")


@pytest.fixture
def ask_letters(page, runner, qtbot):
    """Ask for the list of alphabets and wait for it."""

    def ask():
        page.findChild(ReadingChoices).letters.click()
        qtbot.waitUntil(lambda: not runner.busy, timeout=30_000)
        return page.findChild(LettersChoice)

    return ask


@pytest.fixture
def read_anew(session, runner, qtbot):
    """Wait until the file was read anew; the rest of the street is not wanted here."""

    def wait():
        qtbot.waitUntil(lambda: session.document.raw is not None)
        runner.cancel_all()

    return wait


@pytest.fixture
def letters(page, show, polish, session, ask_letters):
    """The list of alphabets, opened for the Polish list."""
    page.show()
    show(polish)
    session.document_changed.connect(page.show_document)
    return ask_letters()


def chosen_words(letters):
    return [row.words for row in letters.rows if row.isChecked()]


def test_letters_are_shown_in_each_alphabet_with_the_one_in_use(letters):
    assert letters.isVisible()
    assert letters.rows[0].words.split() == ["Wójcik", "Łoś", "Zięba", "Żak"]
    assert letters.rows[0].accessibleName().endswith("(Central European)")
    assert len({row.words for row in letters.rows}) == len(letters.rows) > 2
    assert chosen_words(letters) == [letters.rows[0].words]


def test_another_alphabet_is_read_at_once_and_can_be_undone(letters, session, read_anew):
    other = next(row for row in letters.rows if "£oœ" in row.words)

    other.click()
    read_anew()

    assert session.document.plan.reading.encoding == "cp1252"
    assert session.document.plan.region == "en_GB"
    assert session.undo_label == "read other letters"
    assert session.document.raw.rows[1][1] == "£oœ"
    assert chosen_words(letters) == [other.words]
    assert letters._automatic.isVisible()
    session.undo()
    assert chosen_words(letters) == [letters.rows[0].words]
    assert not letters._automatic.isVisible()
    session.cancel()


def test_the_program_may_find_out_again(letters, session, read_anew):
    letters.rows[1].click()
    read_anew()

    letters._automatic.click()
    read_anew()

    assert session.document.plan.reading.encoding is None
    assert session.document.raw.form.encoding == "cp1250"


def test_letters_that_cannot_look_wrong_are_said_to_be_right(page, show, shop, ask_letters):
    page.show()
    show(shop)

    letters = ask_letters()

    assert letters.rows == []
    assert "they are right" in letters._note.text()


def test_a_file_that_went_away_is_told_in_place_of_its_letters(page, show, polish, ask_letters):
    page.show()
    show(polish)
    polish.plan.files[0].unlink()

    assert "is not there any more" in ask_letters()._note.text()


def test_another_file_closes_the_list_of_alphabets(letters, show, shop):
    show(shop)

    assert not letters.isVisible()


def dated(tmp_path, days):
    path = tmp_path / "dated.csv"
    lines = [f"{i},{20 + i},{day}" for i, day in enumerate(days)]
    path.write_text("id,age,last order\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return walk(Document(plan=Plan(files=(path,))), until="customers")


def test_the_order_of_dates_is_said_and_can_be_changed_for_all(page, show, session, tmp_path):
    document = dated(tmp_path, [f"0{1 + i % 9}/0{1 + i % 7}/2024" for i in range(40)])
    show(document)
    choices = page.findChild(ReadingChoices)
    assert choices.dates.isVisibleTo(page)
    assert choices.dates.currentText() == "day first (found)"
    said = " ".join(words_on(page))
    assert "Dates in “last order” are read with the day first: 31/12/2024." in said
    assert "Nothing in “last order” proves that" in said

    choice = ColumnChoice("last order", date_order="dmy")
    session.apply(Plan(files=document.plan.files, columns=(choice,)), "answer")
    choices.dates.activated.emit(choices.dates.findData("mdy"))

    assert session.document.plan.customers.date_order == "mdy"
    assert session.document.plan.columns[0].date_order is None
    assert session.undo_label == "read dates differently"


def test_dates_that_can_only_be_read_in_one_way_are_not_asked_about(page, show, tmp_path):
    show(dated(tmp_path, [f"2024-03-{1 + i % 28:02}" for i in range(40)]))

    assert not page.findChild(ReadingChoices).dates.isVisibleTo(page)


def test_the_order_of_dates_survives_another_reading(page, show, session, tmp_path):
    show(dated(tmp_path, [f"0{1 + i % 9}/0{1 + i % 7}/2024" for i in range(40)]))
    choices = page.findChild(ReadingChoices)
    choices.dates.activated.emit(choices.dates.findData("mdy"))

    choices.decimal.activated.emit(choices.decimal.findData(","))

    assert session.document.plan.customers.date_order == "mdy"


def test_several_files_are_named_with_their_rows(page, show, tmp_path):
    paths = tuple(tmp_path / name for name in ("may.csv", "june.csv"))
    paths[0].write_text("id,age\n1,31\n2,44\n", encoding="utf-8")
    paths[1].write_text("id,age,town\n3,52,Delft\n", encoding="utf-8")

    show(walk(Document(plan=Plan(files=paths)), until="customers"))

    assert page.accessibleName() == "3 customers in 2 files"
    words = " ".join(words_on(page))
    assert "may.csv (2), june.csv (1)" in words
    assert "1 column is missing in some of the files" in words


def test_lines_that_are_no_rows_are_told(page, show, tmp_path):
    path = tmp_path / "titled.csv"
    rows = "".join(f"{i},{20 + i},Delft\n" for i in range(30))
    path.write_text(f"Our customers\nMay\n\nid,age,town\n{rows}", encoding="utf-8")

    show(walk(Document(plan=Plan(files=(path,))), until="customers"))

    assert any("above the" in words and words.startswith("3 lines") for words in words_on(page))
