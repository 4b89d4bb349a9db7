"""What the mail did: who got it against who was kept back, on the page Who moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.core.checking.columns import Kind, Role
from desktop_app.core.tracking.hold_out import compare_held_out
from desktop_app.i18n import _
from desktop_app.ui.widgets.axis_box import AxisBox
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.labels import text_label
from desktop_app.wording.facts import short_names
from desktop_app.wording.hold_out import comparison_sentence

if TYPE_CHECKING:
    from desktop_app.core.customers.table import CustomerTable
    from desktop_app.core.tracking.baseline import Baseline
    from desktop_app.core.tracking.hold_out import Comparison
    from desktop_app.document.document import Document
    from desktop_app.ui.pages.context import PageContext

_NO_FACTS = (Role.ID, Role.ORDER_ID, Role.CONTACT, Role.CONSENT, Role.IGNORE)


class HoldOutCard(Card):
    """Compares a fact of the newer list; hidden where nobody was kept back."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self._context = context
        self._document: Document | None = None
        self._names: dict[str, str] = {}
        theme = context.theme
        self.facts = AxisBox(_("What is compared"), theme)
        self.words = text_label("", theme, "small", wrap=True)
        head = QHBoxLayout()
        head.addWidget(text_label(_("What the mail did"), theme, "heading", wrap=True), 1)
        head.addWidget(self.facts)
        self.body.addLayout(head)
        self.body.addWidget(self.words)
        self.facts.choice_made.connect(self._on_facts_choice_made)
        self.hide()

    def show_document(self, document: Document, names: dict[str, str]) -> None:
        """Compare in a followed document; ``names`` are the groups' by letter."""
        assert document.customers is not None
        self._document, self._names = document, names
        facts = _facts_of(document.customers)
        is_known = document.plan.hold_out.is_on and document.baseline is not None
        self.setVisible(is_known and bool(facts))
        if self.isHidden():
            return
        money = document.customers.money
        fact = money if money in facts else facts[0]
        titles = short_names(document.customers.columns)
        self.facts.show_choices({name: titles[name] for name in facts}, fact)
        self._compare(fact)

    def _compare(self, fact: str) -> None:
        document = self._document
        assert document is not None
        self._fact = fact
        self._context.runner.start(
            "hold out",
            compare_held_out,
            document.baseline,
            document.plan.hold_out,
            document.customers,
            fact,
            on_done=self._on_compared,
        )

    @Slot(object)
    def _on_facts_choice_made(self, fact: str) -> None:
        self._compare(fact)

    @Slot(object)
    def _on_compared(self, compared: tuple[Comparison, ...]) -> None:
        document = self._document
        assert document is not None
        assert document.customers is not None
        assert document.baseline is not None
        column = document.customers.column(self._fact)
        title = short_names(document.customers.columns)[self._fact]
        lines = [
            _("{group}: {sentence}").format(
                group=_group(one, document.baseline, self._names),
                sentence=comparison_sentence(one, column, title, self._context.formats),
            )
            for one in compared
        ]
        self.words.setText("\n".join(lines))


def _group(compared: Comparison, baseline: Baseline, names: dict[str, str]) -> str:
    if compared.segment is None:
        return _("Everyone")
    letter = baseline.segmentation.letters[compared.segment]
    return _("{letter} {name}").format(letter=letter, name=names[letter])


def _facts_of(customers: CustomerTable) -> list[str]:
    return [c.name for c in customers.columns if c.kind is Kind.NUMBER and c.role not in _NO_FACTS]
