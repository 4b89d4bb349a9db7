"""Who moved: between two lists sorted into the same groups, or two months of one file of orders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.errors import AppError
from desktop_app.core.segmenting.choices import Grouping
from desktop_app.core.tracking.flows import flow_of
from desktop_app.core.tracking.movement import month_of
from desktop_app.document.following import day_of
from desktop_app.document.looking_back import look_back
from desktop_app.i18n import _
from desktop_app.report.moved import names_of_groups
from desktop_app.ui.pages.behind_note import BehindNote
from desktop_app.ui.pages.hold_out_card import HoldOutCard
from desktop_app.ui.pages.moved_list import MovedList
from desktop_app.ui.pages.moved_picture import MovedPicture
from desktop_app.ui.widgets.buttons import push_button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.change_rows import ChangeLine, ChangeRows
from desktop_app.ui.widgets.choice_box import ChoiceBox
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.finding_row import FindingLine
from desktop_app.ui.widgets.finding_rows import FindingRows
from desktop_app.ui.widgets.flow_rows import FlowRows
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.named_field import NamedField
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.working_place import WorkingPlace
from desktop_app.wording.errors import sentence_for
from desktop_app.wording.flows import FlowWords
from desktop_app.wording.following import (
    change_figures,
    doubts,
    moved_heading,
    past_heading,
    past_summary,
    segment_change,
    sorted_summary,
    yardstick_sentence,
)
from desktop_app.wording.months import month_words

if TYPE_CHECKING:
    from desktop_app.core.tracking.baseline import Month
    from desktop_app.core.tracking.following import Followed
    from desktop_app.document.document import Document
    from desktop_app.document.looking_back import PastYear
    from desktop_app.ui.pages.context import PageContext

WORDS_WIDTH = 394


class MovedPage(Page):
    """Shows what became of each group, who went where, and the customers themselves."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, "moved", parent)
        self._context = context
        self._document: Document | None = None
        self._followed: Followed | None = None
        self._names: dict[str, str] = {}
        self._past: PastYear | None = None
        self._between: tuple[int, int] | None = None  # places of months; None is the whole time
        self._build()
        self.new_groups_button.clicked.connect(self._on_new_groups_button_clicked)

    def show_document(self, document: Document) -> None:
        """Show the movement of a complete document, as soon as it is known."""
        self._note.show_document(document)
        is_same = self._document is not None and document.says_the_same_as(self._document)
        if is_same and document.followed is self._followed:
            return
        self._document, self._followed = document, document.followed
        is_followed = document.plan.grouping is Grouping.FOLLOWED
        self.new_groups_button.setVisible(is_followed)
        self._months_row.setHidden(is_followed)
        if not is_followed:
            self._look_back(document)
            return
        self._place.stop()
        self._show_parts(is_known=self._followed is not None)
        if self._followed is not None:
            self._show_followed(document, self._followed)

    # building -------------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self._context.theme
        self.set_waiting_title(_("Who moved"))
        self.main_button.setText(_("Next: share the lists"))
        self.new_groups_button = push_button(_("Make new groups instead"), theme, "quiet")
        self.footer_extras.addWidget(self.new_groups_button)
        self._doubts = FindingRows(theme)
        words = self._words = Card(theme)
        self._since = text_label("", theme, "small", "text2")
        self.rows = ChangeRows(theme)
        head = QHBoxLayout()
        head.addWidget(text_label(_("What changed, in words"), theme, "heading", wrap=True), 1)
        head.addWidget(self._since)
        words.body.addLayout(head)
        words.body.addWidget(self.rows, 1)
        self.picture = MovedPicture(self._context)
        self._columns = Columns(theme, spacing=12)
        self._columns.add(words, WORDS_WIDTH)
        self._columns.add(self.picture)
        self.list = MovedList(self._context)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self._build_months())
        column.addWidget(self._columns, 2)
        self.hold_out = HoldOutCard(self._context)
        column.addWidget(self.hold_out)
        column.addWidget(self.list, 1)
        self._place = WorkingPlace(theme, self._context.runner, "past", content)
        self._place.finished.connect(self._on_past_found)
        self._place.failed.connect(self._on_past_not_found)
        self._place.cancelled.connect(self._on_past_cancelled)
        self.body.addWidget(self._doubts)
        self.body.addWidget(self._place, 1)
        self._note = BehindNote(self, self._context.session.behind, "followed")

    def _build_months(self) -> QWidget:
        theme = self._context.theme
        self.start_box, self.end_box = ChoiceBox(_("From"), theme), ChoiceBox(_("To"), theme)
        self.start_box.choice_made.connect(self._on_start_chosen)
        self.end_box.choice_made.connect(self._on_end_chosen)
        self._months_row = QWidget()
        row = FlowRows(self._months_row, spacing=theme.px(16), row_spacing=theme.px(6))
        row.addWidget(NamedField(_("From"), self.start_box, theme))
        row.addWidget(NamedField(_("To"), self.end_box, theme))
        return self._months_row

    # showing --------------------------------------------------------------------------------

    def _show_parts(self, *, is_known: bool) -> None:
        for part in (self._columns, self.list):
            part.setVisible(is_known)
        if not is_known:
            self._doubts.hide()
            self.hold_out.hide()
            self.set_title(_("Who moved"))
            self.set_subtitle(_("We are comparing the two times."))

    def _show_followed(self, document: Document, followed: Followed) -> None:
        assert document.customers is not None
        formats, baseline = self._context.formats, followed.baseline
        self._names = names_of_groups(document, formats)
        months = (*baseline.months, month_of(followed.movement, baseline, day_of(document)))
        times = month_words([month.day for month in months], formats)
        self.set_title(moved_heading(followed, times[-1], formats))
        self.set_subtitle(sorted_summary(followed, formats))
        self._since.setText(_("since {time}").format(time=times[-2]))
        self._show_doubts(document, followed)
        self._show_movement(document, followed, months, times[-2:])
        self.hold_out.show_document(document, self._names)

    def _look_back(self, document: Document) -> None:
        """Show the past year of a file of orders; the first time it is looked for."""
        self._doubts.show_lines(())
        self.hold_out.hide()
        if self._past is not None and self._past.segmentation is document.segmentation:
            self._show_past(document, self._past)
            return
        self._past = None
        self._show_parts(is_known=False)
        self._months_row.hide()
        self.set_subtitle(_("We are looking at the months before."))
        self._place.run(_("Looking at the months before"), look_back, document)

    def _show_past(self, document: Document, past: PastYear) -> None:
        is_known = past.travel is not None
        self._show_parts(is_known=is_known)
        self._months_row.setVisible(is_known)
        if not is_known:
            words = _("These orders do not reach far enough back to tell who moved.")
            self.set_subtitle(words)
            return
        formats = self._context.formats
        self._names = names_of_groups(document, formats)
        times = month_words(past.days, formats)
        last = len(times) - 1
        start, end = self._between if self._between is not None else (0, last)
        named: dict[str | None, str] = {str(place): time for place, time in enumerate(times)}
        keys = list(named)
        self.start_box.show_choices({key: named[key] for key in keys[:last]}, keys[start])
        self.end_box.show_choices({key: named[key] for key in keys[start + 1 :]}, keys[end])
        for box in (self.start_box, self.end_box):
            box.setMinimumWidth(box.width_of_words())
        followed = past.between(start, end)
        self.set_title(past_heading(followed, times[start], times[end], formats))
        self.set_subtitle(past_summary())
        self._since.setText(_("since {time}").format(time=times[start]))
        self._show_movement(document, followed, past.baseline.months, (times[start], times[end]))

    def _show_doubts(self, document: Document, followed: Followed) -> None:
        assert document.customers is not None
        formats = self._context.formats
        sentences = doubts(followed, self._names, document.customers.columns, formats)
        lines = [FindingLine("", sentence, needs_look=True) for sentence in sentences]
        lines.append(FindingLine("", yardstick_sentence(followed, formats), needs_look=False))
        self._doubts.show_lines(lines)

    def _show_movement(
        self,
        document: Document,
        followed: Followed,
        months: tuple[Month, ...],
        ends: tuple[str, ...],
    ) -> None:
        assert document.customers is not None
        formats, segmentation = self._context.formats, followed.baseline.segmentation
        names = tuple(self._names[letter] for letter in segmentation.letters)
        flow = flow_of(followed.movement)
        self.rows.show_lines(
            [
                ChangeLine(
                    piece,
                    names[segment],
                    segment_change(followed, segment, self._names, formats),
                    f"{formats.count(before)} → {formats.count(now)}",
                    change_figures(before, now, formats),
                )
                for segment, (piece, before, now) in enumerate(
                    zip(segmentation.pieces, flow.before.tolist(), flow.now.tolist(), strict=True)
                )
            ]
        )

        def words(times: tuple[str, ...]) -> FlowWords:
            return FlowWords(names, segmentation.letters, segmentation.pieces, times, formats)

        times = month_words([month.day for month in months], formats)
        self.picture.show_times(flow, words(ends), months, words(times))
        self.list.save_beside(document.plan.files[0])
        self.list.show_movement(followed, document.customers, self._names)

    def _choose_months(self, start: int, end: int) -> None:
        assert self._document is not None
        assert self._past is not None
        self._between = (start, max(end, start + 1))
        self._show_past(self._document, self._past)

    # slots ----------------------------------------------------------------------------------

    @Slot()
    def _on_new_groups_button_clicked(self) -> None:
        self._context.session.make_new_groups(self._names, _("make new groups"))

    @Slot(object)
    def _on_start_chosen(self, key: str) -> None:
        self._choose_months(int(key), int(self.end_box.currentData()))

    @Slot(object)
    def _on_end_chosen(self, key: str) -> None:
        self._choose_months(int(self.start_box.currentData()), int(key))

    @Slot(object)
    def _on_past_found(self, past: PastYear) -> None:
        self._past, self._between = past, None
        document = self._document
        if document is not None and document.segmentation is past.segmentation:
            self._show_past(document, past)

    @Slot(object)
    def _on_past_not_found(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            self._context.session.crashed.emit(error)
            return
        self.set_subtitle(sentence_for(error))

    @Slot()
    def _on_past_cancelled(self) -> None:
        self._document = None  # asked for again when the page is shown again
        self.set_subtitle(_("You stopped before the months were found. Come back to look again."))
