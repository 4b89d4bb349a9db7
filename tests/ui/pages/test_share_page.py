import csv

import pytest
from PySide6.QtGui import QGuiApplication

from desktop_app.document.plan import Plan
from desktop_app.ui.pages.context import PageContext
from desktop_app.ui.pages.share_page import SharePage
from desktop_app.wording.numbers import Formats


@pytest.fixture
def path(write_list):
    rows = [
        [
            f"C-{i}",
            f"Ann {i}",
            f"c{i}@shop.example",
            "no" if i % 4 == 3 else "yes",
            30 * (i % 2) + 20,
        ]
        for i in range(80)
    ]
    return write_list(
        "shop.csv", ["Customer ID", "Name", "Email", "Accepts Marketing", "Age"], rows
    )


@pytest.fixture
def page(context, session, path, qtbot):
    page = SharePage(context)
    qtbot.addWidget(page)

    def show(document):
        if document.is_complete:
            page.show_document(document)

    session.document_changed.connect(show)
    session.open_plan(Plan(files=(path,), k=2))
    qtbot.waitUntil(lambda: page._document is not None)
    yield page
    session.document_changed.disconnect(show)


def untick(page, *keys):
    for key in keys:
        page.outputs.rows[key].box.setChecked(False)


def save(page, qtbot):
    page.main_button.click()
    qtbot.waitUntil(lambda: page.message_bar.message is not None)


def test_mail_lists_are_offered_where_there_are_addresses_and_say_who_is_left_out(page):
    assert not page.outputs.rows["mail"].isHidden()
    assert "60 people are on the mail lists." in page.leaving_out._words.text()
    assert "20 people did not agree" in page.leaving_out._words.text()


def test_mail_lists_go_into_a_folder_of_their_own(page, path, qtbot):
    untick(page, ".csv", ".xlsx")
    page.outputs.rows["mail"].box.setChecked(True)

    save(page, qtbot)

    folder = path.parent / "shop - groups, Mailchimp"
    assert folder.is_dir()
    assert all(file.suffix == ".csv" for file in folder.iterdir())
    assert "shop - groups, Mailchimp" in page.message_bar.message.text


def test_a_column_that_is_left_out_is_in_no_file_and_not_in_the_preview(page, path, qtbot):
    untick(page, ".xlsx")
    page.leaving_out.boxes["Email"].setChecked(True)

    save(page, qtbot)

    with (path.parent / "shop - groups.csv").open(encoding="utf-8-sig", newline="") as file:
        header = next(csv.reader(file))
    assert "Email" not in header
    assert "Name" in header


def test_people_are_kept_back_and_undo_brings_them_back(page, session, qtbot):
    segmentation = session.document.segmentation

    page.leaving_out.shares._buttons["0.2"].click()

    assert session.document.plan.hold_out.share == 0.2
    assert session.document.segmentation is segmentation
    qtbot.waitUntil(lambda: "kept back" in page.leaving_out._words.text())
    session.undo()
    assert page.leaving_out.shares.chosen == "0.0"
    qtbot.waitUntil(lambda: "kept back" not in page.leaving_out._words.text())


def test_a_group_is_copied(page, session, qtbot):
    page.preview.segment = 0

    page.preview.copy.click()

    qtbot.waitUntil(lambda: page.message_bar.message is not None)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 1 + session.document.segmentation.sizes[0]
    assert lines[0].split("\t")[0] == "Customer ID"


def test_nothing_ticked_cannot_be_saved(page):
    untick(page, ".csv", ".xlsx")

    assert not page.main_button.isEnabled()


def test_where_numbers_have_a_comma_cells_are_parted_at_semicolons(session, runner, theme, qtbot):
    german = SharePage(PageContext(session, runner, theme, Formats.for_locale("de_DE")))
    qtbot.addWidget(german)

    assert german.outputs.delimiter == ";"


def test_the_report_is_saved_when_it_is_ticked(page, path, qtbot):
    untick(page, ".csv", ".xlsx")
    page.outputs.rows["report"].box.setChecked(True)
    assert page.main_button.text() == "Save 1 file"

    save(page, qtbot)

    saved = path.with_name("shop - groups.pdf").read_bytes()
    assert saved.startswith(b"%PDF")
    assert b"shop.example" not in saved


def test_the_report_at_the_right_follows_the_document(page, session, qtbot):
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: page.report.n_pages == 6)

    session.apply(session.document.plan.with_k(1), "one group")

    qtbot.waitUntil(lambda: page.report.n_pages == 5)
