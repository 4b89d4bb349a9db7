import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from desktop_app.ui.widgets.chart_frame import ChartFrame
from desktop_app.ui.widgets.plot_view import PlotView

ROWS = [("1", "100 %", "–", "all"), ("2", "68 %", "0.44", "some")]
HEADERS = ("Groups", "Left", "Silhouette", "Words")


@pytest.fixture
def frame(qtbot, theme):
    view = PlotView(theme, "Elbow")
    frame = ChartFrame("Where it stops: helping?", "How to read it", view, theme)
    qtbot.addWidget(frame)
    frame.resize(600, 400)
    frame.show()
    view.draw(lambda ax, style: None, "It falls.")
    frame.show_table(ROWS, HEADERS)
    return frame


def switch_to(frame, key):
    frame._switch._buttons[key].click()


def test_the_table_takes_the_place_of_the_picture(frame):
    switch_to(frame, "table")

    table = frame._table
    assert frame.is_table
    assert table.isVisible()
    assert not frame._plot.isVisible()
    assert table.accessibleName() == "Where it stops: helping?, table"
    assert [table.model().index(1, column).data() for column in range(4)] == list(ROWS[1])

    switch_to(frame, "picture")
    assert frame._plot.isVisible()


def test_a_table_on_show_follows_the_chart(frame):
    switch_to(frame, "table")

    frame.show_table(ROWS[:1], HEADERS)

    assert frame._table.model().rowCount() == 1


def test_figures_of_the_table_stand_right(frame):
    switch_to(frame, "table")

    assert frame._table.model()._is_right == [True, True, True, False]


def test_a_narrow_frame_shows_icons_and_hides_copy_and_save_in_more(frame, theme):
    frame.resize(theme.px(400), 400)

    button = frame._switch._buttons["table"]
    assert button.text() == ""
    assert button.accessibleName() == "Table"
    assert not button.icon().isNull()
    assert frame._more_button.isVisible()
    assert not frame._copy_button.isVisible()
    assert [a.text() for a in frame._more_button.menu().actions()] == [
        "Copy picture",
        "Save picture…",
    ]

    frame.resize(600, 400)
    assert button.text() == "Table"
    assert not frame._more_button.isVisible()


def test_an_empty_note_takes_no_room(frame):
    frame.set_note("")
    assert not frame._note.isVisible()

    frame.set_note("Darker is more.")
    assert frame._note.isVisible()


def test_the_picture_is_copied_and_said_so(frame):
    frame._copy_button.click()

    assert not QGuiApplication.clipboard().image().isNull()
    assert frame._news.text() == "The picture was copied."


def test_the_table_is_copied_as_text(frame):
    switch_to(frame, "table")

    frame._copy_button.click()

    assert QGuiApplication.clipboard().text().splitlines()[0] == "Groups\tLeft\tSilhouette\tWords"
    assert frame._news.text() == "The table was copied."


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("mine", "mine.png"),
        ("mine.svg", "mine.svg"),
        ("mine.v2", "mine.v2.png"),
        ("a.PNG", "a.PNG"),
    ],
)
def test_the_picture_is_saved_under_a_fitting_name(frame, monkeypatch, tmp_path, asked, written):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (str(tmp_path / asked), ""))

    frame._save_button.click()

    assert (tmp_path / written).is_file()
    assert frame._news.text() == f"Saved {written}."


def test_the_proposed_name_suits_every_system(frame, monkeypatch):
    proposed = []
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *a: (proposed.append(a[2]), ("", ""))[1]
    )

    frame._save_button.click()

    assert proposed[0].endswith("Where it stops helping.png")
    assert not frame._news.isVisible()


def test_a_place_that_refuses_is_said_in_the_frame(frame, monkeypatch, tmp_path):
    gone = tmp_path / "gone" / "a.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a: (str(gone), ""))

    frame._save_button.click()

    assert frame._news.isVisible()
    assert not frame._news.text().startswith("Saved")


def test_before_the_first_drawing_nothing_is_saved_or_copied(qtbot, theme, monkeypatch):
    frame = ChartFrame("Elbow", "", PlotView(theme, "Elbow"), theme)
    qtbot.addWidget(frame)
    QGuiApplication.clipboard().setText("kept")

    frame._copy_button.click()
    frame._save_button.click()
    switch_to(frame, "table")

    assert QGuiApplication.clipboard().text() == "kept"
    assert frame._table is None


def test_the_heading_can_change(frame):
    frame.set_title("Sizes")

    assert frame._heading.text() == "Sizes"
