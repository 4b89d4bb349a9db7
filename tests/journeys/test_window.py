"""The whole way through the real window, worker thread included, by clicking what a user clicks."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton

from desktop_app.core.intake.tables import ReadOptions
from desktop_app.paths import resource_path
from desktop_app.services.recent_files import RecentFiles
from desktop_app.services.session import Session
from desktop_app.services.settings import Settings
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages.context import PageContext
from desktop_app.ui.steps import STEP_KEYS
from desktop_app.wording.numbers import Formats

SHOP = resource_path("samples", "shop_customers.csv")
INCOME, SCORE = "Annual Income (k$)", "Spending Score (1-100)"


@pytest.fixture
def window(qtbot, theme, threaded_runner, own_home):
    session = Session(threaded_runner)
    context = PageContext(session, threaded_runner, theme, Formats())
    window = MainWindow(context, Settings(scheme="light"), RecentFiles(own_home / "recent.json"))
    window.session = session
    qtbot.addWidget(window)
    window.resize(1100, 700)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def shop(tmp_path):
    path = tmp_path / "My shop.csv"
    path.write_bytes(SHOP.read_bytes())
    return path


def settle(window, qtbot):
    qtbot.waitUntil(
        lambda: window.session.document.is_complete and not window.session.is_working,
        timeout=30_000,
    )


def click(button, qtbot):
    qtbot.waitUntil(lambda: button.isVisible() and button.isEnabled())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def drop(window, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    at = QPoint(600, 300)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    QApplication.sendEvent(window, QDragEnterEvent(at, action, data, buttons, keys))
    QApplication.sendEvent(window, QDropEvent(QPointF(at), action, data, buttons, keys))


def open_shop(window, path, qtbot):
    window.open_files((path,))
    settle(window, qtbot)


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def test_a_dropped_file_becomes_a_saved_labelled_list_in_two_clicks(window, shop, qtbot):
    drop(window, shop)
    settle(window, qtbot)
    assert window.current_step == "groups"

    click(window.page("groups").main_button, qtbot)
    click(window.page("share").main_button, qtbot)
    saved = shop.with_name("My shop - groups.csv")
    qtbot.waitUntil(lambda: window.page("share").message_bar.message is not None, timeout=20_000)

    before, after = rows_of(shop), rows_of(saved)
    assert shop.with_name("My shop - groups.xlsx").exists()
    assert [{name: row[name] for name in before[0]} for row in after] == before
    assert all(row["segment"] and row["segment_name"] for row in after)


def test_the_tour_gives_five_named_groups_of_income_and_score(window, shop, qtbot):
    open_shop(window, shop, qtbot)

    window.show_step("facts")
    for name, row in window.page("facts").fact_rows.items():
        if row.is_ticked != (name in (INCOME, SCORE)):
            click(row.box, qtbot)
    settle(window, qtbot)

    document = window.session.document
    assert set(document.features) == {INCOME, SCORE}
    assert document.scan.ks == tuple(range(1, 11))
    assert document.segmentation.k == document.scan.suggestion.k == 5
    window.show_step("groups")
    cards = window.page("groups").cards
    assert len(cards) == 5
    assert len({card.content.name for card in cards}) == 5


def test_every_step_can_be_shown_and_has_a_finding_as_title(window, shop, qtbot):
    open_shop(window, shop, qtbot)

    for key in STEP_KEYS:
        window.show_step(key)

        assert window.current_step == key
        assert window.page(key).accessibleName()


def test_the_curve_and_the_stepper_choose_the_number_of_groups(window, shop, qtbot):
    open_shop(window, shop, qtbot)
    window.show_step("how_many")
    page = window.page("how_many")

    page.curve.clicked.emit(3.2, 0.4)
    settle(window, qtbot)
    by_curve = window.session.document.segmentation.k
    page.stepper.stepUp()
    settle(window, qtbot)

    assert by_curve == 3
    assert window.session.document.segmentation.k == 4
    assert "4" in page.main_button.text()


def test_undo_and_redo_go_through_choices_with_their_results(window, shop, qtbot):
    open_shop(window, shop, qtbot)
    before = window.session.document
    window.show_step("how_many")
    window.page("how_many").stepper.stepDown()
    settle(window, qtbot)
    after = window.session.document

    window.session.undo()
    assert window.session.document is before
    window.session.redo()
    assert window.session.document is after


def test_a_group_is_renamed_on_its_card_and_in_the_file(window, shop, qtbot):
    open_shop(window, shop, qtbot)
    groups = window.page("groups")

    groups.cards[0].rename_requested.emit(0, "My regulars")
    settle(window, qtbot)
    window.show_step("share")
    click(window.page("share").main_button, qtbot)
    saved = shop.with_name("My shop - groups.csv")
    qtbot.waitUntil(lambda: window.page("share").message_bar.message is not None, timeout=20_000)

    assert groups.cards[0].content.name == "My regulars"
    assert {r["segment_name"] for r in rows_of(saved) if r["segment"] == "A"} == {"My regulars"}


def test_a_customer_clicked_in_the_scatter_is_chosen_in_the_table_and_back(window, shop, qtbot):
    open_shop(window, shop, qtbot)
    groups = window.page("groups")
    qtbot.waitUntil(lambda: groups.picture.scatter.view is not None)
    chosen = []
    groups.customers.customer_chosen.connect(chosen.append)

    groups.picture.scatter.customer_clicked.emit(17)
    qtbot.waitUntil(lambda: groups.customers.chosen_customer == 17)
    groups.customers.table.choose_position(23)
    groups.customers.table.row_chosen.emit(23)

    assert chosen[-1] == 23
    assert groups.picture.scatter.marked_customer == 23


def test_a_file_that_cannot_be_read_keeps_what_was_open(window, shop, tmp_path, qtbot):
    open_shop(window, shop, qtbot)
    before = window.session.document
    broken = tmp_path / "broken.csv"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(256))

    with qtbot.waitSignal(window.session.opening_failed):
        window.open_files((broken,))

    assert window.session.document is before
    message = window.page(window.current_step).message_bar.message
    assert message is not None
    assert "broken.csv" in message.text


def test_a_folder_that_cannot_be_written_is_answered_on_the_page(window, shop, tmp_path, qtbot):
    open_shop(window, shop, qtbot)
    window.show_step("share")
    share = window.page("share")
    share.save_to(tmp_path / "gone")

    click(share.main_button, qtbot)
    qtbot.waitUntil(lambda: share.message_bar.message is not None)

    assert share.message_bar.message.tone == "stop"
    assert share.main_button.isEnabled()


def test_a_step_without_a_file_says_what_to_do(window):
    window.show_step("groups")

    assert window.current_step == "file"
    assert "file" in window.page("file").message_bar.message.text


def test_a_list_that_cannot_be_divided_says_why_and_stays_open(window, tmp_path, qtbot):
    source = tmp_path / "words.csv"
    source.write_text("name,town\nAnn,Delft\nBob,Gouda\nCas,Delft\n", encoding="utf-8")

    window.open_files((source,))
    qtbot.waitUntil(lambda: window.session.document.problem is not None, timeout=20_000)

    assert window.page(window.current_step).message_bar.message is not None
    window.show_step("check")
    assert window.session.document.customers.n_customers == 3


def test_another_reading_that_leads_nowhere_can_be_taken_back(window, shop, qtbot):
    open_shop(window, shop, qtbot)
    window.show_step("file")
    before, page = window.session.document, window.page("file")

    plan = replace(before.plan, reading=ReadOptions(encoding="utf-16"))
    window.session.apply(plan, "read other letters")
    qtbot.waitUntil(lambda: window.session.document.problem is not None, timeout=20_000)

    assert "alphabet" in page.message_bar.message.text
    assert page.message_bar.message.actions[0][0] == "undo"
    assert page._understood.isVisible()
    page.message_bar.action_chosen.emit("undo")
    assert window.session.document is before


def test_closing_while_busy_ends_the_work_first(window, shop, qtbot):
    window.open_files((shop,))
    event = QCloseEvent()

    window.closeEvent(event)
    was_accepted = event.isAccepted()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=10_000)

    assert not was_accepted


def test_light_and_dark_can_be_switched_on_every_page(window, shop, theme, qtbot):
    open_shop(window, shop, qtbot)

    for key in STEP_KEYS:
        window.show_step(key)
        theme.set_scheme("dark")
        assert theme.palette.is_dark
        theme.set_scheme("light")

    assert not theme.palette.is_dark


def test_an_opened_file_is_offered_again_with_its_groups(window, shop, own_home, qtbot):
    open_shop(window, shop, qtbot)

    entry = RecentFiles(own_home / "recent.json").load()[0]

    assert entry.name == "My shop.csv"
    assert entry.sizes == window.session.document.segmentation.sizes


def test_closing_while_saving_lets_the_files_be_finished(window, shop, qtbot):
    open_shop(window, shop, qtbot)
    window.show_step("share")

    click(window.page("share").main_button, qtbot)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=20_000)

    assert shop.with_name("My shop - groups.csv").exists()
    assert shop.with_name("My shop - groups.xlsx").exists()


def test_words_of_a_file_are_shown_letter_by_letter(window, tmp_path, qtbot):
    source = tmp_path / "R&B.csv"
    rows = "".join(f"{20 + i % 40},{(i % 3) * 50 + i % 5},{i}\n" for i in range(60))
    source.write_text(f"<b>Age</b>,R&B spend,<img src=x>\n{rows}", encoding="utf-8")
    open_shop(window, source, qtbot)
    window.show_step("facts")
    rows_by_name = window.page("facts").fact_rows

    box = rows_by_name["R&B spend"].box
    tip = rows_by_name["<b>Age</b>"].box.toolTip()

    assert box.words == "R&B spend"
    assert box.shortcut().isEmpty()
    assert "&lt;b&gt;Age&lt;/b&gt;" in tip


def test_an_answer_on_check_reaches_the_saved_list_and_undo_brings_all_back(
    window, qtbot, tmp_path
):
    lines = SHOP.read_text(encoding="utf-8").splitlines()
    odd = tmp_path / "odd.csv"
    cells = lines[5].split(",")
    cells[2] = "999"
    odd.write_text("\n".join([*lines[:5], ",".join(cells), *lines[6:]]), encoding="utf-8")
    window.open_files((odd,))
    settle(window, qtbot)
    before = window.session.document.segmentation
    window.show_step("check")
    buttons = window.page("check").findChildren(QPushButton)

    click(next(button for button in buttons if button.text() == "Leave out"), qtbot)
    settle(window, qtbot)

    assert window.session.document.segmentation.labels[4] == -1
    assert window.session.document.customers.n_customers == len(lines) - 1
    window.session.undo()
    settle(window, qtbot)
    assert window.session.document.segmentation is before
