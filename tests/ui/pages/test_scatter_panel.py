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
    assert panel.fields.across.currentData() == OVERVIEW

    choose(panel.fields.across, "Age")
    settle(panel)

    assert drawn(panel) == ("Age", "Spending score")
    assert panel.fields.up.currentText() == "Spending score"


def test_a_fact_up_sends_the_same_fact_across_away(show, settle):
    panel = show("Age", "Spending score")

    choose(panel.fields.up, "Age")
    settle(panel)

    assert drawn(panel) == ("Spending score", "Age")
    assert panel.fields.across.currentText() == "Spending score"


def test_one_ticked_fact_is_drawn_against_another_number_of_the_list(show):
    panel = show("Spending score")

    assert drawn(panel) == ("Spending score", "Age")


def test_a_fact_in_words_is_drawn_as_an_overview(show):
    panel = show("Age", "Town")

    assert panel.fields.across.currentData() == OVERVIEW
    assert panel.view.x_axis.column is None


@pytest.mark.parametrize("width", [NARROW_CARD, 380, 900])
def test_the_chosen_facts_are_wholly_seen(show, width):
    panel = show("Annual income", "Spending score")

    panel.resize(width, 300)
    panel.grab()

    for box in (panel.fields.across, panel.fields.up):
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


def test_a_zoom_shows_a_part_and_offers_the_way_back(show, settle):
    panel = show("Age", "Spending score")
    whole = panel._limits
    assert panel.tools.whole.isHidden()

    panel._hand.zoomed.emit((0.5, 0.5), 0.5)
    settle(panel)

    ax = panel._plot._canvas.axes
    low, high = ax.get_xlim()
    assert high - low == pytest.approx((whole[1] - whole[0]) / 2)
    panel.tools.whole.click()
    settle(panel)
    assert panel._plot._canvas.axes.get_xlim() == pytest.approx(whole[:2])
    assert panel.tools.whole.isHidden()


def test_a_customer_out_of_sight_has_no_ring(show, settle):
    panel = show("Age", "Spending score")
    row = int(panel.view.x.argmin())
    panel.mark_customer(row)
    assert panel._plot._mark.point is not None

    panel._hand.zoomed.emit((1.0, 0.5), 0.3)
    settle(panel)

    assert panel._plot._mark.point is None


def test_a_line_around_everyone_selects_them(show, settle, qtbot):
    panel = show("Age", "Spending score")
    panel.tools.lasso.setChecked(True)

    with qtbot.waitSignal(panel.customers_selected) as told:
        panel._hand.drawn_around.emit([(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)])

    assert told.args[0].tolist() == panel.view.rows.tolist()
    assert not panel.tools.lasso.isChecked()


def test_a_line_around_nobody_says_so(show, settle, qtbot):
    panel = show("Age", "Spending score")

    with qtbot.assertNotEmitted(panel.customers_selected):
        panel._hand.drawn_around.emit([(-0.2, -0.2), (-0.1, -0.2), (-0.1, -0.1)])
        settle(panel)

    assert "Nobody stands inside that line." in panel._frame._note.text()


def test_borders_come_on_demand_and_say_what_they_are(show, settle):
    panel = show("Age", "Spending score")

    panel.tools.borders.setChecked(True)
    settle(panel)

    gids = [c.get_gid() for c in panel._plot._canvas.axes.collections]
    assert "border" in gids
    assert "The lines" in panel._frame._note.text()
    panel.tools.borders.setChecked(False)
    settle(panel)
    assert "The lines" not in panel._frame._note.text()


def test_borders_that_other_facts_decide_are_not_made_up(show, settle):
    panel = show("Age", "Spending score", "Annual income")
    choose(panel.fields.across, "Age")
    settle(panel)

    panel.tools.borders.setChecked(True)
    settle(panel)

    assert not panel._plot._canvas.axes.collections
    assert "No borders here" in panel._frame._note.text()


def test_three_facts_can_be_turned(show, settle):
    panel = show("Age", "Spending score", "Annual income")
    choose(panel.fields.across, "Three facts")
    settle(panel)
    before = panel.view.x.copy()
    titles = {t.get_text() for t in panel._plot._canvas.axes.texts}
    assert {"Age", "Spending score", "Annual income"} <= titles

    panel.tools.turned.emit(0.2)
    settle(panel)

    assert not (panel.view.x == before).all()
    words = point_at(panel, 4).words.replace("\N{NO-BREAK SPACE}", " ").split(" · ")
    assert words[1].startswith("Age ")


def test_another_of_three_facts_changes_places_with_the_old_one(show, settle):
    panel = show("Age", "Spending score", "Annual income")
    choose(panel.fields.across, "Three facts")
    settle(panel)

    choose(panel.fields.three[0], "Annual income")
    settle(panel)

    assert panel.view.facts == ("Annual income", "Spending score", "Age")
