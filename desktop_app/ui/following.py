"""A newer file for the groups that are there: asked about, chosen, and sorted into them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.core.errors import ColumnsRenamed
from desktop_app.core.segmenting.choices import Grouping
from desktop_app.i18n import _, ngettext
from desktop_app.ui.widgets.buttons import push_button
from desktop_app.ui.widgets.message_bar import Message

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QPushButton, QWidget

    from desktop_app.core.errors import AppError
    from desktop_app.document.document import Document
    from desktop_app.ui.commands import Commands
    from desktop_app.ui.pages.context import PageContext
    from desktop_app.ui.widgets.page import Page

SORT, FIND, TAKE, LEAVE = "sort_newer", "find_newer", "take_renamed", "leave_renamed"


class Following(QObject):
    """Asks in the message bar of the page on show; the window brings the answers.

    Signals: ``asked(Message)``.
    """

    asked = Signal(object)

    def __init__(self, window: QWidget, context: PageContext, commands: Commands) -> None:
        super().__init__(window)
        self._context, self._session, self._commands = context, context.session, commands
        self._paths: tuple[Path, ...] = ()
        self._renamed: tuple[tuple[str, str], ...] = ()
        self._buttons: list[QPushButton] = []
        self._session.following_offered.connect(self._on_following_offered)
        self._session.document_changed.connect(self._show_document)
        commands.newer_files_chosen.connect(self.sort)

    def add_button(self, page: Page) -> None:
        """Put the way to the next month into the footer of ``page``."""
        button = push_button(_("Next month…"), self._context.theme, "quiet")
        button.setToolTip(_("Sort a newer file into these groups"))
        button.clicked.connect(self._commands.choose_newer_files)
        page.footer_extras.addWidget(button)
        self._buttons.append(button)
        self._show_document(self._session.document)

    @Slot(object)
    def sort(self, paths: tuple[Path, ...]) -> None:
        """Sort newer files into the groups of the document."""
        self._paths, self._renamed = paths, ()
        self._follow()

    def answer(self, key: str) -> None:
        """Do what the user answered, if it was asked here."""
        if key == SORT:
            self._follow()
        elif key == FIND:
            self._session.take_offered()
        elif key == TAKE:
            self._follow()

    def question_about(self, error: AppError) -> Message | None:
        """Ask whether columns have other names now; ``None`` where that explains nothing."""
        if not isinstance(error, ColumnsRenamed):
            return None
        proposed = cast("tuple[tuple[str, str], ...]", error.details["proposed"])
        missing = cast("tuple[str, ...]", error.details["columns"])
        if len(proposed) < len(missing):
            return None
        self._renamed = proposed
        pairs = [_("“{new}” for “{old}”").format(new=new, old=old) for new, old in proposed]
        words = ngettext("{columns}: take it?", "{columns}: take them?", len(pairs))
        take = ngettext("Take it", "Take them", len(pairs))
        text = words.format(columns=", ".join(pairs))
        return Message("info", text, ((LEAVE, _("Leave it")), (TAKE, take)))

    def _follow(self) -> None:
        from desktop_app.report.moved import names_of_groups

        names = names_of_groups(self._session.document, self._context.formats)
        self._session.follow(self._paths, names, self._renamed)

    @Slot(object)
    def _show_document(self, document: Document) -> None:
        can_follow = document.is_complete and document.plan.grouping is not Grouping.CLASSIC
        for button in self._buttons:
            button.setVisible(can_follow)

    @Slot(object)
    def _on_following_offered(self, newer: Document) -> None:
        self._paths, self._renamed = newer.plan.files, ()
        k = self._session.document.k or 0
        words = ngettext(
            "Sort {file} into your {k} group, or find new groups in it?",
            "Sort {file} into your {k} groups, or find new groups in it?",
            k,
        )
        text = words.format(file=newer.plan.files[0].name, k=k)
        actions = ((FIND, _("Find new groups")), (SORT, _("Sort into my groups")))
        self.asked.emit(Message("info", text, actions))
