"""Saving the open project, and asking before work that is in no file would be lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMainWindow

from desktop_app.document.suffix import SUFFIX
from desktop_app.i18n import _
from desktop_app.services.folders import folder_beside
from desktop_app.ui.dialogs.unsaved import UnsavedDialog
from desktop_app.ui.widgets.message_bar import Message

if TYPE_CHECKING:
    from desktop_app.core.errors import AppError
    from desktop_app.ui.pages.context import PageContext


class Saving(QObject):
    """Saves what ``window`` shows, and says so in its title.

    Signals: ``told(Message)`` with the news of it; ``saved(Path)``.
    """

    told = Signal(object)
    saved = Signal(object)

    def __init__(self, window: QMainWindow, context: PageContext) -> None:
        super().__init__(window)
        self._window, self._context = window, context
        self._session, self._keeping = context.session, context.session.keeping
        self._go_on: Callable[[], object] | None = None
        self._backup: Path | None = None
        self._keeping.changed.connect(self._show_title)
        self._keeping.saved.connect(self._on_saved)
        self._keeping.copied.connect(self._on_copied)
        self._keeping.saving_failed.connect(self._on_saving_failed)
        self._show_title()

    @property
    def name(self) -> str:
        """What the open work is called; ``""`` when there is none."""
        if self._keeping.path is not None:
            return self._keeping.path.stem
        files = self._session.document.plan.files
        return files[0].stem if files else ""

    @Slot()
    def save(self) -> None:
        """Save where it was saved before, else ask where."""
        if self._keeping.path is None:
            self.save_as()
        elif self._keeping.can_save:
            self._keeping.save(self._keeping.path)

    @Slot()
    def save_as(self) -> None:
        """Ask where to save, and save there."""
        if not self._keeping.can_save:
            return
        chosen = self._ask_where(_("Where should the project be saved?"), self.name)
        if chosen is not None:
            self._keeping.save(chosen)
        else:
            self._go_on = None  # who does not say where to save stays

    @Slot()
    def save_copy(self) -> None:
        """Ask where to save a copy that can be given away, and save it."""
        name = _("{name} without names").format(name=self.name)
        chosen = self._ask_where(_("Where should the copy be saved?"), name)
        if chosen is not None:
            self._keeping.save_copy(chosen)

    def _ask_where(self, title: str, name: str) -> Path | None:
        kinds = f"{_('Projects')} (*{SUFFIX})"
        start = str(self._folder() / f"{name}{SUFFIX}")
        chosen, _kind = QFileDialog.getSaveFileName(self._window, title, start, kinds)
        return _with_suffix(Path(chosen)) if chosen else None

    def leave(self, go_on: Callable[[], object]) -> None:
        """Do what leaves the open work, ``go_on``; if that would lose something, ask before."""
        if not self._keeping.is_changed:
            go_on()
            return
        is_asked, self._go_on = self._go_on is not None, go_on
        if not is_asked and not self._keeping.is_saving:
            dialog = UnsavedDialog(self.name, self._context.theme, self._window)
            dialog.answered.connect(self._on_answered)
            dialog.open()

    def ways_on(self, error: AppError) -> tuple[tuple[str, str], ...]:
        """Give what can be done about a project that cannot be opened, as answers to a message."""
        backup = error.details.get("backup")
        self._backup = backup if isinstance(backup, Path) else None
        return (("save_before", _("Open the save before")),) if self._backup else ()

    def answer(self, key: str) -> None:
        """Do what the answer ``key`` to a message of ours says."""
        if key == "save_as":
            self.save_as()
        elif key == "save_before" and self._backup is not None:
            self._session.open_project(self._backup)

    def _folder(self) -> Path:
        """Give where the project is, else its list."""
        return folder_beside(self._keeping.path or self._session.document.plan.files[0])

    def _leave_now(self) -> None:
        go_on, self._go_on = self._go_on, None
        if go_on is not None:
            go_on()

    @Slot()
    def _show_title(self) -> None:
        name = self.name.replace("[*]", "[*][*]")  # Qt's mark for changes is shown by two of it
        self._window.setWindowTitle(f"{name}[*] – Clientele" if name else "Clientele")
        self._window.setWindowModified(bool(name) and self._keeping.is_changed)

    @Slot(str)
    def _on_answered(self, way: str) -> None:
        if way == "save":
            self.save()
        elif way == "leave":
            self._leave_now()
        else:
            self._go_on = None

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self.saved.emit(path)
        words = _("Saved as “{file}”.").format(file=path.name)
        self.told.emit(Message("good", words, is_passing=True))
        self._leave_now()

    @Slot(object)
    def _on_copied(self, path: Path) -> None:
        words = _("Saved as “{file}”, without what names or reaches a person.")
        self.told.emit(Message("good", words.format(file=path.name)))

    @Slot(object)
    def _on_saving_failed(self, error: AppError) -> None:
        from desktop_app.wording.errors import sentence_for

        self._go_on = None
        ways = (("save_as", _("Save somewhere else")),)
        self.told.emit(Message("stop", sentence_for(error), ways))


def _with_suffix(path: Path) -> Path:
    return path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)
