"""Share: save the customers with their groups, and see beforehand what will be in the files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.errors import AppError
from desktop_app.core.sharing.tables import OWN_COLUMNS, labelled_preview
from desktop_app.document.saving import free_path, save_customers
from desktop_app.i18n import _, ngettext
from desktop_app.report.story import tell
from desktop_app.report.workbook_words import workbook_words
from desktop_app.services.folders import folder_beside
from desktop_app.ui.models.frame_model import FrameModel
from desktop_app.ui.pages.context import PageContext
from desktop_app.ui.widgets.buttons import push_button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.data_table import DataTable
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.message_bar import Message
from desktop_app.ui.widgets.output_row import OutputRow
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.segment_list import SegmentList
from desktop_app.wording.errors import sentence_for
from desktop_app.wording.rearranging import aside_name

if TYPE_CHECKING:
    from desktop_app.core.segmenting.results import Segmentation
    from desktop_app.document.document import Document
    from desktop_app.report.story import Story

PREVIEW_ROWS, FIRST_COLUMNS = 5, 3
PREVIEW_HEIGHT = 150
WELL_WIDTH = 316


class SharePage(Page):
    """Asks which files to save and where; saving is a job and never overwrites by surprise."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, "share", parent)
        self._context = context
        self._document: Document | None = None
        self._story: Story | None = None
        self._folder: Path | None = None
        self._is_saving = False
        self._saved: tuple[Path, ...] = ()
        self._build()
        self._connect()

    def show_document(self, document: Document) -> None:
        """Show what would be saved of the document."""
        self.set_subtitle(_subtitle())
        if self._document is not None and document.says_the_same_as(self._document):
            self._document = document
            self._show_targets()
            return
        is_other_file = self._document is None or self._document.plan.files != document.plan.files
        self._document = document
        self._forget_saved()
        self._story = tell(document, self._context.formats)
        if is_other_file:
            self._folder = folder_beside(document.plan.files[0])
        self._show_targets()
        self._show_preview()

    def save_to(self, folder: Path) -> None:
        """Save the lists in ``folder`` from now on."""
        self._folder = folder
        self._forget_saved()
        self._show_targets()

    # building -------------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self._context.theme
        self.set_waiting_title(_("Take your groups to work"))
        self._csv = OutputRow(
            "file",
            _("CSV with every customer"),
            _("Your own columns untouched, plus the group"),
            theme,
        )
        self._xlsx = OutputRow(
            "table",
            _("Excel workbook"),
            _("All customers with their group, and one sheet per group"),
            theme,
        )
        self._outputs = {".csv": self._csv, ".xlsx": self._xlsx}
        outputs = Card(theme)
        outputs.body.addWidget(self._csv)
        outputs.body.addWidget(self._xlsx)
        words = QWidget()
        left = QVBoxLayout(words)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(theme.px(12))
        left.addWidget(outputs)
        left.addWidget(self._build_target())
        left.addWidget(self._build_preview(), 1)
        self._well = Card(theme, kind="well")
        self._well.body.addWidget(text_label(_("In the files"), theme, "heading"))
        self._segments = SegmentList(theme)
        self._well.body.addWidget(self._segments)
        self._nowhere = text_label("", theme, "small", "text2", wrap=True)
        self._well.body.addWidget(self._nowhere)
        self._well.body.addStretch(1)
        columns = Columns(theme, spacing=16)
        columns.add(words)
        columns.add(self._well, WELL_WIDTH)
        self.body.addWidget(columns, 1)

    def _build_target(self) -> Card:
        theme = self._context.theme
        card = Card(theme)
        self._target = text_label("", theme, "body_medium", wrap=True)
        self._names = text_label("", theme, "small", "text2", wrap=True)
        self._change = push_button(_("Change…"), theme, "small")
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(text_label(_("Save to"), theme, "small", "text2"))
        words.addWidget(self._target)
        words.addWidget(self._names)
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(self._change, 0, Qt.AlignmentFlag.AlignVCenter)
        card.body.addLayout(row)
        return card

    def _build_preview(self) -> Card:
        theme = self._context.theme
        card = Card(theme)
        self._preview_title = text_label("", theme, "body_strong", wrap=True)
        card.body.addWidget(self._preview_title)
        self._table = DataTable(theme, _("First customers as they will be saved"))
        self._table.setMinimumHeight(theme.px(PREVIEW_HEIGHT))
        self._model = FrameModel(self._table)
        self._table.setModel(self._model)
        card.body.addWidget(self._table, 1)
        return card

    def _connect(self) -> None:
        self._change.clicked.connect(self._on_change_clicked)
        self.main_requested.connect(self._on_save_requested)
        self.message_bar.action_chosen.connect(self._on_action_chosen)
        for row in self._outputs.values():
            row.toggled.connect(self._on_row_toggled)

    # showing --------------------------------------------------------------------------------

    def _paths(self) -> tuple[Path, ...]:
        assert self._document is not None
        assert self._folder is not None
        stem = _("{name} - groups").format(name=self._document.plan.files[0].stem)
        return tuple(
            free_path(self._folder / f"{stem}{suffix}")
            for suffix, row in self._outputs.items()
            if row.is_ticked
        )

    @Slot()
    def _show_targets(self) -> None:
        paths = self._saved or self._paths()
        n = len(paths)
        self._target.setText(str(self._folder))
        self._names.setText(" · ".join(path.name for path in paths))
        words = (
            ngettext("Saved {n} file", "Saved {n} files", n)
            if self._saved
            else ngettext("Save {n} file", "Save {n} files", n)
        )
        self.main_button.setText(words.format(n=n))
        self.main_button.setEnabled(n > 0 and not self._is_saving and not self._saved)
        self.set_footer_note("" if n else _("Tick at least one file to save."))

    def _show_preview(self) -> None:
        document, story = self._document, self._story
        assert document is not None
        assert story is not None
        assert document.customers is not None
        assert document.segmentation is not None
        assert document.description is not None
        frame = labelled_preview(
            document.customers,
            document.segmentation,
            story.names,
            PREVIEW_ROWS,
            aside=aside_name(),
        )
        shown = [*range(frame.shape[1])[: -len(OWN_COLUMNS)][:FIRST_COLUMNS]]
        shown += range(frame.shape[1])[-len(OWN_COLUMNS) :]
        n_hidden = frame.shape[1] - len(shown)
        title = _("Your list, with the new columns at the end")
        more = ngettext(
            "{title} ({n} more column is not shown here)",
            "{title} ({n} more columns are not shown here)",
            n_hidden,
        )
        self._preview_title.setText(more.format(title=title, n=n_hidden) if n_hidden else title)
        headers = [str(frame.columns[place]) for place in shown]
        cells = frame.iloc[:, shown]
        self._model.show_frame(cells, headers, [None] * len(shown), n_added=len(OWN_COLUMNS))
        self._table.resizeColumnsToContents()
        self._segments.show_segments(
            [
                (piece, story.names[p.letter], self._context.formats.count(p.size))
                for piece, p in zip(
                    document.segmentation.pieces, document.description.profiles, strict=True
                )
            ]
        )

        self._show_nowhere(document.segmentation)

    def _show_nowhere(self, segmentation: Segmentation) -> None:
        """Say who is in the files without a group."""
        formats = self._context.formats
        n_aside = sum(len(aside.rows) for aside in segmentation.aside)
        n = len(segmentation.labels) - sum(segmentation.sizes) - n_aside
        without = ngettext(
            "{n} customer without a group is in the file, too.",
            "{n} customers without a group are in the files, too.",
            n,
        )
        aside = ngettext(
            "{n} customer who is set aside is in the files, marked “{name}”.",
            "{n} customers who are set aside are in the files, marked “{name}”.",
            n_aside,
        )
        words = [without.format(n=formats.count(n))] if n else []
        if n_aside:
            words.append(aside.format(n=formats.count(n_aside), name=aside_name()))
        self._nowhere.setText(" ".join(words))
        self._nowhere.setVisible(bool(words))

    def _forget_saved(self) -> None:
        """What is shown now is not what was saved: it can be saved again, under other names."""
        self._saved = ()
        self.message_bar.clear_if("good")

    # slots ----------------------------------------------------------------------------------

    @Slot()
    def _on_row_toggled(self) -> None:
        self._forget_saved()
        self._show_targets()

    @Slot()
    def _on_change_clicked(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, _("Where should the lists be saved?"), str(self._folder)
        )
        if chosen:
            self.save_to(Path(chosen))

    @Slot()
    def _on_save_requested(self) -> None:
        assert self._document is not None
        assert self._story is not None
        paths = self._paths()
        if not paths:
            return
        self._is_saving = True
        self._show_targets()
        self._context.runner.start(
            "save",
            save_customers,
            self._document,
            paths,
            self._story.names,
            workbook_words(self._document, self._story, self._context.formats),
            on_done=self._on_saved,
            on_error=self._on_saving_failed,
        )

    @Slot(object)
    def _on_saved(self, paths: tuple[Path, ...]) -> None:
        self._is_saving = False
        self._saved = paths
        names = _(" and ").join(path.name for path in paths)
        folder = paths[0].parent
        text = _("Saved {names} in {folder}.").format(names=names, folder=folder.name or folder)
        actions = (("show_folder", _("Show folder")),)
        self.message_bar.show_message(Message("good", text, actions))
        self._show_targets()

    @Slot(object)
    def _on_saving_failed(self, error: Exception) -> None:
        self._is_saving = False
        self._show_targets()
        if not isinstance(error, AppError):
            self._context.session.crashed.emit(error)
            return
        actions = (("change", _("Choose another place")),)
        self.message_bar.show_message(Message("stop", sentence_for(error), actions))

    @Slot(str)
    def _on_action_chosen(self, key: str) -> None:
        if key == "show_folder":
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
        elif key == "change":
            self._on_change_clicked()


def _subtitle() -> str:
    return _("Choose what you need today. The new files stand beside your list; it is not changed.")
