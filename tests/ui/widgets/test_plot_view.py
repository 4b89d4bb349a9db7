import subprocess
import sys

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication

from desktop_app.core.errors import CannotWrite
from desktop_app.ui.widgets.plot_view import PlotView
from desktop_app.ui.widgets.point_mark import AXIS_BOTTOM, AXIS_LEFT


class Drawing:
    """Remembers how often and how it was drawn."""

    def __init__(self):
        self.styles = []

    def __call__(self, ax, style):
        self.styles.append(style)
        ax.set_position((0.1, 0.1, 0.8, 0.8))
        ax.set_xlim(0, 80)
        ax.set_ylim(0, 40)


@pytest.fixture
def drawing():
    return Drawing()


@pytest.fixture
def view(qtbot, theme, drawing):
    view = PlotView(theme, "Elbow")
    qtbot.addWidget(view)
    view.resize(400, 200)
    view.show()
    view.draw(drawing, "It falls.")
    view.grab()
    return view


def test_a_chart_is_named_and_described(view):
    assert view.accessibleName() == "Elbow"
    assert view.accessibleDescription() == "It falls."
    assert view.has_drawing


def test_drawing_happens_once_and_only_when_seen(qtbot, theme, drawing):
    view = PlotView(theme, "Elbow")
    qtbot.addWidget(view)
    view.resize(400, 200)

    view.draw(drawing, "")
    view.draw(drawing, "")
    assert drawing.styles == []

    view.show()
    view.grab()
    view.grab()
    assert len(drawing.styles) == 1


def test_a_new_size_or_theme_draws_anew_on_the_same_canvas(view, theme, drawing):
    canvas = view._canvas

    view.resize(500, 300)
    view.grab()
    theme.set_scheme("dark")
    view.grab()

    assert [style.palette.is_dark for style in drawing.styles] == [False, False, True]
    assert view._canvas is canvas
    assert len(canvas.figure.axes) == 1
    theme.set_scheme("light")


def test_a_click_tells_where_on_the_scales(view, qtbot):
    with qtbot.waitSignal(view.clicked) as told:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 100))

    assert told.args == pytest.approx([40, 20], abs=0.3)


def test_a_click_beside_the_axes_or_with_another_button_tells_nothing(view, qtbot):
    with qtbot.assertNotEmitted(view.clicked):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
        qtbot.mouseClick(view, Qt.MouseButton.RightButton, pos=QPoint(200, 100))


def test_hovering_tells_where_and_when_it_ends(view, qtbot):
    with qtbot.waitSignal(view.hovered) as told:
        qtbot.mouseMove(view, QPoint(120, 60))
    assert told.args[0] is not None

    with qtbot.waitSignal(view.hovered) as told:
        view.leaveEvent(QEvent(QEvent.Type.Leave))
    assert told.args == [None]


@pytest.mark.parametrize(
    ("key", "step"),
    [
        (Qt.Key.Key_Left, -1),
        (Qt.Key.Key_Up, -1),
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, 1),
    ],
)
def test_arrow_keys_step(view, qtbot, key, step):
    with qtbot.waitSignal(view.stepped) as told:
        qtbot.keyClick(view, key)

    assert told.args == [step]


def test_other_keys_are_left_to_the_window(view, qtbot):
    with qtbot.assertNotEmitted(view.stepped):
        qtbot.keyClick(view, Qt.Key.Key_A)


def test_one_pixel_in_data(view):
    assert view.data_per_pixel() == pytest.approx((80 / 320, 40 / 160))


def test_a_mark_is_laid_over_without_drawing_again(view, theme, drawing):
    before = view.grab().toImage()

    view.overlay((40, 20), "C-1204")

    after = view.grab().toImage()
    assert before != after
    above = [after.pixelColor(200, y).name() for y in range(90, 100)]
    assert theme.palette.text in above
    assert len(drawing.styles) == 1

    view.overlay(None, "")
    assert view.grab().toImage() == before


@pytest.mark.parametrize("corner", [(0, 0), (80, 0), (0, 40), (80, 40)])
def test_the_name_of_a_mark_stays_inside(view, corner):
    view.overlay(corner, "A customer with a name")

    rect = view._mark.label_rect(view._canvas.position_of(*corner))

    assert view._mark.rect().contains(rect.toAlignedRect())


@pytest.mark.parametrize("corner", [(0, 0), (80, 0), (0, 40), (80, 40), (40, 20)])
def test_a_long_name_wraps_and_stays_inside(view, corner):
    view.overlay(corner, " · ".join(["A customer with a name"] * 3))

    rect = view._mark.label_rect(view._canvas.position_of(*corner))

    assert view._mark.rect().contains(rect.toAlignedRect())
    assert rect.width() < view.width() - 100


@pytest.mark.parametrize("point", [(5, 3), (75, 3), (5, 37), (75, 37)])
def test_the_name_of_a_mark_keeps_off_the_words_of_the_axes(view, point):
    view.overlay(point, "C-1204 · $103k · 74")

    rect = view._mark.label_rect(view._canvas.position_of(*point))

    assert rect.left() >= AXIS_LEFT
    assert rect.bottom() <= view.height() - AXIS_BOTTOM


def test_pictures_are_saved_on_paper(view, theme, drawing, tmp_path):
    theme.set_scheme("dark")

    view.save_picture(tmp_path / "chart.png", "png", "Elbow")

    assert (tmp_path / "chart.png").read_bytes().startswith(b"\x89PNG")
    assert not drawing.styles[-1].palette.is_dark
    theme.set_scheme("light")


def test_a_folder_that_is_gone_is_said(view, tmp_path):
    with pytest.raises(CannotWrite):
        view.save_picture(tmp_path / "gone" / "chart.png", "png")


def test_pictures_are_copied(view):
    view.copy_picture("Elbow")

    assert QGuiApplication.clipboard().image().width() == 800


def test_matplotlib_waits_until_something_is_drawn():
    program = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from desktop_app.ui.theme import Theme; from desktop_app.ui.widgets.plot_view import PlotView;"
        "view = PlotView(Theme('light'), 'x'); view.show(); print('matplotlib' in sys.modules)"
    )

    shown = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert shown.stdout.strip() == "False"
