"""How many: the elbow, what is suggested and why, and the user's own choice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop_app.charts.elbow import describe_elbow, draw_elbow, elbow_table
from desktop_app.core.segmenting.choices import Grouping, MovingTogether
from desktop_app.core.segmenting.plans import KPlan, PlanSize, offer_plans
from desktop_app.i18n import _, ngettext
from desktop_app.report.moved import names_of_groups
from desktop_app.ui.dialogs.how_it_works import HowItWorksDialog
from desktop_app.ui.pages.behind_note import BehindNote
from desktop_app.ui.pages.classic_panel import ClassicPanel
from desktop_app.ui.pages.context import PageContext
from desktop_app.ui.pages.sure_panel import SurePanel
from desktop_app.ui.widgets.buttons import push_button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.chart_frame import ChartFrame
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.flow_rows import FlowRows
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.plan_card import PlanCard
from desktop_app.ui.widgets.plot_view import PlotView
from desktop_app.ui.widgets.segmented import SegmentedControl
from desktop_app.ui.widgets.stepper import MOST_GROUPS, Stepper, in_sentence
from desktop_app.wording.classic import clock_sentence
from desktop_app.wording.facts import word_facts
from desktop_app.wording.following import sorted_sentence
from desktop_app.wording.groups import reason_for_k
from desktop_app.wording.sureness import beside_sentence, comes_back_sentence

if TYPE_CHECKING:
    from desktop_app.core.segmenting.choices import ScanChoice
    from desktop_app.core.segmenting.results import KScan, Suggestion
    from desktop_app.core.segmenting.trusted import Evidence
    from desktop_app.document.document import Document

CHART_HEIGHT = 176
TURN_HEIGHT = 30  # of what stands below the other chart


class HowManyPage(Page):
    """Shows the scan; a click on the curve, a plan or the stepper chooses the number of groups."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, "how_many", parent)
        self._context = context
        self._scan: KScan | None = None
        self._evidence: Evidence | None = None
        self._k = 0
        self._build()
        self._connect()

    @property
    def curve(self) -> PlotView:
        """The elbow."""
        return self._elbow

    @property
    def stepper(self) -> Stepper:
        """The field for the number of groups."""
        return self._chosen

    def show_document(self, document: Document) -> None:
        """Show the scan of the document, the suggestion, and the number that is chosen."""
        assert document.scan is not None
        assert document.k is not None
        self._note.show_document(document)
        is_classic = self._show_grouping(document)
        if is_classic:
            self._show_kinds(document)
            return
        self._show_words(document)
        self._show_purpose(document)
        if document.scan is not self._scan or document.k != self._k:
            self._scan, self._k = document.scan, document.k
            self._evidence = document.evidence
            self._show_plans()
            self._show_charts(document)
        elif document.evidence is not self._evidence:
            self._evidence = document.evidence
            self._show_charts(document)

    # building -------------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self._context.theme
        self.set_waiting_title(_("How many groups?"))
        self._messages = Stepper(theme, _("At most this many messages"), 2, MOST_GROUPS, 10)
        self._smallest = Stepper(theme, _("Smallest list"), 1, 9_999, 1)
        self._chosen = Stepper(theme, _("Number of groups"), 1, MOST_GROUPS, 4)
        purpose = QWidget()
        top = FlowRows(purpose, spacing=theme.px(20), row_spacing=theme.px(6))
        for before, field, after in (
            (_("I can run at most"), self._messages, _("different messages.")),
            (_("A list needs at least"), self._smallest, _("customers.")),
            (_("Or choose:"), self._chosen, ""),
        ):
            top.addWidget(in_sentence(before, field, after, theme))
        self._plans = tuple(PlanCard(theme) for _size in PlanSize)
        plans = Columns(theme, spacing=12)
        for card in self._plans:
            plans.add(card)
        self.body.setSpacing(theme.px(10))  # the page is full
        self._found_parts = (purpose, plans, self._build_charts(), self._build_reason())
        self.body.addWidget(self._build_grouping())
        for part in self._found_parts:
            self.body.addWidget(part, int(part is self._found_parts[2]))
        self.body.addWidget(self.classic, 1)
        self._note = BehindNote(self, self._context.session.behind, "evidence")

    def _build_grouping(self) -> SegmentedControl:
        options = (
            (Grouping.FOUND.value, _("Groups found in your orders")),
            (Grouping.CLASSIC.value, _("Classic view: how recent, how much")),
        )
        self.grouping = SegmentedControl(options, self._context.theme, _("Where groups come from"))
        self.grouping.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.classic = ClassicPanel(self._context)
        return self.grouping

    def _build_charts(self) -> Columns:
        theme = self._context.theme
        self._elbow = PlotView(theme, _("Where extra groups stop helping"))
        self.sure = SurePanel(self._context)
        self._elbow_frame = ChartFrame(
            _("Where extra groups stop helping"),
            _("How different customers inside one group still are"),
            self._elbow,
            theme,
        )
        charts = Columns(theme, spacing=12)
        for plot, height in (
            (self._elbow, CHART_HEIGHT),
            (self.sure.plot, CHART_HEIGHT - TURN_HEIGHT),
        ):
            plot.setMinimumHeight(theme.px(height))
            # So low before the page scrolls, and no higher than that while it need not be.
            plot.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        charts.add(self._elbow_frame)
        charts.add(self.sure)
        return charts

    def _build_reason(self) -> Card:
        theme = self._context.theme
        card = self._reason_card = Card(theme, kind="good")
        self._why = text_label("", theme, "body_strong")
        self._reason = text_label("", theme, wrap=True)
        self.other_facts = push_button(_("Try other facts"), theme, "small")
        self.measure_button = push_button("", theme, "small")
        self._how = push_button(_("How does this work?"), theme, "quiet", icon="help")
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addWidget(self._why)
        row.addWidget(self._reason, 1)
        row.addWidget(self.other_facts)
        row.addWidget(self.measure_button)
        row.addWidget(self._how)
        card.body.addLayout(row)
        return card

    def _connect(self) -> None:
        self._messages.value_chosen.connect(self._on_messages_chosen)
        self._smallest.value_chosen.connect(self._on_smallest_chosen)
        self._chosen.value_chosen.connect(self._choose)
        self._elbow.clicked.connect(self._on_curve_clicked)
        self._elbow.stepped.connect(self._on_curve_stepped)
        self.sure.k_chosen.connect(self._choose)
        self.other_facts.clicked.connect(self._on_other_facts_clicked)
        self.measure_button.clicked.connect(self._on_measure_clicked)
        self._how.clicked.connect(self._on_how_clicked)
        self.grouping.choice_changed.connect(self._on_grouping_choice_changed)
        self.classic.found_requested.connect(self._on_classic_found_requested)
        for card in self._plans:
            card.plan_chosen.connect(self._choose)

    # showing --------------------------------------------------------------------------------

    def _show_grouping(self, document: Document) -> bool:
        """Offer the classic view to customers from orders; tell whether it is the chosen one."""
        has_view = document.customers is not None and document.customers.classic is not None
        is_classic = has_view and document.plan.grouping is Grouping.CLASSIC
        self.grouping.setVisible(has_view)
        self.grouping.choose(Grouping.CLASSIC.value if is_classic else Grouping.FOUND.value)
        # Qt lays everything out anew when something appears: what disappears must be gone by then.
        shown = {**dict.fromkeys(self._found_parts, not is_classic), self.classic: is_classic}
        for part in sorted(shown, key=lambda part: shown[part]):
            part.setVisible(shown[part])
        return is_classic

    def _show_kinds(self, document: Document) -> None:
        assert document.customers is not None
        assert document.segmentation is not None
        k, orders = document.segmentation.k, document.customers.orders
        title = ngettext("{k} kind of customers by rule", "{k} kinds of customers by rule", k)
        self.set_title(title.format(k=k))
        clock = None if orders is None else orders.clock
        self.set_subtitle(clock_sentence(clock, self._context.formats))
        button = ngettext("Show this {k} group", "Show these {k} groups", k)
        self.main_button.setText(button.format(k=k))
        self.classic.show_document(document)

    def _show_words(self, document: Document) -> None:
        assert document.scan is not None
        scan, k = document.scan, document.k
        assert k is not None
        suggested = scan.suggestion.k
        tried = _("We tried 1 to {n} groups.").format(n=scan.ks[-1])
        if document.plan.grouping is Grouping.FOLLOWED:
            self._show_followed(document, k)
            return
        if suggested is None:
            self.set_title(_("This list has no natural groups"))
            self.set_subtitle(
                _("Your customers differ smoothly. You can still cut the list into useful parts.")
            )
            self._why.setText(_("What now?"))
            self._reason_card.set_kind("info")
        else:
            self.set_title(_("We suggest {k} groups").format(k=suggested))
            own = "" if k == suggested else " " + _("You chose {k}.").format(k=k)
            self.set_subtitle(tried + own)
            self._why.setText(_("Why {k}?").format(k=suggested))
            self._reason_card.set_kind("good")
        self.other_facts.setVisible(suggested is None)
        self._reason.setText(self._reason_words(document))
        is_once = document.plan.features.moving_together is MovingTogether.ONCE
        self.measure_button.setText(
            _("Use the usual measure") if is_once else _("Use that measure")
        )
        self.measure_button.setVisible(is_once or scan.suggestion.once_helps)
        next_words = (
            ngettext("Show my {k} group", "Show my {k} groups", k)
            if suggested is not None
            else ngettext("Cut into {k} part", "Cut into {k} parts", k)
        )
        self.main_button.setText(next_words.format(k=k))

    def _show_followed(self, document: Document, k: int) -> None:
        """Say that the groups are older than the list, and how to make others."""
        assert document.baseline is not None
        formats = self._context.formats
        self.set_title(
            ngettext("Your {k} group from before", "Your {k} groups from before", k).format(k=k)
        )
        made = sorted_sentence(document.baseline.made_on, formats)
        self.set_subtitle(f"{made} " + _("Choose another number to make new groups."))
        self._why.setText(_("And this list?"))
        self._reason_card.set_kind("info")
        self.other_facts.hide()
        self.measure_button.hide()
        self._reason.setText(self._reason_words(document))
        words = ngettext("Show my {k} group", "Show my {k} groups", k)
        self.main_button.setText(words.format(k=k))

    def _reason_words(self, document: Document) -> str:
        scan, evidence = document.scan, document.evidence
        assert scan is not None
        assert document.prepared is not None
        assert document.customers is not None
        words = word_facts(document.prepared, document.customers.columns)
        reason = reason_for_k(scan.suggestion, scan, self._context.formats, words)
        if scan.suggestion.k is None or scan.suggestion.cuts_across:
            return reason  # the chart says the rest; here it would be too much to read
        is_once = document.plan.features.moving_together is MovingTogether.ONCE
        once = _("Facts that move together count once.") if is_once else ""
        more = (once, comes_back_sentence(scan, evidence), beside_sentence(scan, evidence))
        return " ".join(filter(None, (reason, *more)))

    def _show_purpose(self, document: Document) -> None:
        assert document.scan is not None
        assert document.prepared is not None
        choice = document.plan.scan
        self._messages.show_value(choice.max_lists or document.scan.ks[-1])
        self._smallest.show_value(choice.min_size or 1)
        # Beyond the numbers that were tried, a choice makes the program try as many.
        self._chosen.show_range(1, min(MOST_GROUPS, len(document.prepared.points)))
        self._chosen.show_value(document.k or 1)

    def _show_plans(self) -> None:
        assert self._scan is not None
        plans = {plan.size: plan for plan in offer_plans(self._scan)}
        for size, card in zip(PlanSize, self._plans, strict=True):
            plan = plans.get(size)
            card.setVisible(plan is not None)
            if plan is not None:
                title, reason = _plan_words(plan, self._scan.suggestion)
                card.show_plan(plan.k, title, reason, plan.sizes, plan.k == self._k)

    def _show_charts(self, document: Document) -> None:
        scan, k, evidence = document.scan, document.k, document.evidence
        assert scan is not None
        self._elbow.draw(
            lambda ax, style: draw_elbow(ax, scan, style, chosen=k, evidence=evidence),
            describe_elbow(scan, evidence),
        )
        self._elbow_frame.show_table(*elbow_table(scan, self._context.formats, evidence))
        self.sure.show_document(document)

    # slots ----------------------------------------------------------------------------------

    @Slot(int)
    def _choose(self, k: int) -> None:
        if not self._chosen.minimum() <= k <= self._chosen.maximum():
            return
        plan = self._context.session.document.plan
        is_followed = plan.k is None and k == self._context.session.document.k
        if not is_followed:
            label = ngettext("choose {k} group", "choose {k} groups", k).format(k=k)
            if plan.grouping is Grouping.FOLLOWED:
                self._make_new_groups(k, label)
                return
            self._context.session.apply(plan.with_k(k), label)

    def _make_new_groups(self, k: int, label: str) -> None:
        session = self._context.session
        if k != session.document.k:
            names = names_of_groups(session.document, self._context.formats)
            session.make_new_groups(names, label, k)

    @Slot(int)
    def _on_messages_chosen(self, n: int) -> None:
        assert self._scan is not None
        limit = None if n >= self._scan.ks[-1] else n
        scan = replace(self._context.session.document.plan.scan, max_lists=limit)
        self._change_purpose(scan, _("choose at most {n} messages").format(n=n))

    @Slot(int)
    def _on_smallest_chosen(self, n: int) -> None:
        limit = None if n <= 1 else n
        scan = replace(self._context.session.document.plan.scan, min_size=limit)
        self._change_purpose(scan, _("choose lists of at least {n}").format(n=n))

    def _change_purpose(self, scan: ScanChoice, label: str) -> None:
        plan = self._context.session.document.plan
        self._context.session.apply(replace(plan, scan=scan), label)

    @Slot(float, float)
    def _on_curve_clicked(self, x: float, _y: float) -> None:
        self._choose(round(x))

    @Slot(int)
    def _on_curve_stepped(self, by: int) -> None:
        self._choose(self._k + by)

    @Slot(str)
    def _on_grouping_choice_changed(self, key: str) -> None:
        plan, grouping = self._context.session.document.plan, Grouping(key)
        words = {
            Grouping.FOUND: _("use the groups found"),
            Grouping.CLASSIC: _("use the classic view"),
        }
        self._context.session.apply(replace(plan, grouping=grouping), words[grouping])

    @Slot()
    def _on_classic_found_requested(self) -> None:
        self._on_grouping_choice_changed(Grouping.FOUND.value)

    @Slot()
    def _on_other_facts_clicked(self) -> None:
        self.step_requested.emit("facts")

    @Slot()
    def _on_measure_clicked(self) -> None:
        plan = self._context.session.document.plan
        words = {
            MovingTogether.ONCE: _("let facts that move together count once"),
            MovingTogether.EACH: _("let each fact count"),
        }
        is_once = plan.features.moving_together is MovingTogether.ONCE
        other = MovingTogether.EACH if is_once else MovingTogether.ONCE
        features = replace(plan.features, moving_together=other)
        self._context.session.apply(replace(plan, features=features), words[other])

    @Slot()
    def _on_how_clicked(self) -> None:
        HowItWorksDialog(self._context, self).open()


def _plan_words(plan: KPlan, suggestion: Suggestion) -> tuple[str, str]:
    if suggestion.k is None:
        return _("A useful cut"), _("The edges are ours.")
    is_limited = suggestion.code == "nearest_allowed"
    clearest = _("The nearest within your limits.") if is_limited else _("The clearest groups.")
    return {
        PlanSize.SIMPLE: (_("Simple plan"), _("Rough, but easy to run.")),
        PlanSize.MIDDLE: (_("Suggested"), clearest),
        PlanSize.DETAILED: (_("Detailed plan"), _("Finer, more to write.")),
    }[plan.size]
