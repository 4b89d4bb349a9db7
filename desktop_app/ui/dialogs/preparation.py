"""How facts are prepared: each choice in plain words, with its effect before it is made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.checking.columns import Kind, Role
from desktop_app.core.errors import AppError
from desktop_app.core.segmenting.choices import (
    EmptyRule,
    FeatureChoice,
    LongTails,
    MovingTogether,
    Scale,
)
from desktop_app.i18n import _
from desktop_app.ui.pages.context import PageContext
from desktop_app.ui.widgets.before_after import BeforeAfter
from desktop_app.ui.widgets.buttons import push_button
from desktop_app.ui.widgets.effect_row import EffectRow
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.scrolled_body import scrolled_body
from desktop_app.ui.widgets.tick_box import TickBox
from desktop_app.ui.widgets.weight_row import WeightRow
from desktop_app.wording.errors import sentence_for
from desktop_app.wording.facts import short_names
from desktop_app.wording.preparing import (
    empty_options,
    empty_words,
    moving_options,
    moving_words,
    scale_options,
    scale_words,
    tails_options,
    tails_words,
    with_long_tails,
)

if TYPE_CHECKING:
    from desktop_app.core.customers.table import CustomerTable
    from desktop_app.core.progress import Progress
    from desktop_app.core.segmenting.foreseeing import PreparationEffect

CHANNEL = "preparation-effect"
WIDTH, HEIGHT = 600, 640


class PreparationDialog(QDialog):
    """Holds a draft of the choices; the main button makes it one change of the plan."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        document = context.session.document
        assert document.customers is not None
        self._customers = document.customers
        self._before = replace(document.plan.features, features=document.features)
        self._draft = self._before
        self._names = short_names(self._customers.columns)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("How facts are prepared"))
        self._build()
        self._connect()
        self._show_draft()

    # building -------------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self._context.theme
        self.body = scrolled_body(self, theme, WIDTH, HEIGHT)
        intro = _("These choices say how customers are compared. Your file stays as it is.")
        self.body.addWidget(text_label(intro, theme, tone="text2", wrap=True))
        self.scale = EffectRow(_("Put facts on one scale"), scale_options(), theme)
        self.tails = EffectRow(_("A few very large values"), tails_options(), theme)
        self.empty = EffectRow(_("Customers with an empty fact"), empty_options(), theme)
        self.moving = EffectRow(_("Facts that move together"), moving_options(), theme)
        self._picture = BeforeAfter(theme)
        self.tails.column.addWidget(self._picture)
        for row in (self.scale, self.tails, self.moving, self.empty):
            self.body.addWidget(row)
        self._build_words()
        self.body.addWidget(text_label(_("How much each fact counts"), theme, "body_strong"))
        self._weights = QVBoxLayout()
        self._weights.setSpacing(theme.px(6))
        self.body.addLayout(self._weights)
        self.weight_rows: dict[str, WeightRow] = {}
        self.body.addStretch(1)
        self._build_footer()

    def _build_words(self) -> None:
        """Offer the columns of words; they describe groups unless they are chosen to form them."""
        theme = self._context.theme
        columns = [
            c
            for c in self._customers.columns
            if c.role is Role.DESCRIBE
            and c.unfit is None
            and c.kind in (Kind.CATEGORY, Kind.YES_NO)
        ]
        self.word_boxes = {c.name: TickBox(self._names[c.name], theme) for c in columns}
        if columns:
            title = _("Words that form groups, too (each column counts like one fact)")
            self.body.addWidget(text_label(title, theme, "body_strong", wrap=True))
        for box in self.word_boxes.values():
            self.body.addWidget(box)

    def _build_footer(self) -> None:
        theme = self._context.theme
        self._problem = text_label("", theme, "small", "amber", wrap=True)
        self._problem.hide()
        self.usual_button = push_button(_("The usual way"), theme, "quiet")
        self.cancel_button = push_button(_("Cancel"), theme)
        self.main_button = push_button(_("Prepare facts like this"), theme, "main")
        self.main_button.setDefault(True)
        answers = QHBoxLayout()
        answers.setSpacing(theme.px(12))
        answers.addWidget(self.usual_button)
        answers.addStretch(1)
        answers.addWidget(self.cancel_button)
        answers.addWidget(self.main_button)
        footer = QVBoxLayout()
        footer.setContentsMargins(theme.px(24), theme.px(12), theme.px(24), theme.px(12))
        footer.addWidget(self._problem)
        footer.addLayout(answers)
        rule = QFrame()
        rule.setProperty("role", "rule")
        rule.setFixedHeight(1)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.addWidget(rule)
        column.addLayout(footer)

    def _connect(self) -> None:
        self.scale.choice_changed.connect(self._on_scale_chosen)
        self.tails.choice_changed.connect(self._on_tails_chosen)
        self.moving.choice_changed.connect(self._on_moving_chosen)
        self.empty.choice_changed.connect(self._on_empty_chosen)
        for box in self.word_boxes.values():
            box.clicked.connect(self._on_words_ticked)
        self.usual_button.clicked.connect(self._on_usual_clicked)
        self.cancel_button.clicked.connect(self.reject)
        self.main_button.clicked.connect(self._on_main_clicked)
        self.finished.connect(self._on_finished)

    # showing --------------------------------------------------------------------------------

    def _show_draft(self) -> None:
        draft, features = self._draft, self._draft.features or ()
        self.scale.control.choose(draft.scale.value)
        self.tails.control.choose(draft.long_tails.value)
        self.moving.control.choose(draft.moving_together.value)
        self.empty.control.choose(draft.empty.value)
        for name, box in self.word_boxes.items():
            box.setChecked(name in features)
        if tuple(self.weight_rows) != features:
            self._build_weights(features)
        weights = dict(draft.weights)
        for name, row in self.weight_rows.items():
            row.show_weight(weights.get(name, 1.0))
        self._context.runner.start(
            CHANNEL,
            _foresee,
            self._customers,
            draft,
            on_done=self._on_foreseen,
            on_error=self._on_not_foreseen,
        )

    def _build_weights(self, features: tuple[str, ...]) -> None:
        for row in self.weight_rows.values():
            row.deleteLater()
        theme = self._context.theme
        self.weight_rows = {name: WeightRow(name, self._names[name], theme) for name in features}
        for row in self.weight_rows.values():
            row.weight_chosen.connect(self._on_weight_chosen)
            self._weights.addWidget(row)

    def _change(self, draft: FeatureChoice) -> None:
        self._draft = draft
        self._show_draft()

    # slots ----------------------------------------------------------------------------------

    @Slot(object)
    def _on_foreseen(self, effect: PreparationEffect) -> None:
        formats = self._context.formats
        self._problem.hide()
        self.main_button.setEnabled(True)
        self.scale.show_effect(scale_words(effect, self._names, formats))
        self.tails.show_effect(tails_words(effect, self._names))
        moving = moving_words(effect, self._names, self._draft.moving_together)
        self.moving.show_effect(moving)
        self.empty.show_effect(empty_words(effect, formats))
        tailed = with_long_tails(effect)
        self._picture.setVisible(bool(tailed))
        if tailed:
            self._picture.show_effect(tailed[0], self._names[tailed[0].column])
        for feature in effect.features:
            self.weight_rows[feature.column].show_share(feature.share, formats)

    @Slot(object)
    def _on_not_foreseen(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            self._context.session.crashed.emit(error)
            return
        self._problem.setText(sentence_for(error))
        self._problem.show()
        self.main_button.setEnabled(False)
        for row in self.weight_rows.values():
            row.show_share(None, self._context.formats)

    @Slot(str)
    def _on_scale_chosen(self, key: str) -> None:
        self._change(replace(self._draft, scale=Scale(key)))

    @Slot(str)
    def _on_tails_chosen(self, key: str) -> None:
        self._change(replace(self._draft, long_tails=LongTails(key)))

    @Slot(str)
    def _on_moving_chosen(self, key: str) -> None:
        self._change(replace(self._draft, moving_together=MovingTogether(key)))

    @Slot(str)
    def _on_empty_chosen(self, key: str) -> None:
        self._change(replace(self._draft, empty=EmptyRule(key)))

    @Slot(str, float)
    def _on_weight_chosen(self, column: str, weight: float) -> None:
        weights = {**dict(self._draft.weights), column: weight}
        kept = tuple((name, factor) for name, factor in weights.items() if factor != 1.0)
        self._change(replace(self._draft, weights=kept))

    @Slot()
    def _on_words_ticked(self) -> None:
        features = tuple(n for n in self._draft.features or () if n not in self.word_boxes)
        ticked = tuple(name for name, box in self.word_boxes.items() if box.isChecked())
        self._change(replace(self._draft, features=(*features, *ticked)))

    @Slot()
    def _on_usual_clicked(self) -> None:
        features = tuple(n for n in self._draft.features or () if n not in self.word_boxes)
        self._change(FeatureChoice(features))

    @Slot()
    def _on_main_clicked(self) -> None:
        session = self._context.session
        plan = session.document.plan
        if self._draft.features != self._before.features:
            assert self._draft.features is not None
            plan = plan.with_features(self._draft.features)
        features = replace(self._draft, features=plan.features.features)
        session.apply(replace(plan, features=features), _("prepare facts another way"))
        self.accept()

    @Slot(int)
    def _on_finished(self, _result: int) -> None:
        self._context.runner.cancel(CHANNEL)


def _foresee(
    customers: CustomerTable, choice: FeatureChoice, *, progress: Progress
) -> PreparationEffect:
    from desktop_app.core.segmenting.foreseeing import foresee_preparation

    return foresee_preparation(customers, choice, progress=progress)
