"""The open document, and the walk that fills it in behind the user's back.

Pages redraw from ``document`` and keep no copy of the truth. The session takes the street's steps
one by one as jobs, so that each result is shown as soon as it exists.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.core.errors import AppError
from desktop_app.core.progress import PartOfProgress
from desktop_app.document.document import Document
from desktop_app.document.history import History
from desktop_app.document.plan import Plan
from desktop_app.services.behind import Behind
from desktop_app.services.keeping import FROM_LIST, Arrival, Keeping

if TYPE_CHECKING:
    from desktop_app.core.progress import Progress
    from desktop_app.document.recovery import KeptWork
    from desktop_app.services.behind import Filling
    from desktop_app.services.jobs import JobRunner


class Session(QObject):
    """Holds the history, applies plans, and keeps the document complete.

    Signals: ``document_changed(Document)``; ``history_changed()``; ``working_changed(bool)``;
    ``progressed(percent, stage)``; ``opened(Document)`` after a file was taken over;
    ``opening_failed(AppError)``, the document before is still there; ``crashed(Exception)`` for
    our own mistakes; ``following_offered(Document)`` when the file that was read could be sorted
    into the groups that are there: ``follow`` or ``take_offered``. ``region`` is the
    locale whose habits decide where a file does not, ``today`` gives the day that files are of.
    ``behind`` fills in what a complete document can do without, if ``fills_behind``; ``keeping``
    knows where the document is saved.
    """

    document_changed = Signal(object)
    history_changed = Signal()
    working_changed = Signal(bool)
    progressed = Signal(int, str)
    opened = Signal(object)
    opening_failed = Signal(object)
    following_offered = Signal(object)
    crashed = Signal(object)

    def __init__(
        self,
        runner: JobRunner,
        region: str = "",
        parent: QObject | None = None,
        *,
        fills_behind: bool = False,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self._fills_behind = fills_behind
        self.behind = Behind(runner, self)
        self.behind.filled.connect(self._on_filled_behind)
        self.behind.crashed.connect(self.crashed)
        self.keeping = Keeping(self, runner)
        self.keeping.crashed.connect(self.crashed)
        self._runner, self._region = runner, region
        self._history = History()
        self._is_working = False
        self._is_opening = False
        self._is_paused = False
        self._asked = Plan()
        self._today = today
        self._may_offer = False
        self._offered: Document | None = None
        self._arriving = FROM_LIST

    @property
    def document(self) -> Document:
        """The document as it is now."""
        return self._history.present

    @property
    def is_working(self) -> bool:
        """A file is being opened or a result is being computed."""
        return self._is_working

    @property
    def is_opening(self) -> bool:
        """A file is being opened; the document is still the one before."""
        return self._is_opening

    @property
    def undo_label(self) -> str | None:
        """What undo would take back."""
        return self._history.undo_label

    @property
    def redo_label(self) -> str | None:
        """What redo would make again."""
        return self._history.redo_label

    def open_files(self, paths: tuple[Path, ...]) -> None:
        """Read ``paths``; the document changes only once they were read and understood.

        If they could be a later time of the customers that are there, it is asked first.
        """
        day = self._today().isoformat()
        self.open_plan(Plan(files=paths, region=self._region, day=day))
        self._may_offer = True

    def follow(
        self,
        paths: tuple[Path, ...],
        names: Mapping[str, str],
        renamed: tuple[tuple[str, str], ...] = (),
    ) -> None:
        """Sort newer ``paths`` into the groups of the document, called ``names`` by letter."""
        day = self._today().isoformat()
        step = partial(_follow, paths=paths, day=day, names=names, renamed=renamed)
        newer = Arrival(self.keeping.path, is_kept=False)
        self._begin_opening(step, self.document, self._on_opened, newer)

    def open_kept(self, work: KeptWork) -> None:
        """Open work that was kept aside; it is saved nowhere else."""
        arrival = Arrival(work.project, is_kept=False)
        self._begin_opening(_open_kept, work, self._on_opened, arrival)

    def take_offered(self) -> None:
        """Take over the file that could be followed, with groups of its own."""
        if self._offered is not None:
            self._take_over(self._offered)

    def make_new_groups(self, names: Mapping[str, str], label: str, k: int | None = None) -> None:
        """Find new groups in a followed document; where they match they keep their ``names``."""
        step = partial(_group_anew, names=names, k=k)
        self._begin_opening(step, self.document, partial(self._on_made_anew, label))

    def add_files(self, paths: tuple[Path, ...]) -> None:
        """Open the files of the document anew, together with ``paths``; every choice stays."""
        plan = self.document.plan
        self.open_plan(replace(plan, files=tuple(dict.fromkeys((*plan.files, *paths)))))

    def open_plan(self, plan: Plan) -> None:
        """Open what ``plan`` names; nothing is lost if that does not work."""
        self._asked = plan
        self._begin_opening(_open, Document(plan=plan), self._on_opened)

    def open_project(self, path: Path) -> None:
        """Open a saved project; nothing is lost if that does not work."""
        arrival = Arrival.of_project(path)
        self._begin_opening(_open_project, path, self._on_opened, arrival)

    def open_as(self, table: str) -> None:
        """Open what was asked for last, its rows said to be ``customers`` or ``orders``."""
        self.open_plan(replace(self._asked, customers=replace(self._asked.customers, table=table)))

    def apply(self, plan: Plan, label: str) -> None:
        """Make a choice: one entry in the history, and the results that depend on it anew."""
        if plan == self.document.plan:
            return
        self._show(self._history.then(self.document.with_plan(plan), label))

    def undo(self) -> None:
        """Take the last choice back."""
        if self._history.past:
            self._show(self._history.undone())

    def redo(self) -> None:
        """Make the last undone choice again."""
        if self._history.future:
            self._show(self._history.redone())

    def cancel(self) -> None:
        """Stop what is running and leave everything as it was before it was asked for."""
        was_opening, self._is_opening = self._is_opening, False
        self._runner.cancel("open")
        self._runner.cancel("street")
        self._is_paused = True
        if not was_opening and self._history.past and not self.document.is_complete:
            self._history = self._history.undone()
        self._follow()
        self._announce()
        if self.document.is_complete or self.document.is_empty:
            self._is_paused = False

    def resume(self) -> None:
        """Go on with what was cancelled."""
        self._is_paused = False
        self._advance()

    def _show(self, history: History) -> None:
        self._history = history
        self._is_paused = False
        self._runner.cancel("street")
        # Whoever hears of the document must find that its missing results are on their way.
        self._advance()
        self._announce()

    def _announce(self) -> None:
        self.document_changed.emit(self.document)
        self.history_changed.emit()
        self._set_working(self._is_opening or self._runner.is_running("street"))

    def _follow(self) -> None:
        if self._fills_behind:
            self.behind.follow(self.document)

    def _advance(self) -> None:
        self._follow()
        document = self.document
        is_stopped = self._is_paused or document.problem is not None or document.is_empty
        if is_stopped or document.is_complete:
            self._set_working(self._is_opening)
            return
        self._start("street", _take_step, document, self._on_step_taken, self._on_step_failed)

    def _begin_opening(
        self,
        step: Callable[..., object],
        what: object,
        on_done: Callable[..., None],
        arrival: Arrival = FROM_LIST,
    ) -> None:
        self._runner.cancel("street")
        self._is_opening = True
        self._arriving = arrival
        self._may_offer, self._offered = False, None
        self._start("open", step, what, on_done, self._on_opening_failed)

    def _start(
        self,
        channel: str,
        step: Callable[..., object],
        what: object,
        on_done: Callable[..., None],
        on_error: Callable[..., None],
    ) -> None:
        self._runner.start(
            channel,
            step,
            what,
            on_done=on_done,
            on_error=on_error,
            on_progress=self._on_progressed,
        )
        self._set_working(True)

    def _set_working(self, is_working: bool) -> None:
        if is_working != self._is_working:
            self._is_working = is_working
            self.working_changed.emit(is_working)

    @Slot(int, str)
    def _on_progressed(self, percent: int, stage: str) -> None:
        self.progressed.emit(percent, stage)

    @Slot(object)
    def _on_opened(self, document: Document) -> None:
        self._is_opening = False
        if self._may_offer and _can_follow(self.document, document):
            self._offered = document
            self._advance()
            self.following_offered.emit(document)
            return
        self._take_over(document)

    def _on_made_anew(self, label: str, document: Document) -> None:
        self._is_opening = False
        self._show(self._history.then(document, label))

    def _take_over(self, document: Document) -> None:
        self._offered = None
        self._history = History(present=document)
        self._is_paused = False
        self.keeping.arrive(self._arriving)
        self.opened.emit(document)
        self.document_changed.emit(document)
        self.history_changed.emit()
        self._advance()

    @Slot(object)
    def _on_opening_failed(self, error: Exception) -> None:
        self._is_opening = False
        self._set_working(False)
        if isinstance(error, AppError):
            self.opening_failed.emit(error)
        else:
            self.crashed.emit(error)
        self._advance()

    @Slot(object)
    def _on_step_taken(self, document: Document) -> None:
        if document.plan is not self.document.plan:
            return
        self._history = self._history.filled(document)
        self.document_changed.emit(document)
        self._advance()

    @Slot(object)
    def _on_filled_behind(self, filling: Filling) -> None:
        self._history = self._history.filled_behind(filling.name, filling.basis, filling.result)
        self._follow()
        self.document_changed.emit(self.document)

    @Slot(object)
    def _on_step_failed(self, error: Exception) -> None:
        self._set_working(False)
        if not isinstance(error, AppError):
            self._is_paused = True
            self.crashed.emit(error)
            return
        self._history = self._history.filled(self.document.with_result("problem", error))
        self.document_changed.emit(self.document)


def _open(document: Document, *, progress: Progress) -> Document:
    # The street pulls in the heavy libraries; they are loaded on the worker, behind the window.
    from desktop_app.document.street import walk

    return _ready_to_show(walk(document, until="customers", progress=progress))


def _can_follow(before: Document, newer: Document) -> bool:
    if not before.is_complete:
        return False
    from desktop_app.document.following import can_follow

    return can_follow(before, newer)


def _follow(
    document: Document,
    *,
    paths: tuple[Path, ...],
    day: str,
    names: Mapping[str, str],
    renamed: tuple[tuple[str, str], ...],
    progress: Progress,
) -> Document:
    from desktop_app.document.following import sort_newer

    newer = sort_newer(document, paths, day, names, renamed, progress=progress)
    return _ready_to_show(newer)


def _group_anew(
    document: Document, *, names: Mapping[str, str], k: int | None, progress: Progress
) -> Document:
    from desktop_app.document.following import group_anew

    return group_anew(document, names, k, progress=progress)


def _open_project(path: Path, *, progress: Progress) -> Document:
    from desktop_app.document.project_file import load_project

    return _reopened(load_project(path, progress=PartOfProgress(progress, 0.0, 0.3)), progress)


def _open_kept(work: KeptWork, *, progress: Progress) -> Document:
    from desktop_app.document.recovery import open_kept

    return _reopened(open_kept(work, progress=PartOfProgress(progress, 0.0, 0.3)), progress)


def _reopened(loaded: Document, progress: Progress) -> Document:
    from desktop_app.document.street import reopen

    return _ready_to_show(reopen(loaded, progress=PartOfProgress(progress, 0.3, 1.0)))


def _take_step(document: Document, *, progress: Progress) -> Document:
    from desktop_app.document.street import take_step

    return _ready_to_show(take_step(document, progress=progress))


def _ready_to_show(document: Document) -> Document:
    """Make all columns of a list here, where nobody waits in front of the window."""
    from desktop_app.core.checking.checked import TableKind

    if document.checked is not None and document.checked.kind is TableKind.CUSTOMERS:
        _ = document.checked.frame
    return document
