import pytest
from PySide6.QtWidgets import QRadioButton

from desktop_app.charts.scatter_view import OVERVIEW
from desktop_app.document.document import Document
from desktop_app.document.plan import Plan
from desktop_app.document.street import walk
from desktop_app.report.story import tell
from desktop_app.ui.pages.scatter_panel import ScatterPanel

NARROW_CARD = 500  # as in a window of 1100


@pytest.fixture(scope="module")
def draw_groups(write_list, shop_rows):
    header = ["Customer ID", "Age", "Spending score", "Annual income", "Town"]
    rows = [[*row[:3], (i * 37) % 90 + 10, row[3]] for i, row in enumerate(shop_rows)]
    path = write_list("shop.csv", header, rows)

    def draw(*features):
        return walk(Document(plan=Plan(files=(path,), k=3).with_features(features)))

    return draw


@pytest.fixture
def settle(runner, qtbot):
    """Wait until what was asked for is drawn."""

    def is_drawn(panel):
        panel.grab()
        canvas = panel._plot._canvas
        return not runner.busy and canvas is not None and not canvas._is_stale

    def settle(panel):
        qtbot.waitUntil(lambda: is_drawn(panel))

    return settle


@pytest.fixture
def show(context, draw_groups, settle, qtbot):
    def show(*features):
        document = draw_groups(*features)
        panel = ScatterPanel(context)
        qtbot.addWidget(panel)
        panel.resize(NARROW_CARD, 300)
        panel.show_document(document, tell(document, context.formats))
        panel.show()
        settle(panel)
        return panel

    return show


def choose(box, words):
    place = box.findText(words)
    box.setCurrentIndex(place)
    box.activated.emit(place)


def drawn(panel):
    """The titles of the axes that were drawn, and the choices that say so."""
    texts = {text.get_text() for text in panel._plot._canvas.axes.texts}
    titles = panel.view.x_axis.title, panel.view.y_axis.title
    assert set(titles) <= texts
    return titles


def test_a_fact_across_is_never_drawn_against_itself(show, settle):
    panel = show("Age", "Spending score", "Annual income")
    assert panel._across.currentData() == OVERVIEW

    choose(panel._across, "Age")
    settle(panel)

    assert drawn(panel) == ("Age", "Spending score")
    assert panel._up.currentText() == "Spending score"


def test_a_fact_up_sends_the_same_fact_across_away(show, settle):
    panel = show("Age", "Spending score")

    choose(panel._up, "Age")
    settle(panel)

    assert drawn(panel) == ("Spending score", "Age")
    assert panel._across.currentText() == "Spending score"


def test_one_ticked_fact_is_drawn_against_another_number_of_the_list(show):
    panel = show("Spending score")

    assert drawn(panel) == ("Spending score", "Age")


def test_a_fact_in_words_is_drawn_as_an_overview(show):
    panel = show("Age", "Town")

    assert panel._across.currentData() == OVERVIEW
    assert panel.view.x_axis.column is None


@pytest.mark.parametrize("width", [NARROW_CARD, 380, 900])
def test_the_chosen_facts_are_wholly_seen(show, width):
    panel = show("Annual income", "Spending score")

    panel.resize(width, 300)
    panel.grab()

    for box in (panel._across, panel._up):
        right_end = box.mapTo(panel, box.rect().topRight())
        assert box.width() >= box.sizeHint().width()
        assert panel.rect().contains(right_end)


@pytest.mark.parametrize("width", [NARROW_CARD, 380, 900])
def test_picture_and_table_stand_side_by_side(show, width):
    panel = show("Annual income", "Spending score")

    panel.resize(width, 300)
    panel.grab()

    picture, table = panel._frame.findChildren(QRadioButton)
    assert picture.y() == table.y()
    assert picture.geometry().right() < table.x() + 1


def point_at(panel, row):
    panel._plot.hovered.emit((float(panel.view.x[row]), float(panel.view.y[row])))
    return panel._plot._mark


def test_a_point_says_who_it_is_and_its_values_on_the_axes(show, context):
    panel = show("Age", "Spending score")
    customers = panel._document.customers

    mark = point_at(panel, 4)

    row = customers.frame.iloc[panel._row_at(*mark.point)]
    values = [
        context.formats.value(float(row[name]), customers.column(name))
        for name in ("Age", "Spending score")
    ]
    assert mark.words.split(" · ") == [row["Customer ID"], *values]


def test_a_point_of_an_overview_names_its_first_facts(show):
    panel = show("Age", "Spending score", "Annual income")

    words = point_at(panel, 4).words.replace("\N{NO-BREAK SPACE}", " ").split(" · ")

    assert [word.rpartition(" ")[0] for word in words[1:]] == [
        "Age",
        "Spending score",
        "Annual income",
    ]


def test_the_marked_customer_is_named_again_when_nothing_is_pointed_at(show):
    panel = show("Age", "Spending score")
    panel.mark_customer(7)
    marked = panel._plot._mark.words

    other = point_at(panel, 8).words
    panel._plot.hovered.emit(None)

    assert panel._plot._mark.words == marked != other
