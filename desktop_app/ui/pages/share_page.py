"""Share: save the customers with their groups, and see beforehand what will be in the files."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.core.errors import AppError
from desktop_app.core.free_names import free_name
from desktop_app.core.sharing.people import contact_columns
from desktop_app.core.tracking.choices import HoldOut
from desktop_app.document.mailing import mail_people
from desktop_app.document.saving import ListForm, free_path, list_as_text
from desktop_app.i18n import _, ngettext
from desktop_app.report.sharing import ShareRequest, save_all
from desktop_app.report.story import tell
from desktop_app.services.folders import folder_beside
from desktop_app.ui.pages.context import PageContext
from desktop_app.ui.pages.leaving_out import LeavingOut
from desktop_app.ui.pages.list_preview import ListPreview
from desktop_app.ui.pages.report_panel import ReportPanel
from desktop_app.ui.pages.share_outputs import ShareOutputs
from desktop_app.ui.widgets.buttons import push_button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.labels import text_label
from desktop_app.ui.widgets.message_bar import Message
from desktop_app.ui.widgets.page import Page
from desktop_app.wording.errors import sentence_for
from desktop_app.wording.facts import short_names
from desktop_app.wording.mailing import people_words, tool_name
from desktop_app.wording.rearranging import aside_name

if TYPE_CHECKING:
    from desktop_app.core.segmenting.results import Segmentation
    from desktop_app.core.sharing.people import People
    from desktop_app.document.document import Document
    from desktop_app.report.story import Story

PREVIEW_WIDTH = 342


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
        before, self._document = self._document, document
        if before is not None and document.says_the_same_as(before):
            assert self._story is not None
            self.report.show_document(document, self._story)
            self._show_targets()
            return
        self._forget_saved()
        self._story = tell(document, self._context.formats)
        if before is None or document.plan.files != before.plan.files:
            self._folder = folder_beside(document.plan.files[0])
            self.leaving_out.forget()
        self._show_choices(document)
        self.preview.show_document(document, self._story)
        self.report.show_document(document, self._story)
        self._show_targets()
        self._show_rows()
        assert document.segmentation is not None
        self._show_nowhere(document.segmentation)

    def save_to(self, folder: Path) -> None:
        """Save the lists in ``folder`` from now on."""
        self._folder = folder
        self._forget_saved()
        self._show_targets()

    # building -------------------------------------------------------------------------------

    def _build(self) -> None:
        theme, formats = self._context.theme, self._context.formats
        self.set_waiting_title(_("Take your groups to work"))
        self.outputs = ShareOutputs(theme, formats)
        self.leaving_out = LeavingOut(theme, formats)
        self.preview = ListPreview(theme)
        words = QWidget()
        left = QVBoxLayout(words)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(theme.px(12))
        left.addWidget(self.outputs)
        left.addWidget(self.leaving_out)
        left.addWidget(self._build_target())
        left.addWidget(self.preview, 1)
        self.report = ReportPanel(self._context)
        self._nowhere = text_label("", theme, "small", "text2", wrap=True)
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(theme.px(8))
        beside.addWidget(self.report, 1)
        beside.addWidget(self._nowhere)
        columns = Columns(theme, spacing=16)
        columns.add(words)
        columns.add(right, PREVIEW_WIDTH)
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

    def _connect(self) -> None:
        self._change.clicked.connect(self._on_change_clicked)
        self.main_requested.connect(self._on_save_requested)
        self.message_bar.action_chosen.connect(self._on_action_chosen)
        self.outputs.changed.connect(self._on_outputs_changed)
        self.leaving_out.columns_changed.connect(self._on_columns_changed)
        self.leaving_out.share_chosen.connect(self._on_share_chosen)
        self.preview.copy_requested.connect(self._on_copy_requested)

    # showing --------------------------------------------------------------------------------

    def _form(self) -> ListForm:
        return ListForm(self.outputs.delimiter, self.leaving_out.columns)

    def _request(self) -> ShareRequest:
        """Give what is wanted, under names that are free."""
        assert self._document is not None
        assert self._folder is not None
        folder = self._folder
        stem = _("{name} - groups").format(name=self._document.plan.files[0].stem)

        def free_folder(what: str) -> Path:
            wanted = _("{list}, {what}").format(list=stem, what=what)
            return folder / free_name(wanted, lambda name: (folder / name).exists())

        outputs = self.outputs
        return ShareRequest(
            lists=tuple(free_path(folder / f"{stem}{suffix}") for suffix in outputs.lists),
            form=self._form(),
            tool=outputs.tool if outputs.has_mail else None,
            mail_folder=free_folder(tool_name(outputs.tool)) if outputs.has_mail else None,
            picture_folder=free_folder(_("pictures")) if outputs.has_pictures else None,
            report=free_path(folder / f"{stem}.pdf") if outputs.has_report else None,
            made_on=date.today(),
        )

    def _show_choices(self, document: Document) -> None:
        """Show what can be left out, and find out who can be written to."""
        assert document.customers is not None
        titles = short_names(document.customers.columns)
        names = contact_columns(document.customers)
        self.leaving_out.offer_columns({name: titles[name] for name in names})
        self.leaving_out.show_share(document.plan.hold_out.share)
        self._context.runner.start(
            "mail people", mail_people, document, on_done=self._on_people_found
        )

    @Slot()
    def _show_targets(self) -> None:
        request = self._request()
        names = _names_of(request)
        self._target.setText(str(self._folder))
        if self._saved:
            n = len(self._saved)
            words = ngettext("Saved {n} file", "Saved {n} files", n).format(n=n)
        else:
            self._names.setText(" · ".join(names))
            n = len(request.lists) + (request.report is not None)
            words = ngettext("Save {n} file", "Save {n} files", n).format(n=n)
            if len(names) > n:
                words = _("Save all")
        self.main_button.setText(words)
        self.main_button.setEnabled(bool(names) and not self._is_saving and not self._saved)
        self.set_footer_note("" if names else _("Tick at least one file to save."))

    def _show_rows(self) -> None:
        assert self._document is not None
        assert self._story is not None
        self.preview.show_rows(self._document, self._story, self.leaving_out.columns)

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
    def _on_outputs_changed(self) -> None:
        self._forget_saved()
        self._show_targets()

    @Slot()
    def _on_columns_changed(self) -> None:
        self._on_outputs_changed()
        self._show_rows()

    @Slot(float)
    def _on_share_chosen(self, share: float) -> None:
        assert self._document is not None
        plan = self._document.plan
        percent = self._context.formats.percent(share)
        label = (
            _("Keep {share} back from mail").format(share=percent) if share else _("Mail to all")
        )
        self._context.session.apply(replace(plan, hold_out=HoldOut(share, plan.scan.seed)), label)

    @Slot(object)
    def _on_people_found(self, people: People | None) -> None:
        self.outputs.offer_mail(is_possible=people is not None)
        self.leaving_out.say([people_words(people, self._context.formats)] if people else [])
        self._show_targets()

    @Slot()
    def _on_copy_requested(self) -> None:
        assert self._story is not None
        self._context.runner.start(
            "copy",
            list_as_text,
            self._document,
            self._story.names,
            aside_name(),
            self._form(),
            self.preview.segment,
            on_done=self._on_list_copied,
        )

    @Slot(object)
    def _on_list_copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        words = _("Copied. Paste it into a spreadsheet or a mail.")
        self.message_bar.show_message(Message("good", words))

    @Slot()
    def _on_change_clicked(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, _("Where should the lists be saved?"), str(self._folder)
        )
        if chosen:
            self.save_to(Path(chosen))

    @Slot()
    def _on_save_requested(self) -> None:
        request = self._request()
        if not _names_of(request):
            return
        self._is_saving = True
        self._show_targets()
        self._context.runner.start(
            "save",
            save_all,
            self._document,
            self._story,
            self._context.formats,
            request,
            on_done=self._on_saved,
            on_error=self._on_saving_failed,
        )

    @Slot(object)
    def _on_saved(self, paths: tuple[Path, ...]) -> None:
        self._is_saving = False
        self._saved = paths
        assert self._folder is not None
        folder = self._folder
        tops = dict.fromkeys(path.relative_to(folder).parts[0] for path in paths)
        text = _("Saved {names} in {folder}.").format(
            names=_(" and ").join(tops), folder=folder.name or folder
        )
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


def _names_of(request: ShareRequest) -> list[str]:
    """Give the names of the files and folders that are to be made."""
    others = (request.report, request.mail_folder, request.picture_folder)
    return [path.name for path in (*request.lists, *filter(None, others))]


def _subtitle() -> str:
    return _("Choose what you need today. The new files stand beside your list; it is not changed.")
