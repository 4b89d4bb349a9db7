"""One builder per widget of the kit, each showing something."""

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox

from desktop_app.ui.widgets.bars import ShareBar, WorkBar
from desktop_app.ui.widgets.buttons import icon_button, push_button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.date_field import DateField
from desktop_app.ui.widgets.drop_zone import DropZone
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.message_bar import Message, MessageBar
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.piece import PieceLabel
from desktop_app.ui.widgets.plan_card import PlanCard
from desktop_app.ui.widgets.progress_card import ProgressCard
from desktop_app.ui.widgets.segment_card import SegmentCard, SegmentCardContent
from desktop_app.ui.widgets.segmented import SegmentedControl
from desktop_app.ui.widgets.step_rail import StepRail, StepState
from desktop_app.ui.widgets.stepper import Stepper
from desktop_app.ui.widgets.strip import Strip

STEPS = (
    StepState("file", "Your file", "500 customers", "done"),
    StepState("check", "Check", "Needs update", "stale"),
    StepState("facts", "Choose facts", "", "now"),
    StepState("share", "Share", "", "later"),
)
BIG_SPENDERS = SegmentCardContent(
    segment=1,
    piece=1,
    letter="B",
    name="Big spenders",
    size=98,
    size_text="98",
    share_text="20 %",
    summary="Earn most (€87k) and spend most (82 of 100).",
    sentence="Earn most (€87k) and spend most (82 of 100).",
    truths_text="Comes back always, clearly apart.",
    people_share=0.2,
    money_share=0.38,
    idea="Early access and a thank-you gift.",
)
DAY = "2026-09-30"
SIZES = (201, 98, 84, 62, 55)


def shown(widget, show, *args):
    getattr(widget, show)(*args)
    return widget


def message_bar(theme):
    message = Message("info", "Your work was kept.", (("no", "Discard"), ("yes", "Open it")))
    return shown(MessageBar(theme), "show_message", message)


def page(theme):
    page = Page(theme, "check")
    page.set_title("500 customers, 9 columns. Ready to use.")
    page.set_subtitle("2 things need a look.")
    page.set_footer_note("Settled so far: 3 things.")
    page.body.addWidget(shown(PlanCard(theme), "show_plan", 5, "Plan", "Why", SIZES, True))
    return page


def combo(theme):
    box = QComboBox()
    box.setAccessibleName("Across")
    box.addItems(["Yearly income", "Age"])
    return box


def tick(theme):
    box = QCheckBox("Age")
    box.setChecked(True)
    return box


BUILDERS = {
    "label": lambda theme: text_label("Words", theme, tone="amber"),
    "main button": lambda theme: push_button("Show my groups", theme, "main", "save"),
    "second button": lambda theme: push_button("Back", theme),
    "quiet button": lambda theme: push_button("Find customer", theme, "quiet", "search"),
    "chosen button": lambda theme: push_button("Keep", theme, "chosen"),
    "icon button": lambda theme: icon_button("copy", "Copy picture", theme),
    "segmented": lambda theme: SegmentedControl([("a", "Picture"), ("b", "Table")], theme, "View"),
    "stepper": lambda theme: Stepper(theme, "Number of groups", 1, 9, 5),
    "combo": combo,
    "date field": lambda theme: shown(DateField(theme, "Count back from"), "show_day", DAY),
    "tick": tick,
    "piece": lambda theme: PieceLabel(2, theme),
    "strip": lambda theme: shown(Strip(theme), "show_sizes", SIZES),
    "share bar": lambda theme: shown(ShareBar(theme, "Share of money"), "show_share", 0.4, 1),
    "work bar": lambda theme: shown(WorkBar(theme, "Progress"), "setValue", 60),
    "card": lambda theme: Card(theme, kind="chosen"),
    "message bar": message_bar,
    "progress card": lambda theme: shown(
        ProgressCard(theme), "show_progress", 66, "Trying 2 to 10 groups"
    ),
    "step rail": lambda theme: shown(StepRail(theme), "show_steps", STEPS),
    "drop zone": DropZone,
    "plan card": lambda theme: shown(
        PlanCard(theme), "show_plan", 5, "Suggested", "Clear groups that come back.", SIZES, True
    ),
    "open segment card": lambda theme: shown(
        SegmentCard(theme), "show_content", BIG_SPENDERS, True
    ),
    "closed segment card": lambda theme: shown(
        SegmentCard(theme), "show_content", BIG_SPENDERS, False
    ),
    "page": page,
}


@pytest.fixture(params=BUILDERS.values(), ids=BUILDERS.keys())
def build(request):
    """A function that makes one widget of the kit with a theme."""
    return request.param


@pytest.fixture
def big_spenders():
    return BIG_SPENDERS


@pytest.fixture
def steps():
    return STEPS
