"""What the page of facts makes of the kind of customer, which is made of the facts above it."""

from pathlib import Path

import pytest

from desktop_app.paths import resource_path
from desktop_app.ui.pages.facts_page import FactsPage


@pytest.fixture
def page(qtbot, context, session):
    page = FactsPage(context)
    qtbot.addWidget(page)
    session.open_files((Path(resource_path("samples", "shop_orders.csv")),))
    qtbot.waitUntil(lambda: session.document.is_complete, timeout=30_000)
    page.show_document(session.document)
    return page


def test_the_kind_of_customer_describes_but_is_no_fact_to_form_groups_by(page):
    assert page._word_rows["Kind of customer"].is_ticked
    assert "Kind of customer" not in page._fact_rows
    assert "Scores" not in {**page._fact_rows, **page._word_rows}
