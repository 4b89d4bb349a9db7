from PySide6.QtWidgets import QPushButton

from desktop_app.ui.widgets.change_list import ChangeList


def test_the_keyboard_stays_in_the_list_when_a_change_is_taken_back(qtbot, theme):
    changes = [("Age", "1 row was left out."), ("Spent", "1 value was replaced.")]
    card = ChangeList(theme)
    qtbot.addWidget(card)
    card.show_changes(changes)
    card.show()
    qtbot.waitExposed(card)
    card.findChildren(QPushButton)[0].setFocus()

    card.show_changes(changes[1:])

    qtbot.waitUntil(
        lambda: (
            getattr(card.focusWidget(), "accessibleName", str)()
            == "Take back: Spent: 1 value was replaced."
        )
    )
