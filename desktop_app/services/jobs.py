"""The one way to leave the GUI thread: a job runs a step of the core and brings its result back.

Knows no widget and no document. Every signal is emitted on the GUI thread; a cancelled or
superseded job delivers nothing but ``finished``.
"""

import threading
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import cast

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from desktop_app.core.progress import Cancelled

BEHIND = "behind"
"""The channel of what fills in behind an answer: a worker of its own, and nobody waits for it."""
KEEPING, COPYING, RECOVERY = "keeping", "copying", "recovery"
"""The channels of what keeps the work: a worker of their own, so that no computing holds it up."""
_UNAWAITED = (BEHIND, RECOVERY)


class JobProgress:
    """What a running step sees: posts whole percents, and raises ``Cancelled`` when told to stop."""

    def __init__(self, post: Callable[[str, object], None]) -> None:
        self._post = post
        self._stop = threading.Event()
        self._last: tuple[int, str] | None = None

    def report(self, fraction: float, stage: str) -> None:
        """Post the whole percent if it, or the stage, changed."""
        news = (int(100 * min(max(fraction, 0.0), 1.0)), stage)
        if news != self._last:
            self._last = news
            self._post("progressed", news)

    def checkpoint(self) -> None:
        """Raise ``Cancelled`` once ``cancel`` was called."""
        if self._stop.is_set():
            raise Cancelled

    def cancel(self) -> None:
        """Let the next checkpoint raise; safe from any thread."""
        self._stop.set()


class Job(QObject):
    """One run of one step.

    Signals: ``progressed(percent, stage)``, ``succeeded(result)``, ``failed(exception)``, and
    ``finished(job)`` exactly once, last.
    """

    progressed = Signal(int, str)
    succeeded = Signal(object)
    failed = Signal(object)
    finished = Signal(object)
    _posted = Signal(str, object)

    def __init__(self, channel: str, parent: QObject) -> None:
        super().__init__(parent)
        self.channel = channel
        self.progress = JobProgress(self._posted.emit)
        self._is_muted = False
        self._posted.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Deliver nothing any more and ask the step to stop."""
        self._is_muted = True
        self.progress.cancel()

    def run(self, step: Callable[..., object], args: tuple[object, ...]) -> None:
        """Run the step on the worker thread and post its outcome."""
        try:
            self.progress.checkpoint()
            outcome: tuple[str, object] = ("succeeded", step(*args, progress=self.progress))
        except Cancelled:
            outcome = ("cancelled", None)
        except Exception as error:  # carried to the GUI thread, worded there
            outcome = ("failed", error)
        self._posted.emit(*outcome)

    @Slot(str, object)
    def _deliver(self, kind: str, payload: object) -> None:
        assert QThread.currentThread() is self.thread()
        if not self._is_muted:
            if kind == "progressed":
                percent, stage = cast("tuple[int, str]", payload)
                self.progressed.emit(percent, stage)
            elif kind == "succeeded":
                self.succeeded.emit(payload)
            elif kind == "failed":
                self.failed.emit(payload)
        if kind != "progressed":
            self.finished.emit(self)


class JobRunner(QObject):
    """Runs jobs on one worker thread; a new job of a channel supersedes the older one.

    What fills in behind and what keeps the work have workers of their own, so that no answer waits
    for them, nor they for it; an ``executor`` that is given serves all.

    Signals: ``busy_changed(bool)`` when the first job starts and the last one ends.
    """

    busy_changed = Signal(bool)

    def __init__(self, executor: Executor | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = executor or ThreadPoolExecutor(1, thread_name_prefix="clientele-job")
        self._behind = executor or ThreadPoolExecutor(1, thread_name_prefix="clientele-behind")
        self._keeper = executor or ThreadPoolExecutor(1, thread_name_prefix="clientele-keeper")
        self._own_worker = dict.fromkeys((KEEPING, COPYING, RECOVERY), self._keeper)
        self._own_worker[BEHIND] = self._behind
        self._jobs: set[Job] = set()
        self._latest: dict[str, Job] = {}

    @property
    def busy(self) -> bool:
        """Some job is queued or running."""
        return bool(self._jobs)

    @property
    def is_awaited(self) -> bool:
        """Some job is queued or running that somebody waits for."""
        return any(job.channel not in _UNAWAITED for job in self._jobs)

    def is_running(self, channel: str) -> bool:
        """The channel has a job that was not cancelled."""
        return channel in self._latest

    def start(
        self,
        channel: str,
        step: Callable[..., object],
        *args: object,
        on_done: Callable[..., None] | None = None,
        on_error: Callable[..., None] | None = None,
        on_progress: Callable[..., None] | None = None,
    ) -> Job:
        """Run ``step(*args, progress=...)`` on the worker; slots are called on the GUI thread."""
        self.cancel(channel)
        job = self._latest[channel] = Job(channel, self)
        for signal, slot in (
            (job.succeeded, on_done),
            (job.failed, on_error),
            (job.progressed, on_progress),
        ):
            if slot is not None:
                signal.connect(slot)
        job.finished.connect(self._forget)
        self._jobs.add(job)
        if len(self._jobs) == 1:
            self.busy_changed.emit(True)
        worker = self._own_worker.get(channel, self._executor)
        worker.submit(job.run, step, args)
        return job

    def cancel(self, channel: str) -> None:
        """Stop the job of ``channel``, if there is one; its result will never arrive."""
        job = self._latest.pop(channel, None)
        if job is not None:
            job.cancel()

    def cancel_all(self, *but: str) -> None:
        """Stop every job, except those of the channels ``but``."""
        for channel in tuple(self._latest):
            if channel not in but:
                self.cancel(channel)

    def shutdown(self) -> None:
        """Stop every job and wait until the workers are idle."""
        self.cancel_all()
        for worker in (self._executor, self._behind, self._keeper):
            # A job still in the queue runs into its first checkpoint, and so says that it ended.
            worker.shutdown(wait=True)

    @Slot(object)
    def _forget(self, job: Job) -> None:
        self._jobs.discard(job)
        if self._latest.get(job.channel) is job:
            del self._latest[job.channel]
        job.deleteLater()
        if not self._jobs:
            self.busy_changed.emit(False)
