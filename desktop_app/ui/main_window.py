"""The one window: menu, step rail and pages. It routes; pages show and ask."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from desktop_app.core.segmenting.choices import Grouping
from desktop_app.document.suffix import SUFFIX
from desktop_app.i18n import _
from desktop_app.paths import pasted_tables_dir
from desktop_app.services.jobs import COPYING, KEEPING
from desktop_app.services.pasted_tables import PastedTables
from desktop_app.services.settings import Settings
from desktop_app.ui.commands import Commands
from desktop_app.ui.following import Following
from desktop_app.ui.menus import fill_menu_bar
from desktop_app.ui.pages.choosing import build_page
from desktop_app.ui.pages.context import PageContext
from desktop_app.ui.pages.file_page import FilePage
from desktop_app.ui.pasting import Pasting
from desktop_app.ui.saving import Saving
from desktop_app.ui.steps import MOVED, NEEDED_RESULT, rail_steps, step_beside, step_keys
from desktop_app.ui.widgets.drop_overlay import DropOverlay
from desktop_app.ui.widgets.file_drop import FileDrop
from desktop_app.ui.widgets.focus_ring import FocusRing
from desktop_app.ui.widgets.message_bar import Message
from desktop_app.ui.widgets.step_rail import StepRail

if TYPE_CHECKING:
    from desktop_app.core.errors import AppError
    from desktop_app.document.document import Document
    from desktop_app.services.recent_files import RecentFiles
    from desktop_app.ui.pages.choosing import StepPage

START_SIZE = (1100, 700)
CUSTOMERS = "customers"  # what the rows of a file can be said to be
PATIENCE_MS = 300  # shorter work shows no progress at all


class MainWindow(QMainWindow):
    """Shows one page at a time for the session's document.

    Signals: ``settings_changed(Settings)``; ``shown()`` when the window first appeared; and
    ``forgetting_requested()``, all that is kept of the user's files.
    """

    settings_changed = Signal(object)
    shown = Signal()
    forgetting_requested = Signal()

    def __init__(
        self,
        context: PageContext,
        settings: Settings,
        recent: RecentFiles,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._session, self._theme = context, context.session, context.theme
        self._recent = recent
        self._pages: dict[str, StepPage] = {}
        self._current = "file"
        self._is_leaving, self._is_closing = False, False
        self._is_remembered = True
        self._last_progress: tuple[int, str] = (0, "")
        self._commands = Commands(self, context.session, context.theme, settings)
        tables = PastedTables(pasted_tables_dir())
        self._pasting = Pasting(self, context, tables)
        self._following = Following(self, context, self._commands)
        self._saving = Saving(self, context)
        self._build()
        self._connect()
        self._restore(settings)
        self._show_document(self._session.document)

    @property
    def current_step(self) -> str:
        """The key of the step that is shown."""
        return self._current

    def page(self, key: str) -> StepPage:
        """Give the page of a step; it is built when it is first asked for."""
        if key not in self._pages:
            page = build_page(key, self._context)
            self._add_page(key, page)
            if key != "share":
                page.main_requested.connect(self._on_next_requested)
        return self._pages[key]

    @Slot(object)
    def open_files(self, paths: tuple[Path, ...]) -> None:
        """Read ``paths`` and go on to their groups; a project among them is opened by itself."""
        self._saving.leave(partial(self._open_files, paths))

    def _open_files(self, paths: tuple[Path, ...]) -> None:
        project = next((path for path in paths if path.suffix.lower() == SUFFIX), None)
        if project is None:
            self._session.open_files(paths)
        else:
            self._session.open_project(project)

    @Slot(str)
    def show_step(self, key: str) -> None:
        """Go to a step; without a file there is only the first one."""
        if key != "file" and self._session.document.is_empty:
            words = _("Choose a file first, or try a sample shop.")
            self._file_page.message_bar.show_message(Message("info", words))
            key = "file"
        if key not in step_keys(self._session.document):
            words = _("Sort a newer file into these groups to see who moved.")
            self._tell(Message("info", words))
            return
        self._current = key
        self._stack.setCurrentWidget(self.page(key))
        self._show_document(self._session.document)

    def _build(self) -> None:
        self.setMinimumSize(640, 480)
        self.setAcceptDrops(True)
        self._rail = StepRail(self._theme)
        self._sheet = QFrame()
        self._sheet.setProperty("role", "sheet")
        self._stack = QStackedWidget()
        inside = QHBoxLayout(self._sheet)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._stack)
        centre = QWidget()
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 8, 8)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(self._sheet, 1)
        self.setCentralWidget(centre)
        self._file_page = FilePage(self._context)
        self._add_page("file", self._file_page)
        self._overlay = DropOverlay(self._theme, self._sheet)
        self._focus_ring = FocusRing(self._theme, self)
        self._drop = FileDrop(self)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        fill_menu_bar(self.menuBar(), self._commands.actions, self.show_step)

    def _connect(self) -> None:
        session, commands = self._session, self._commands
        session.document_changed.connect(self._show_document)
        session.working_changed.connect(self._on_working_changed)
        session.progressed.connect(self._on_progressed)
        session.opened.connect(self._on_opened)
        session.opening_failed.connect(self._on_opening_failed)
        self._context.runner.busy_changed.connect(self._on_busy_changed)
        commands.files_chosen.connect(self.open_files)
        commands.saving_requested.connect(self._saving.save)
        commands.saving_as_requested.connect(self._saving.save_as)
        commands.copy_requested.connect(self._saving.save_copy)
        commands.lists_requested.connect(self._on_lists_requested)
        self._saving.told.connect(self._tell)
        self._saving.saved.connect(self._on_saved)
        commands.forgetting_requested.connect(self._on_forgetting_requested)
        commands.settings_changed.connect(self.settings_changed)
        commands.pasting_requested.connect(self._pasting.paste)
        self._pasting.offered.connect(self._file_page.show_copied_table)
        self._pasting.files_ready.connect(self.open_files)
        self._pasting.refused.connect(self._on_pasting_refused)
        self._following.asked.connect(self._tell)
        self._patience.timeout.connect(self._show_progress)
        self._rail.step_chosen.connect(self.show_step)
        self._drop.hovered.connect(self._on_file_hovered)
        self._drop.dropped.connect(self.open_files)
        self._file_page.files_requested.connect(commands.choose_files)
        self._file_page.more_files_requested.connect(commands.choose_more_files)
        self._file_page.paths_chosen.connect(self.open_files)
        self._file_page.paste_requested.connect(self._pasting.paste)
        QShortcut(QKeySequence("F6"), self).activated.connect(self._focus_next_pane)

    def _add_page(self, key: str, page: StepPage) -> None:
        self._pages[key] = page
        self._stack.addWidget(page)
        page.cancel_requested.connect(self._session.cancel)
        page.back_requested.connect(self._on_back_requested)
        page.step_requested.connect(self.show_step)
        page.message_bar.action_chosen.connect(self._on_message_action)
        if key in ("groups", "share"):
            self._following.add_button(page)

    def _restore(self, settings: Settings) -> None:
        self.resize(*START_SIZE)
        if settings.window_geometry:
            self.restoreGeometry(QByteArray.fromHex(settings.window_geometry.encode()))
        self._file_page.show_recent(self._recent.load())

    @Slot(object)
    def _show_document(self, document: Document) -> None:
        if self._current not in step_keys(document):
            self.show_step("groups")  # new groups were made: nobody moved between them
            return
        page = self._pages[self._current]
        has_result = self._has_result(document)
        is_working = self._session.is_working
        steps = rail_steps(document, self._current, self._context.formats, is_working=is_working)
        self._rail.show_steps(steps)
        if has_result:
            page.hide_progress()
            page.show_document(document)
        elif not self._session.is_working:
            page.show_nothing()
        self._show_state(document, page, has_result)
        self._remember(document)

    def _has_result(self, document: Document) -> bool:
        needed = NEEDED_RESULT.get(self._current)
        return needed is None or getattr(document, needed) is not None

    def _show_state(self, document: Document, page: StepPage, has_result: bool) -> None:
        """Say on ``page`` what stopped the street, or that a result waits to be made."""
        if document.problem is not None:
            from desktop_app.wording.errors import sentence_for

            way_out = ("facts", _("Choose facts"))
            if document.customers is None and self._session.undo_label is not None:
                way_out = ("undo", _("Undo"))  # another way to read the file led here
            actions = (way_out, ("open", _("Open another file…")))
            words = sentence_for(document.problem)
            page.message_bar.show_message(Message("amber", words, actions))
        elif not has_result and not self._session.is_working:
            words, go_on = _("You stopped before the groups were found."), _("Find the groups")
            page.message_bar.show_message(Message("amber", words, (("go_on", go_on),)))
        else:
            page.message_bar.clear_if("amber")

    @Slot()
    def _show_progress(self) -> None:
        """Put the progress where the awaited result will stand; what is there already stays."""
        is_awaited = not self._has_result(self._session.document) or self._session.is_opening
        if not self._session.is_working or not is_awaited:
            return
        from desktop_app.wording.stages import stage_words

        percent, stage = self._last_progress
        words = stage_words(stage) if stage else _("Starting")
        self._pages[self._current].show_progress(percent, words)

    def _remember(self, document: Document) -> None:
        """Put a newly opened file on the list of recent ones, once its groups are known."""
        if self._is_remembered or not document.is_complete:
            return
        assert document.segmentation is not None
        assert document.customers is not None
        self._is_remembered = True
        n_customers, sizes = document.customers.n_customers, document.segmentation.sizes
        project = self._session.keeping.path
        file, *more = (project,) if project else document.plan.files
        entries = self._recent.remember(file, date.today(), n_customers, sizes, (*more,))
        self._file_page.show_recent(entries)

    @Slot(bool)
    def _on_working_changed(self, is_working: bool) -> None:
        if is_working:
            self._last_progress = (0, "")
            self._patience.start()
            return
        self._patience.stop()
        for page in self._pages.values():
            page.hide_progress()
        self._show_document(self._session.document)

    @Slot(int, str)
    def _on_progressed(self, percent: int, stage: str) -> None:
        self._last_progress = (percent, stage)
        if not self._patience.isActive():
            self._show_progress()

    @Slot(object)
    def _on_opened(self, document: Document) -> None:
        self._is_remembered = False
        for page in self._pages.values():
            page.message_bar.clear()
            page.show_top()
        is_followed = document.plan.grouping is Grouping.FOLLOWED
        self.show_step(MOVED if is_followed else "groups")

    @Slot(object)
    def _tell(self, message: Message) -> None:
        self._pages[self._current].message_bar.show_message(message)

    @Slot(object)
    def _on_opening_failed(self, error: AppError) -> None:
        from desktop_app.wording.errors import sentence_for

        ways = self._saving.ways_on(error) or _ways_on(error)
        stop = Message("stop", sentence_for(error), ways)
        self._tell(self._following.question_about(error) or stop)

    @Slot(str)
    def _on_pasting_refused(self, words: str) -> None:
        self._tell(Message("info", words))

    @Slot(bool)
    def _on_busy_changed(self, is_busy: bool) -> None:
        if self._is_closing and not is_busy:
            self.close()

    @Slot(object)
    def _on_file_hovered(self, name: str | None) -> None:
        if self._current == "file" and self._session.document.is_empty:
            self._file_page.show_hover(name)
        else:
            self._overlay.show_hover(name)

    @Slot(str)
    def _on_message_action(self, key: str) -> None:
        if key == "go_on":
            self._session.resume()
        elif key == "undo":
            self._session.undo()
        elif key in ("file", "check", "facts"):
            self.show_step(key)
        elif key == "why":
            self.show_step("how_many")
        elif key == CUSTOMERS:
            self._session.open_as(CUSTOMERS)
        elif key == "open":
            self._commands.choose_files()
        elif key in ("save_as", "save_before"):
            self._saving.answer(key)
        else:
            self._following.answer(key)

    @Slot()
    def _on_back_requested(self) -> None:
        self.show_step(step_beside(self._current, -1))

    @Slot()
    def _on_next_requested(self) -> None:
        self.show_step(step_beside(self._current, 1))

    @Slot(object)
    def _on_saved(self, _path: Path) -> None:
        self._is_remembered = False
        self._remember(self._session.document)

    @Slot()
    def _on_lists_requested(self) -> None:
        self.show_step("share")
        self.page("share").main_button.click()

    @Slot()
    def _on_forgetting_requested(self) -> None:
        self._recent.forget_all()
        self._pasting.forget_all()
        self._file_page.show_recent(())
        self.forgetting_requested.emit()

    @Slot()
    def _focus_next_pane(self) -> None:
        """Move between the rail and the page."""
        focused = self.focusWidget()
        is_in_rail = focused is not None and self._rail.isAncestorOf(focused)
        if is_in_rail:
            self._pages[self._current].focus_body()
        else:
            self._rail.setFocus(Qt.FocusReason.TabFocusReason)
            self._rail.focusNextChild()

    def _leave(self) -> None:
        self._is_leaving = True
        self.close()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self.shown.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._is_leaving and self._session.keeping.is_changed:
            event.ignore()
            self._saving.leave(self._leave)
            return
        geometry = bytes(self.saveGeometry().toHex().data()).decode()
        self._commands.change_settings(window_geometry=geometry)
        if self._context.runner.is_awaited:
            self._is_closing = True
            self._context.runner.cancel_all("save", KEEPING, COPYING)  # seconds, and asked for
            self.setEnabled(False)
            event.ignore()
            return
        super().closeEvent(event)


def _ways_on(error: AppError) -> tuple[tuple[str, str], ...]:
    """Give what can be done about a file of orders that cannot be added up per customer."""
    if error.code not in ("customers_unknown", "buyers_not_in_export"):
        return ()
    return (CUSTOMERS, _("Each row is one customer")), ("open", _("Open another file…"))
