import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QEnterEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop_app.ui.widgets.plot_hand import KEY_SHIFT, KEY_ZOOM_STEP, ZOOM_STEP, PlotHand
from desktop_app.ui.widgets.plot_tools import PlotTools
from desktop_app.ui.widgets.plot_view import PlotView

LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def draw(ax, style):
    ax.set_position((0.1, 0.1, 0.8, 0.8))


@pytest.fixture
def plot(qtbot, theme):
    plot = PlotView(theme, "Customers")
    qtbot.addWidget(plot)
    plot.resize(400, 200)
    plot.show()
    plot.draw(draw, "")
    plot.grab()
    return plot


@pytest.fixture
def hand(plot, theme):
    return PlotHand(plot, theme)


def mouse(plot, kind, x, y, *, held=LEFT, button=LEFT):
    at = QPointF(x, y)
    if kind is QEvent.Type.MouseMove:
        button = Qt.MouseButton.NoButton
    event = QMouseEvent(kind, at, plot.mapToGlobal(at), button, held, NO_KEYS)
    QApplication.sendEvent(plot, event)


def move(plot, x, y, held=LEFT):
    mouse(plot, QEvent.Type.MouseMove, x, y, held=held)


def press(plot, x, y):
    mouse(plot, QEvent.Type.MouseButtonPress, x, y)


def let_go(plot, x, y):
    mouse(plot, QEvent.Type.MouseButtonRelease, x, y, held=Qt.MouseButton.NoButton)


def enter(plot, x, y):
    at = QPointF(x, y)
    QApplication.sendEvent(plot, QEnterEvent(at, at, plot.mapToGlobal(at)))


def wheel(plot, x, y, notches):
    at = QPointF(x, y)
    event = QWheelEvent(
        at,
        plot.mapToGlobal(at),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        NO_KEYS,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(plot, event)
    return event


def test_the_wheel_zooms_about_the_pointer(plot, hand, qtbot):
    move(plot, 199, 100, held=Qt.MouseButton.NoButton)

    with qtbot.waitSignal(hand.zoomed) as told:
        event = wheel(plot, 200, 100, 1)

    about, factor = told.args
    assert about == pytest.approx((0.5, 0.5), abs=0.01)
    assert factor == pytest.approx(1 / ZOOM_STEP)
    assert event.isAccepted()


def test_a_page_that_is_scrolled_under_a_pointer_at_rest_goes_on(plot, hand, qtbot):
    enter(plot, 200, 100)
    move(plot, 200, 100, held=Qt.MouseButton.NoButton)

    with qtbot.assertNotEmitted(hand.zoomed):
        wheel(plot, 200, 100, -1)


def test_a_drag_moves_and_is_no_click(plot, hand, qtbot):
    press(plot, 200, 100)

    with qtbot.waitSignal(hand.dragged) as told, qtbot.assertNotEmitted(plot.clicked):
        move(plot, 232, 84)
        let_go(plot, 232, 84)

    assert told.args == pytest.approx([0.1, 0.1], abs=0.01)


def test_a_press_without_a_way_is_still_a_click(plot, hand, qtbot):
    with qtbot.waitSignal(plot.clicked), qtbot.assertNotEmitted(hand.dragged):
        press(plot, 200, 100)
        move(plot, 201, 100)
        let_go(plot, 201, 100)


def test_a_double_click_comes_back(plot, hand, qtbot):
    with qtbot.waitSignal(hand.whole_requested):
        qtbot.mouseDClick(plot, LEFT, pos=QPoint(200, 100))


@pytest.mark.parametrize(
    ("key", "factor"),
    [(Qt.Key.Key_Plus, 1 / KEY_ZOOM_STEP), (Qt.Key.Key_Minus, KEY_ZOOM_STEP)],
)
def test_plus_and_minus_zoom(plot, hand, qtbot, key, factor):
    with qtbot.waitSignal(hand.zoomed) as told:
        qtbot.keyClick(plot, key)

    assert told.args == [(0.5, 0.5), pytest.approx(factor)]


def test_arrow_keys_look_to_the_side(plot, hand, qtbot):
    with qtbot.waitSignal(hand.dragged) as told:
        qtbot.keyClick(plot, Qt.Key.Key_Right)

    assert told.args == [-KEY_SHIFT, 0.0]


def test_a_line_drawn_by_hand_is_told_when_it_is_let_go(plot, hand, qtbot):
    hand.draw_around(True)
    press(plot, 100, 50)
    for x, y in ((300, 50), (300, 150), (100, 150)):
        move(plot, x, y)

    with qtbot.waitSignal(hand.drawn_around) as told, qtbot.assertNotEmitted(hand.dragged):
        let_go(plot, 100, 148)

    [corners] = told.args
    assert len(corners) == 4
    assert corners[0] == pytest.approx((0.1875, 0.81), abs=0.02)


def test_corners_can_be_pressed_one_by_one(plot, hand, qtbot):
    hand.draw_around(True)
    with qtbot.assertNotEmitted(plot.clicked):
        for x, y in ((100, 50), (300, 50), (300, 150)):
            press(plot, x, y)
            let_go(plot, x, y)
            move(plot, x + 5, y, held=Qt.MouseButton.NoButton)
    press(plot, 101, 51)

    with qtbot.waitSignal(hand.drawn_around) as told:
        let_go(plot, 101, 51)

    assert len(told.args[0]) == 4


def test_the_line_is_seen_while_it_is_drawn(plot, hand, theme):
    hand.draw_around(True)
    before = plot.grab().toImage()

    press(plot, 100, 50)
    for x, y in ((300, 50), (300, 150), (100, 150)):
        move(plot, x, y)

    shown = plot.grab().toImage()
    along = [shown.pixelColor(x, 50) for x in range(110, 290)]
    assert shown != before
    assert min(along, key=QColor.lightness).hslHue() == pytest.approx(
        QColor(theme.palette.accent).hslHue(), abs=3
    )


def test_enter_takes_everyone_in_the_picture(plot, hand, qtbot):
    hand.draw_around(True)

    with qtbot.waitSignal(hand.drawn_around) as told:
        qtbot.keyClick(plot, Qt.Key.Key_Return)

    assert set(told.args[0]) == {(0, 0), (1, 0), (1, 1), (0, 1)}


def test_escape_stops_drawing(plot, hand, qtbot):
    hand.draw_around(True)

    with qtbot.waitSignal(hand.drawing_stopped):
        qtbot.keyClick(plot, Qt.Key.Key_Escape)


def test_tools_stand_in_the_corner_and_are_named(plot, theme, qtbot):
    tools = PlotTools(plot, theme)
    tools.show()

    plot.resize(500, 220)

    assert tools.geometry().right() == plot.rect().right()
    assert all(b.accessibleName() or b.text() for b in tools.findChildren(type(tools.lasso)))
    with qtbot.waitSignal(tools.zoomed):
        tools._zooms[1].click()


def test_turning_takes_the_place_of_borders(plot, theme, qtbot):
    tools = PlotTools(plot, theme)

    tools.show_turning(True)

    assert tools.borders.isHidden()
    with qtbot.waitSignal(tools.turned) as told:
        tools._turns[0].click()
    assert told.args[0] < 0


def test_the_way_back_is_offered_only_while_there_is_more_to_see(plot, theme):
    tools = PlotTools(plot, theme)
    tools.show_whole(True)
    assert tools.whole.isHidden()

    tools.show_whole(False)

    assert not tools.whole.isHidden()
