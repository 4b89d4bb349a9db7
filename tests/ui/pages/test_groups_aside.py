import pytest
from PySide6.QtWidgets import QLabel, QRadioButton

from desktop_app.document.street import walk
from desktop_app.report.story import tell
from desktop_app.ui.pages.groups_page import GroupsPage
from desktop_app.ui.pages.separating_panel import SeparatingPanel


@pytest.fixture
def by_age(shop):
    """Groups by age and money."""
    return walk(shop.with_plan(shop.plan.with_features(("Age", "Spent")).with_k(4)))


@pytest.fixture
def panel(context, by_age, qtbot):
    panel = SeparatingPanel(context)
    qtbot.addWidget(panel)
    panel.show_document(by_age, tell(by_age, context.formats))
    return panel


@pytest.fixture
def page(context, runner, by_age, qtbot):
    page = GroupsPage(context)
    qtbot.addWidget(page)
    page.show_document(by_age)
    qtbot.waitUntil(lambda: not runner.busy)
    return page


def words(widget):
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


def test_the_cards_stand_beside_at_first_and_the_switch_changes_that(page):
    assert page.aside.cards.isVisibleTo(page)

    page.aside.switch.findChildren(QRadioButton)[1].click()

    assert page.aside.separating.isVisibleTo(page)
    assert not page.aside.cards.isVisibleTo(page)


def test_facts_are_ranked_and_those_that_form_no_groups_stand_apart(panel, by_age):
    said = words(panel)

    ranked = [d.column for d in by_age.description.drivers if d.is_feature]
    assert [line for line in said if line in ranked] == ranked
    assert said.index("Not used to form the groups") < said.index("Town")


def test_the_short_rule_says_how_many_it_sorts_right(panel, by_age):
    said = words(panel)

    n = int(100 * by_age.description.rule.accuracy)
    assert f"This short rule sorts {n} of 100 customers into their group." in said
    assert any("age up to" in line for line in said)


def test_groups_by_age_are_asked_about_and_can_be_tried_without(page, session, by_age, monkeypatch):
    monkeypatch.setattr(type(session), "document", by_age)
    asked = []
    monkeypatch.setattr(session, "apply", lambda plan, label: asked.append((plan, label)))

    (button,) = page.aside.separating.buttons
    button.click()

    assert button.text() == "Try without age"
    ((plan, label),) = asked
    assert plan.features.features == ("Spent",)
    assert label == "leave out age"


def test_the_only_fact_cannot_be_left_out(context, shop, qtbot):
    document = walk(shop.with_plan(shop.plan.with_features(("Age",)).with_k(3)))
    panel = SeparatingPanel(context)
    qtbot.addWidget(panel)

    panel.show_document(document, tell(document, context.formats))

    assert panel.buttons == ()
    assert "These groups divide your customers by age. Is that what you want?" in words(panel)
