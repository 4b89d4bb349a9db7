"""From a shop's own export to a saved list, by nothing but clicks, and the ways on where it hangs."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget

from tests.journeys.test_window import click, rows_of, settle, window

SHOPS = Path(__file__).parents[1] / "data" / "shops"
__all__ = ["window"]  # the fixture


class Watch(QObject):
    """Counts presses of mouse buttons and of keys, wherever they go."""

    def __init__(self):
        super().__init__()
        self.n_clicks = self.n_keys = 0

    def eventFilter(self, watched, event):  # noqa: N802  Qt's name
        if isinstance(watched, QWidget):
            self.n_clicks += event.type() == QEvent.Type.MouseButtonPress
            self.n_keys += event.type() == QEvent.Type.KeyPress
        return False


@pytest.fixture
def watch(qapp):
    watch = Watch()
    qapp.installEventFilter(watch)
    yield watch
    qapp.removeEventFilter(watch)


@pytest.fixture
def shopify(tmp_path):
    """Three hundred orders of sixty people as Shopify writes them: the second item has no total."""
    with (SHOPS / "shopify_orders.csv").open(newline="", encoding="utf-8") as file:
        header = next(csv.reader(file))
    path = tmp_path / "orders_export_1.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.DictWriter(file, header, restval="")
        out.writeheader()
        for i in range(300):
            who = i * i % 60
            order = {"Name": f"#{1001 + i}", "Lineitem quantity": 1, "Lineitem price": "5.00"}
            out.writerow(
                order
                | {
                    "Email": f"person{who}@example.org",
                    "Financial Status": "paid" if i % 50 else "voided",
                    "Currency": "EUR",
                    "Total": f"{(1 + who % 3) * 20 + i % 7}.50",
                    "Created at": f"2025-{1 + i % 12:02}-{1 + i % 28:02} 10:00:00 +0100",
                    "Lineitem name": "Mug",
                }
            )
            if i % 3 == 0:
                out.writerow(order | {"Lineitem name": "Plate"})
    return path


def test_a_shopify_export_becomes_a_saved_labelled_list_in_three_clicks(
    window, shopify, watch, qtbot, monkeypatch
):
    # The system's own dialog is the one thing that no test can click.
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(shopify)], ""))
    choose = next(b for b in window.findChildren(QPushButton) if b.text() == "Choose files…")

    click(choose, qtbot)
    settle(window, qtbot)
    click(window.page("groups").main_button, qtbot)
    click(window.page("share").main_button, qtbot)
    qtbot.waitUntil(lambda: window.page("share").message_bar.message is not None, timeout=20_000)

    assert (watch.n_clicks, watch.n_keys) == (3, 0)
    customers = window.session.document.customers
    rows = rows_of(shopify.with_name("orders_export_1 - groups.csv"))
    assert shopify.with_name("orders_export_1 - groups.xlsx").exists()
    assert len(rows) == customers.n_customers == len({row["Email"] for row in rows})
    assert all(row["segment"] and row["segment_name"] for row in rows)
    assert sum(round(100 * float(row["Total spent"])) for row in rows) == round(
        100 * customers.orders.total
    )


def test_a_switch_on_your_file_reaches_the_groups_and_undo_brings_all_back(window, shopify, qtbot):
    window.open_files((shopify,))
    settle(window, qtbot)
    before = window.session.document
    window.show_step("file")
    card = window.page("file")._understood._orders

    card._look_back.activated.emit(card._look_back.findData("6"))
    settle(window, qtbot)

    assert window.session.document.plan.customers.look_back == 6
    assert window.session.document.description is not None
    window.session.undo()
    assert window.session.document is before
    assert card._look_back.currentText() == "everything"


def test_a_list_that_does_not_say_who_bought_can_be_gone_on_with(window, qtbot):
    with qtbot.waitSignal(window.session.opening_failed, timeout=20_000):
        window.open_files((SHOPS / "amazon_orders.txt",))
    bar = window.page("file").message_bar
    assert "Amazon does not say in it who bought" in bar.message.text
    answers = {button.text(): button for button in bar.findChildren(QPushButton)}
    assert "Open another file…" in answers

    click(answers["Each row is one customer"], qtbot)
    qtbot.waitUntil(lambda: window.session.document.customers is not None, timeout=20_000)
    qtbot.waitUntil(lambda: not window.session.is_working, timeout=20_000)

    assert window.session.document.plan.customers.table == "customers"
    assert QApplication.activeModalWidget() is None


def test_the_customers_of_the_shop_are_added_to_the_open_orders(
    window, shopify, tmp_path, qtbot, monkeypatch
):
    people = tmp_path / "customers_export.csv"
    lines = [f"Person{i}@Example.org,{20 + i},yes" for i in range(2, 70)]
    people.write_text("\n".join(("Email,Age,Newsletter", *lines)), encoding="utf-8")
    window.open_files((shopify,))
    settle(window, qtbot)
    before = window.session.document
    window.show_step("file")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(people)], ""))
    more = next(b for b in window.findChildren(QPushButton) if b.text() == "Add another file…")

    click(more, qtbot)
    settle(window, qtbot)

    document = window.session.document
    assert document.plan.files == (shopify, people)
    assert document.segmentation.sizes == before.segmentation.sizes
    assert document.customers.joined.n_matched > 0
    window.show_step("file")
    said = " ".join(label.text() for label in window.page("file").findChildren(QLabel))
    assert "“customers_export.csv” tells more about them: " in said
    assert "without orders" in said
