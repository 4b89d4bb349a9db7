import pytest

from desktop_app.ui.widgets.column_cards import ColumnCards

TITLES = [(f"column_{i}", f"Column {i}") for i in range(9)]


@pytest.fixture
def cards(qtbot, theme):
    cards = ColumnCards(theme)
    qtbot.addWidget(cards)
    cards.resize(834, 300)
    cards.show()
    cards.show_columns(TITLES)
    return cards


def shown(cards):
    return [name for name, card in cards.cards.items() if card.isVisible()]


def test_the_first_row_is_shown_at_first(cards):
    assert shown(cards) == ["column_0", "column_1", "column_2", "column_3", "column_4"]
    assert cards.all_button.text() == "Show all 9"


def test_every_column_can_be_reached(cards):
    cards.all_button.click()
    assert len(shown(cards)) == 9

    cards.all_button.click()
    assert len(shown(cards)) == 5


def test_no_button_when_all_fit(cards):
    cards.show_columns(TITLES[:3])

    assert shown(cards) == ["column_0", "column_1", "column_2"]
    assert not cards.all_button.isVisible()


def test_a_narrow_page_has_fewer_cards_per_row_and_never_a_wider_one(cards):
    cards.resize(330, 300)

    assert len(shown(cards)) == 2
    assert cards.minimumSizeHint().width() <= 330


def test_a_card_tells_which_column_shall_be_used_for_what(cards, qtbot):
    card = cards.cards["column_2"]
    card.show_use({"feature": "Can form groups", "ignore": "Not used"}, "feature")

    with qtbot.waitSignal(cards.use_chosen) as chosen:
        card.use.activated.emit(1)

    assert chosen.args == ["column_2", "ignore"]
