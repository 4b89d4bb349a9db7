import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from desktop_app.ui.widgets.finding_row import FindingLine
from desktop_app.ui.widgets.finding_rows import FindingRows


@pytest.fixture
def card(qtbot, theme):
    card = FindingRows(theme)
    qtbot.addWidget(card)
    card.resize(834, 300)
    return card


def lines(n):
    return [FindingLine(f"Column {i}", "1 value is unusual.", True, cell=(i, 0)) for i in range(n)]


def shown_titles(card):
    return [
        label.text()
        for label in card.findChildren(QLabel)
        if label.isVisibleTo(card) and label.text().startswith("Column")
    ]


def button(card, words):
    return next(
        b for b in card.findChildren(QPushButton) if b.text() == words and b.isVisibleTo(card)
    )


def test_without_findings_there_is_no_card(card):
    card.show_lines([])

    assert not card.isVisible()


def test_many_findings_are_shown_on_request(card):
    card.show_lines(lines(9))
    assert len(shown_titles(card)) == 4

    button(card, "Show all 9").click()
    assert len(shown_titles(card)) == 9


def test_one_more_than_fits_needs_no_button(card):
    card.show_lines(lines(5))

    assert len(shown_titles(card)) == 5


def test_a_place_can_be_asked_for(card, qtbot):
    card.show_lines([FindingLine("Age", "1 value is unusual.", True, cell=(86, 2))])

    with qtbot.waitSignal(card.cell_requested) as asked:
        button(card, "Show row").click()

    assert asked.args == [86, 2]


def test_a_finding_about_the_whole_column_has_no_row_to_show(card):
    card.show_lines([FindingLine("Email", "names a person.", needs_look=False)])

    assert not [b for b in card.findChildren(QPushButton) if b.isVisibleTo(card)]


def test_unrolled_findings_stay_unrolled_while_the_list_is_the_same(card, qtbot):
    card.show()
    qtbot.waitExposed(card)
    card.show_lines(lines(9))
    qtbot.waitUntil(lambda: len(shown_titles(card)) == 4)
    button(card, "Show all 9").click()

    card.show_lines(lines(8))
    qtbot.waitUntil(lambda: len(shown_titles(card)) == 8)

    card.show_lines(lines(9), is_other_list=True)
    qtbot.waitUntil(lambda: len(shown_titles(card)) == 4)


def test_the_keyboard_stays_in_the_row_when_findings_change(card, qtbot):
    card.show()
    qtbot.waitExposed(card)
    card.show_lines(lines(4))
    card.findChildren(QPushButton)[2].setFocus()

    card.show_lines(lines(3))

    qtbot.waitUntil(
        lambda: getattr(card.focusWidget(), "accessibleName", str)().startswith(
            "Show row: Column 2"
        )
    )


def test_a_long_title_stands_above_its_sentence(card, qtbot):
    name = "Average amount of one purchase in the shop in the old town"
    card.show_lines([FindingLine(name, "1 value is unusual.", True, cell=(1, 1))])
    card.show()
    qtbot.waitExposed(card)

    title, sentence = (
        next(label for label in card.findChildren(QLabel) if label.text() == words)
        for words in (name, "1 value is unusual.")
    )
    assert title.geometry().bottom() <= sentence.geometry().top()
    assert title.x() == sentence.x()
