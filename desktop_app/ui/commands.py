"""What the menu does: open, undo, look, help. Everything that is about pages stays in the window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMainWindow

from desktop_app.core.segmenting.choices import Grouping
from desktop_app.document.suffix import SUFFIX
from desktop_app.i18n import _
from desktop_app.ui.actions import ActionId, build_actions
from desktop_app.ui.widgets.plain_words import without_mnemonic

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from desktop_app.document.document import Document
    from desktop_app.services.session import Session
    from desktop_app.services.settings import Scheme, Settings
    from desktop_app.ui.theme import Theme

_ACTION_BY_SCHEME: dict[Scheme, ActionId] = {
    "system": ActionId.FOLLOW_SYSTEM,
    "light": ActionId.LIGHT,
    "dark": ActionId.DARK,
}


_LISTS = "*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.xlsb *.ods *.gz *.zip"


def _list_kinds() -> str:
    return f"{_('Customer lists')} ({_LISTS})"


class Commands(QObject):
    """Owns the actions and the settings they change.

    Signals: ``files_chosen(tuple of Path)``; ``forgetting_requested()``; ``pasting_requested()``;
    ``saving_requested()`` and ``saving_as_requested()``, the project; ``copy_requested()``
    without personal columns; ``lists_requested()`` to be
    saved; ``settings_changed(Settings)``; ``newer_files_chosen(tuple of Path)`` to be sorted into
    the groups that are there.
    """

    files_chosen = Signal(object)
    newer_files_chosen = Signal(object)
    forgetting_requested = Signal()
    pasting_requested = Signal()
    saving_requested = Signal()
    saving_as_requested = Signal()
    copy_requested = Signal()
    lists_requested = Signal()
    settings_changed = Signal(object)

    def __init__(
        self, window: QMainWindow, session: Session, theme: Theme, settings: Settings
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._theme = window, session, theme
        self._settings = settings
        self.actions = build_actions(
            window,
            {
                ActionId.OPEN: self.choose_files,
                ActionId.FOLLOW: self.choose_newer_files,
                ActionId.FORGET_RECENT: self.forgetting_requested.emit,
                ActionId.SAVE: self.saving_requested.emit,
                ActionId.SAVE_AS: self.saving_as_requested.emit,
                ActionId.SAVE_COPY: self.copy_requested.emit,
                ActionId.SAVE_LISTS: self.lists_requested.emit,
                ActionId.QUIT: window.close,
                ActionId.UNDO: session.undo,
                ActionId.REDO: session.redo,
                ActionId.PASTE: self.pasting_requested.emit,
                ActionId.LIGHT: self._on_light_chosen,
                ActionId.DARK: self._on_dark_chosen,
                ActionId.FOLLOW_SYSTEM: self._on_system_chosen,
                ActionId.HELP: self._on_help_requested,
                ActionId.ABOUT: self._on_about_requested,
            },
        )
        self.actions[_ACTION_BY_SCHEME[settings.scheme]].setChecked(True)
        session.history_changed.connect(self._show_history)
        session.document_changed.connect(self._show_document)
        self._show_history()
        self._show_document(session.document)

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self._settings

    def change_settings(self, **changes: str) -> None:
        """Change settings and announce them."""
        self._settings = replace(self._settings, **changes)  # type: ignore[arg-type]
        self.settings_changed.emit(self._settings)

    @Slot()
    def choose_files(self) -> None:
        """Ask for files with the system's own dialog."""
        title = _("Choose your customer list, sales export or project")
        both = f"{_('Customer lists and projects')} (*{SUFFIX} {_LISTS})"
        projects = f"{_('Projects')} (*{SUFFIX})"
        if paths := self._ask_for_files(title, both, _list_kinds(), projects):
            self.files_chosen.emit(paths)

    @Slot()
    def choose_more_files(self) -> None:
        """Ask for files that are opened together with the open one."""
        if paths := self._ask_for_files(_("Choose a file of the same shop"), _list_kinds()):
            self._session.add_files(paths)

    @Slot()
    def choose_newer_files(self) -> None:
        """Ask for newer files of the same customers."""
        if paths := self._ask_for_files(_("Choose the newer file"), _list_kinds()):
            self.newer_files_chosen.emit(paths)

    def _ask_for_files(self, title: str, *kinds: str) -> tuple[Path, ...]:
        folder = self._settings.last_folder or str(Path.home())
        filters = ";;".join((*kinds, f"{_('All files')} (*)"))
        names, _kind = QFileDialog.getOpenFileNames(self._window, title, folder, filters)
        if names:
            self.change_settings(last_folder=str(Path(names[0]).parent))
        return tuple(Path(name) for name in names)

    @Slot()
    def _show_history(self) -> None:
        undo, redo = self._session.undo_label, self._session.redo_label
        self._name(self.actions[ActionId.UNDO], _("&Undo"), _("&Undo: {what}"), undo)
        self._name(self.actions[ActionId.REDO], _("&Redo"), _("&Redo: {what}"), redo)

    @Slot(object)
    def _show_document(self, document: Document) -> None:
        self.actions[ActionId.SAVE_COPY].setEnabled(document.is_complete)
        self.actions[ActionId.SAVE_LISTS].setEnabled(document.is_complete)
        self.actions[ActionId.FOLLOW].setEnabled(
            document.is_complete and document.plan.grouping is not Grouping.CLASSIC
        )
        for action_id in (ActionId.SAVE, ActionId.SAVE_AS):
            self.actions[action_id].setEnabled(document.raw is not None)

    def _name(self, action: QAction, plain: str, named: str, what: str | None) -> None:
        action.setEnabled(what is not None)
        action.setText(plain if what is None else named.format(what=without_mnemonic(what)))

    def _choose_scheme(self, scheme: Scheme) -> None:
        self._theme.set_scheme(scheme)
        self.change_settings(scheme=scheme)

    @Slot()
    def _on_light_chosen(self) -> None:
        self._choose_scheme("light")

    @Slot()
    def _on_dark_chosen(self) -> None:
        self._choose_scheme("dark")

    @Slot()
    def _on_system_chosen(self) -> None:
        self._choose_scheme("system")

    @Slot()
    def _on_help_requested(self) -> None:
        from desktop_app.ui.dialogs.help import HelpDialog

        HelpDialog(self._theme, self._window).open()

    @Slot()
    def _on_about_requested(self) -> None:
        from desktop_app.ui.dialogs.about import AboutDialog

        AboutDialog(self._theme, self._window).open()
