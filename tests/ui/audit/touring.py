"""Every page of the window in every state that a user can bring it into, one after the other."""

from dataclasses import replace

from PySide6.QtWidgets import QRadioButton

from desktop_app.core.customers.table import REASONS, REVERSIBLE, CurrencyLines, RuleEffect
from desktop_app.core.errors import CannotWrite
from desktop_app.core.intake.text.encodings import LettersPreview
from desktop_app.core.segmenting.choices import Grouping
from desktop_app.i18n import _
from desktop_app.ui.steps import MOVED, step_keys
from desktop_app.ui.widgets.chart_frame import ChartFrame
from desktop_app.ui.widgets.message_bar import Message
from desktop_app.wording.errors import sentence_for
from desktop_app.wording.stages import STAGES, stage_words
from tests.ui.audit.opening import calm_down


def tour(window):
    """Show state after state and give the name of each."""
    for key in _steps_of(window.session.document):
        window.show_step(key)
        calm_down(window)
        if window.current_step != key:
            return  # without a list there is only the first step
        yield key
        for state in _states_of(window, key):
            calm_down(window)
            yield f"{key}, {state}"


def _steps_of(document):
    """Give the steps to look at; of groups from before those that say something else of them."""
    if document.plan.grouping is Grouping.FOLLOWED:
        return ("how_many", "groups", MOVED)
    return step_keys(document)


def _states_of(window, key):
    page = window.page(key)
    if page.isVisible() and window.session.document.is_complete:
        yield from _OWN_STATES.get(key, lambda _page: ())(page)
    page.message_bar.show_message(_long_message())
    yield "message"
    page.message_bar.clear()
    page.show_progress(40, max(map(stage_words, STAGES), key=len))
    yield "progress"
    page.hide_progress()


def _long_message():
    problem = CannotWrite(file="Customers of spring - groups.xlsx", folder="Documents", reason="")
    return Message(
        "stop",
        sentence_for(problem),
        (("no", _("Show folder")), ("yes", _("Choose another place"))),
    )


def _as_tables(page):
    frames = [frame for frame in page.findChildren(ChartFrame) if frame.isVisible()]
    for place, state in ((1, "charts as tables"), (0, "charts as pictures")):
        for frame in frames:
            frame._switch.findChildren(QRadioButton)[place].click()
        yield state


def _check_states(page):
    """Look at a number and at something else, at what goes together, and come back to the rows."""
    looks = page._looks
    cards = [card for card in page._cards.cards.values() if not card._closer.isHidden()]
    for card in {card.column: card for card in (*cards[:1], *cards[-1:])}.values():
        card._closer.click()
        yield f"a look at {card.column}"
        yield from _column_states(looks._column)
    page._cards._together.click()
    yield "together"
    yield from _as_tables(page)
    if looks._together._relations is not None:
        looks._together._plot.stepped.emit(1)
        looks._together._plot.entered.emit()
        yield "a pair"
        looks._together._back.click()
    looks._choice._buttons["rows"].click()
    yield "rows again"


def _column_states(panel):
    if panel._view.isVisible():
        for place, state in ((1, "bands"), (0, "bars")):
            panel._view.findChildren(QRadioButton)[place].click()
            yield state
    if panel._partner_field.isVisible() and panel._partner.count() > 1:
        panel._partner.activated.emit(1)
        yield "compared"


def _file_states(page):
    words = ("Żąść 東京", "Łóść", "Ąż")
    previews = (LettersPreview("cp1250", words), LettersPreview("mac-roman", words * 2))
    page._understood._letters.show_previews(previews)
    page._understood._letters.show_chosen("cp1250", is_told=True)
    page._understood._letters.show()
    yield "letters to choose"
    page._understood._letters.hide()
    document = page._context.session.document
    if document.customers.orders is not None:
        yield from _counting_states(page._understood._orders, document)


def _counting_states(card, document):
    """Show every reason there is, sums that differ, two currencies, and every choice made."""
    customers, choice = document.customers, document.plan.customers
    effects = tuple(RuleEffect(reason, 1200, 123_456.78) for reason in REASONS)
    currencies = (CurrencyLines("EUR", 4120, 9.0), CurrencyLines("USD", 300, 5.0))
    orders = replace(
        customers.orders, effects=effects, currencies=currencies, currency="EUR",
        first_day="2024-09-30", last_day="2026-09-30", file_total=9_123_456.78,
    )  # fmt: skip
    card._show_orders(document, customers, orders)
    card._months_field.show()
    card._show_choices(replace(choice, look_back=12, as_of="2026-09-30", counted=REVERSIBLE))
    yield "everything that counts"
    card._months_field.hide()
    card._show_orders(document, customers, customers.orders)
    card._show_choices(choice)


def _how_many_states(page):
    """See everything as tables, and what one group more would do."""
    yield from _as_tables(page)
    if page.sure.turn.isVisible():
        page.sure.turn.click()
        yield "one group more"
        page.sure.turn.click()
        yield "how sure again"


def _groups_states(page):
    yield from _as_tables(page)
    yield from _pictures(page)
    for card in page.cards:
        card.click()
        yield f"group {card.content.letter}"
    card.rename_button.click()
    yield "renaming"
    page.customers.everyone_requested.emit()
    yield "everyone again"
    for button in page.aside.switch.findChildren(QRadioButton)[1:]:
        button.click()
        yield f"beside: {button.text()}"
    page.aside.switch.findChildren(QRadioButton)[0].click()
    page.customers.filter_button.click()
    yield "a filter to choose"
    page.customers.filter.low.setText("1")
    page.customers.filter.add.click()
    yield "filtered"
    page.customers.filter.buttons[0].click()
    page.aside.look_at(0)
    yield "one customer"
    page.aside.customer.back.click()


def _pictures(page):
    """Show every picture, of the list with the most groups and of one that is like any other."""
    document, first = page._document, page.picture.chosen
    is_by_rule = bool(document.segmentation.kinds)
    if is_by_rule or (document.customers.orders is None and document.scan.suggestion.k):
        for key in (*page.picture._choices(), first):
            page.picture._on_box_choice_made(key)
            yield f"picture: {key}"


def _moved_states(page):
    """See sizes over time, every list, and all as tables."""
    for switch in (page.picture.switch, page.list.switch):
        for button in switch.findChildren(QRadioButton)[1:]:
            if button.isVisible():
                button.click()
                yield f"beside: {button.text()}"
        switch.findChildren(QRadioButton)[0].click()
    yield from _as_tables(page)


def _share_states(page):
    rows = tuple(row for row in page.outputs.rows.values() if row.isVisible())
    for state in ("nothing ticked", "ticked again"):
        for row in rows:
            row.box.click()
        yield state


_OWN_STATES = {
    "check": _check_states,
    "file": _file_states,
    "how_many": _how_many_states,
    "groups": _groups_states,
    MOVED: _moved_states,
    "share": _share_states,
}
