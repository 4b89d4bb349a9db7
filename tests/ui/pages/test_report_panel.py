"""The report beside the page Share: laid out when it is seen, one page at a time."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor

from desktop_app.document.document import Document
from desktop_app.document.plan import Plan
from desktop_app.document.street import walk
from desktop_app.report.story import tell
from desktop_app.ui.pages.report_panel import ReportPanel
from desktop_app.wording.numbers import Formats


@pytest.fixture(scope="module")
def document(write_list, shop_rows):
    path = write_list("shop.csv", ["Customer ID", "Age", "Spent", "Town"], shop_rows[:60])
    return walk(Document(plan=Plan(files=(path,), k=2)))


@pytest.fixture
def panel(context, qtbot, document):
    panel = ReportPanel(context)
    qtbot.addWidget(panel)
    panel.resize(342, 517)
    panel.show_document(document, tell(document, Formats()))
    with qtbot.waitExposed(panel):
        panel.show()
    qtbot.waitUntil(lambda: panel.preview.has_page)
    return panel


def colour_of_the_corner(panel):
    preview = panel.preview
    image = preview.grab().toImage()
    at = (preview._page().topLeft() + QPointF(6, 6)) * image.devicePixelRatio()
    return QColor(image.pixel(at.toPoint()))


def test_nothing_is_laid_out_before_it_is_seen(context, qtbot, document):
    panel = ReportPanel(context)
    qtbot.addWidget(panel)

    panel.show_document(document, tell(document, Formats()))

    assert panel.n_pages == 0
    assert not context.runner.busy


def test_the_first_page_is_shown_and_counted(panel):
    assert (panel.place, panel.n_pages) == (0, 6)
    assert panel.preview.accessibleDescription() == "1 of 6"
    assert not panel.before.isEnabled()
    assert panel.after.isEnabled()


def test_arrows_and_keys_turn_the_pages_as_far_as_there_are_any(panel, qtbot):
    panel.after.click()
    qtbot.keyClick(panel.preview, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: panel.preview.accessibleDescription() == "3 of 6")
    for _again in range(6):
        qtbot.keyClick(panel.preview, Qt.Key.Key_PageDown)

    assert panel.place == 5
    assert not panel.after.isEnabled()


def test_another_document_is_shown_on_the_page_that_was_open(panel, qtbot, document):
    panel.after.click()
    renamed = document.with_plan(document.plan.with_name(2, "A", "Sunday guests"))

    panel.show_document(renamed, tell(renamed, Formats()))
    qtbot.waitUntil(lambda: panel.n_pages == 6)

    assert panel.place == 1


def test_paper_stays_white_in_the_dark(panel, theme):
    theme.set_scheme("dark")

    assert panel.preview.pixels > 300
    assert colour_of_the_corner(panel) == QColor("#ffffff")
