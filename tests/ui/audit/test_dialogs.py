"""The words of the dialogs about facts and groups have their room, a name, and are plain."""

import pytest

from desktop_app.ui.dialogs.how_it_works import HowItWorksDialog
from desktop_app.ui.dialogs.preparation import PreparationDialog
from tests.ui.audit import measuring, speaking
from tests.ui.audit.looking import LOOKS, spoken
from tests.ui.audit.opening import calm_down, opened_window

pytestmark = [pytest.mark.gui, pytest.mark.parametrize("look", LOOKS)]
ROOM = (
    measuring.cut_words,
    measuring.sticking_out,
    measuring.overlapping,
    measuring.sideways,
    speaking.nameless,
)


def findings(dialog, *audits):
    return [finding for audit in audits for finding in audit(dialog)]


def calmed(dialog, window):
    dialog._context = window._context
    dialog.open()
    calm_down(dialog)
    return dialog


@pytest.mark.parametrize("name", ["shop_orders", "shop_customers"])
def test_how_facts_are_prepared_can_be_read(lists, look, name):
    with spoken(LOOKS[look]), opened_window(lists, name, LOOKS[look].em) as window:
        dialog = calmed(PreparationDialog(window._context, window), window)
        found = findings(dialog, *ROOM, speaking.jargon)
        for box in dialog.word_boxes.values():
            box.click()
        dialog.scale.control._buttons["none"].click()
        calm_down(dialog)
        found += findings(dialog, *ROOM, speaking.jargon)
        dialog.reject()

    assert found == []


def test_what_other_methods_say_can_be_read(lists, look):
    with spoken(LOOKS[look]), opened_window(lists, "shop_customers", LOOKS[look].em) as window:
        dialog = calmed(HowItWorksDialog(window._context, window), window)
        found = findings(dialog, *ROOM)
        dialog.second_opinion.ask_button.click()
        calm_down(dialog)
        found += findings(dialog, *ROOM)
        dialog.reject()

    assert found == []
