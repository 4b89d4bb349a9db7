from dataclasses import replace

import pytest

from desktop_app.core.tracking.baseline import make_baseline
from desktop_app.core.tracking.choices import HoldOut
from desktop_app.document.document import Document
from desktop_app.document.plan import Plan
from desktop_app.document.street import walk
from desktop_app.ui.pages.hold_out_card import HoldOutCard

NAMES = {"A": "Younger", "B": "Older"}


@pytest.fixture(scope="module")
def followed(write_list):
    """300 customers in two groups, of whom 20 % were kept back; the list has not changed."""
    rows = [[f"C-{i}", 20 + i % 9 + 40 * (i % 3 == 0), 100 + i % 50] for i in range(300)]
    path = write_list("shop.csv", ["Customer ID", "Age", "Total spent"], rows)
    document = walk(Document(plan=Plan(files=(path,), k=2, hold_out=HoldOut(0.2))))
    baseline = make_baseline(document.customers, document.segmentation, "2026-05-12")
    return replace(document, baseline=baseline)


@pytest.fixture
def card(context, qtbot):
    card = HoldOutCard(context)
    qtbot.addWidget(card)
    return card


def test_everyone_and_each_group_is_compared_in_money_first(card, followed, qtbot):
    card.show_document(followed, NAMES)

    qtbot.waitUntil(lambda: bool(card.words.text()))
    everyone, *groups = card.words.text().splitlines()
    assert everyone.startswith("Everyone: Total spent: ")
    assert "can be chance" in everyone
    assert [line.partition(":")[0] for line in groups] == ["A Younger", "B Older"]
    assert "Too few people to tell" in groups[1]


def test_another_fact_can_be_compared(card, followed, qtbot):
    card.show_document(followed, NAMES)

    card.facts.choice_made.emit("Age")

    qtbot.waitUntil(lambda: "Everyone: Age: " in card.words.text())


def test_where_nobody_was_kept_back_there_is_nothing_to_see(card, followed):
    plan = replace(followed.plan, hold_out=HoldOut())

    card.show_document(replace(followed, plan=plan), NAMES)

    assert card.isHidden()
