"""What stands around a step: the rail, the sheet, the drop zone and the focus ring."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.buttons import push_button
from desktop_app.ui.widgets.drop_zone import DropZone
from desktop_app.ui.widgets.flow_picture import FlowPicture
from desktop_app.ui.widgets.flow_rows import FlowRows
from desktop_app.ui.widgets.focus_ring import FocusRing
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.step_rail import RAIL_WIDTH, StepItem, StepRail, StepState


@pytest.fixture
def told():
    return []


@pytest.fixture
def rail(theme, qtbot, steps):
    rail = StepRail(theme)
    qtbot.addWidget(rail)
    rail.resize(RAIL_WIDTH, 660)
    rail.show_steps(steps)
    rail.show()
    return rail


@pytest.fixture
def page(theme, qtbot):
    page = Page(theme, "check")
    qtbot.addWidget(page)
    page.resize(884, 664)
    page.show()
    return page


def items(rail):
    return [item for item in rail.findChildren(StepItem) if not item.isHidden()]


def test_each_step_says_where_it_stands(rail):
    names = [item.accessibleName() for item in items(rail)]

    assert names == [
        "Step 1, Your file, done",
        "Step 2, Check, needs update",
        "Step 3, Choose facts, open now",
        "Step 4, Share, not yet done",
    ]
    assert items(rail)[0].accessibleDescription() == "500 customers"


def test_step_is_chosen_by_mouse_and_keyboard(rail, told, qtbot):
    rail.step_chosen.connect(told.append)
    first, second, *_rest = items(rail)

    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    qtbot.keyClick(second, Qt.Key.Key_Return)
    qtbot.keyClick(second, Qt.Key.Key_Space)

    assert told == ["file", "check", "check"]


def test_showing_steps_is_silent(rail, steps, told):
    rail.step_chosen.connect(told.append)

    rail.show_steps(steps)

    assert told == []


def test_a_step_can_come_and_go(rail, steps):
    moved = StepState("moved", "Who moved", "", "later")

    rail.show_steps((*steps, moved))
    longer = [item.text() for item in items(rail)]
    rail.show_steps(steps)

    assert longer[-1] == "Who moved"
    assert len(items(rail)) == len(steps)


def test_long_words_make_a_step_higher_not_wider(rail, steps):
    before = items(rail)[0].sizeHint()

    long_note = "500 customers who bought something in the last year"
    rail.show_steps((StepState("file", "Your file", long_note, "done"), *steps[1:]))

    assert items(rail)[0].sizeHint().height() > before.height()
    assert rail.width() == RAIL_WIDTH


def test_page_tells_what_the_footer_is_asked_for(page, told, qtbot):
    page.back_requested.connect(lambda: told.append("back"))
    page.main_requested.connect(lambda: told.append("main"))

    qtbot.mouseClick(page.back_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.main_button, Qt.MouseButton.LeftButton)

    assert told == ["back", "main"]


def test_progress_takes_the_place_of_the_body(page, told, qtbot):
    content = QLabel("The result")
    page.body.addWidget(content)
    qtbot.waitUntil(content.isVisible)
    page.cancel_requested.connect(lambda: told.append("cancel"))

    page.show_progress(10, "Reading shop.xlsx")
    is_hidden = not content.isVisible()
    cancel = next(b for b in page.findChildren(type(page.back_button)) if b.text() == "Cancel")
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    page.hide_progress()

    assert is_hidden
    assert told == ["cancel"]
    assert content.isVisible()


def test_the_keyboard_waits_at_cancel_and_comes_back(page, theme, qtbot):
    button = push_button("Keep", theme)
    page.body.addWidget(button)
    qtbot.waitExposed(page)
    qtbot.waitUntil(button.isVisible)
    button.setFocus()

    page.show_progress(30, "Checking every column")
    assert page.focusWidget() is page._progress_card.cancel_button

    page.hide_progress()
    assert page.focusWidget() is button


def test_the_keyboard_goes_to_the_body_and_not_to_the_footer(page, theme, qtbot):
    button = push_button("Keep", theme)
    page.body.addWidget(button)
    qtbot.waitUntil(button.isVisible)

    page.focus_body()

    assert page.focusWidget() is button


def test_another_file_is_shown_from_its_beginning(page, qtbot):
    tall = QWidget()
    tall.setMinimumHeight(3000)
    page.body.addWidget(tall)
    bar = page.findChild(QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(500)

    page.show_top()

    assert bar.value() == 0


def test_body_scrolls_down_and_keeps_its_width(page, qtbot):
    content = QLabel("Rows")
    page.body.addWidget(content)
    qtbot.waitUntil(lambda: content.width() > 800)
    width = content.width()

    content.setMinimumHeight(2_000)
    area = page.findChild(QScrollArea)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)

    assert content.width() == width
    assert area.horizontalScrollBar().maximum() == 0


def test_body_with_long_sentences_needs_no_scrolling_while_they_fit(page, theme, qtbot):
    for _n in range(5):
        page.body.addWidget(text_label("Some words that may wrap. " * 6, theme, wrap=True))
    qtbot.waitUntil(lambda: page.body.itemAt(0).widget().width() > 800)

    assert page.findChild(QScrollArea).verticalScrollBar().maximum() == 0


def test_long_title_wraps_above_the_body(page):
    page.set_title("A very long finding about customers " * 6)
    page.set_subtitle("Why it is so. " * 30)
    page.layout().activate()

    titles = [label for label in page.findChildren(QLabel) if label.isVisible() and label.text()]
    assert all(label.height() >= label.heightForWidth(label.width()) for label in titles)


def test_footer_can_be_taken_away(page):
    page.set_footer_visible(False)

    assert not page.main_button.isVisible()


def test_drop_zone_tells_which_button_was_pressed(theme, told, qtbot):
    zone = DropZone(theme)
    qtbot.addWidget(zone)
    zone.choose_requested.connect(lambda: told.append("choose"))
    zone.sample_requested.connect(lambda: told.append("sample"))

    qtbot.mouseClick(zone.choose_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(zone.sample_button, Qt.MouseButton.LeftButton)

    assert told == ["choose", "sample"]


def test_drop_zone_names_the_file_above_it(theme, qtbot):
    zone = DropZone(theme)
    qtbot.addWidget(zone)

    zone.show_hover("shop.xlsx")
    while_hovering = [label.text() for label in zone.findChildren(QLabel)]
    zone.show_hover(None)

    assert "Let go to read shop.xlsx" in while_hovering
    assert "Let go to read shop.xlsx" not in [label.text() for label in zone.findChildren(QLabel)]


def test_picture_gives_way_to_words_when_the_room_is_narrow(theme, qtbot):
    zone = DropZone(theme)
    qtbot.addWidget(zone)
    zone.show()
    picture = zone.findChild(FlowPicture)

    zone.resize(834, 340)
    is_wide = picture.isVisible()
    zone.resize(500, 340)

    assert is_wide
    assert not picture.isVisible()


def test_flowing_rows_never_leave_their_room(theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    rows = FlowRows(window, spacing=8, row_spacing=4)
    for text in ("I can run at most", "different messages.", "A list needs at least"):
        rows.addWidget(text_label(text, theme))

    rows.setGeometry(QRect(0, 0, 220, 200))

    places = [rows.itemAt(index).geometry() for index in range(rows.count())]
    assert all(place.right() < 220 for place in places)
    assert rows.heightForWidth(220) > rows.heightForWidth(2_000)


@pytest.fixture
def ringed(theme, qtbot):
    """A window of two buttons, with the ring that watches it."""
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    for text in ("First", "Second"):
        row.addWidget(push_button(text, theme))
    ring = FocusRing(theme, window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window, ring


def test_ring_follows_the_keyboard(ringed, qtbot):
    window, ring = ringed

    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)

    target = window.focusWidget()
    assert ring.target is target
    assert ring.isVisible()
    assert ring.geometry() == target.geometry().adjusted(-5, -5, 5, 5)


def test_ring_leaves_when_the_mouse_takes_over(ringed, qtbot):
    window, ring = ringed
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)

    center = window.focusWidget().geometry().center()
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=center)

    assert ring.target is None
    assert not ring.isVisible()


def test_ring_moves_with_what_it_surrounds(ringed):
    window, ring = ringed
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)

    window.resize(window.width() + 200, window.height() + 80)
    window.layout().activate()

    assert ring.geometry() == window.focusWidget().geometry().adjusted(-5, -5, 5, 5)


def test_ring_never_takes_a_click_or_the_focus(ringed):
    _window, ring = ringed

    assert ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert ring.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_rail_fits_at_every_text_size(qapp, qtbot, steps):
    theme = Theme("light", em=26.0)
    theme.apply(qapp)
    rail = StepRail(theme)
    qtbot.addWidget(rail)
    rail.show_steps(steps)
    rail.resize(RAIL_WIDTH, 700)
    rail.show()

    places = [item.geometry() for item in items(rail)]
    overlaps = [a for a, b in pairwise(places) if a.bottom() >= b.top()]
    assert overlaps == []
