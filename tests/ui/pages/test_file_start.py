"""The first window, before there is a file."""

import subprocess
import sys

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from desktop_app.services.recent_files import RecentFile
from desktop_app.ui.pages.context import PageContext
from desktop_app.ui.pages.file_page import FilePage
from desktop_app.wording.numbers import Formats

SPRING = RecentFile("/shop/spring.csv", "2026-05-12", 500, (201, 98, 84, 62, 55))
ODD = RecentFile("/shop/odd.csv", "2025-12-03")


@pytest.fixture
def page(qtbot, session, runner, theme):
    page = FilePage(PageContext(session, runner, theme, Formats()))
    qtbot.addWidget(page)
    page.resize(882, 662)
    page.show_document(session.document)
    page.show()
    return page


def shown_words(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_it_asks_for_a_list(page, qtbot):
    with qtbot.waitSignal(page.files_requested):
        page._start.zone.choose_button.click()

    assert "Find the groups among your customers" in shown_words(page)


def test_the_first_click_on_the_sample_opens_customers_at_once(page, qtbot):
    with qtbot.waitSignal(page.paths_chosen) as chosen:
        page._start.zone.sample_button.click()

    assert chosen.args[0][0].name == "shop_customers.csv"


def test_the_menu_offers_the_three_other_samples(page, qtbot):
    chosen = []
    page.paths_chosen.connect(chosen.append)

    for action in page._start.samples_button.menu().actions():
        action.trigger()

    assert [path.name for (path,) in chosen] == [
        "shop_customers_june.csv",
        "shop_orders.csv",
        "no_groups.csv",
    ]
    assert all(path.is_file() for (path,) in chosen)


def test_without_recent_files_nothing_is_said_about_them(page):
    assert "Recent" not in shown_words(page)


def test_recent_files_show_name_day_customers_and_groups(page):
    page.show_recent((SPRING, ODD))

    words = shown_words(page)
    assert {"spring.csv", "12 May 2026 · 500 customers", "5 groups"} <= set(words)
    assert {"odd.csv", "3 December 2025"} <= set(words)
    assert "Recent" in words


def test_a_recent_file_can_be_opened(page, qtbot):
    page.show_recent((SPRING,))
    button = next(
        b for b in page.findChildren(QPushButton) if b.accessibleName() == "Open spring.csv"
    )

    with qtbot.waitSignal(page.paths_chosen) as chosen:
        button.click()

    assert [path.as_posix() for path in chosen.args[0]] == [SPRING.path]


def test_files_that_were_read_together_are_opened_together(page, qtbot):
    year = RecentFile("/shop/jan.csv", "2026-05-12", 90, (), ("/shop/feb.csv", "/shop/mar.csv"))
    page.show_recent((year,))
    assert "jan.csv and 2 more" in shown_words(page)
    button = next(
        b for b in page.findChildren(QPushButton) if b.accessibleName().startswith("Open jan.csv")
    )

    with qtbot.waitSignal(page.paths_chosen) as chosen:
        button.click()

    assert [path.name for path in chosen.args[0]] == ["jan.csv", "feb.csv", "mar.csv"]


def test_a_new_list_of_recent_files_replaces_the_old_one(page):
    page.show_recent((SPRING,))
    page.show_recent((ODD,))

    assert "spring.csv" not in shown_words(page)


def test_a_hovering_file_is_named_in_the_drop_zone(page):
    page.show_hover("may.xlsx")
    assert "Let go to read may.xlsx" in shown_words(page)

    page.show_hover(None)
    assert "Let go to read may.xlsx" not in shown_words(page)


def test_the_page_needs_no_numerical_library():
    program = (
        "import sys, desktop_app.ui.pages.file_page;"
        "print({'numpy', 'pandas', 'matplotlib', 'duckdb'} & set(sys.modules))"
    )

    shown = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert shown.stdout.strip() == "set()"
