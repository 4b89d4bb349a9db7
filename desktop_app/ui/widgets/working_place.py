"""The place of something that takes a moment: progress and Cancel stand there until it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.widgets.progress_card import ProgressCard

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.services.jobs import JobRunner
    from desktop_app.ui.theme import Theme

PATIENCE_MS = 300  # what is done sooner shows no progress: it would only flicker


class WorkingPlace(QWidget):
    """Runs the jobs of one channel and shows their progress where their result will stand.

    Signals: ``finished(result)``; ``failed(error)``; ``cancelled`` when the user wants out.
    """

    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(
        self,
        theme: Theme,
        runner: JobRunner,
        channel: str,
        content: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner, self._channel, self._content = runner, channel, content
        self._words = ""
        self._card = ProgressCard(theme)
        self._card.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE_MS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        column.addWidget(content, 1)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._card.cancelled.connect(self._on_card_cancelled)

    @property
    def is_working(self) -> bool:
        """A job is on its way."""
        return self._runner.is_running(self._channel)

    @property
    def is_progress_shown(self) -> bool:
        """The progress stands in the place of the content."""
        return not self._card.isHidden()

    def run(self, words: str, step: Callable[..., object], *args: object) -> None:
        """Run ``step(*args, progress=...)``; ``words`` say what is being done."""
        self._words = words
        self._timer.start()
        self._runner.start(
            self._channel,
            step,
            *args,
            on_done=self._on_job_done,
            on_error=self._on_job_failed,
        )

    def stop(self) -> None:
        """Forget about the job, if there is one."""
        self._runner.cancel(self._channel)
        self._show_content()

    def _show_content(self) -> None:
        self._timer.stop()
        self._card.hide()
        self._content.show()

    @Slot()
    def _on_timer_timeout(self) -> None:
        self._card.show_progress(None, self._words)
        self._card.show()
        self._content.hide()

    @Slot(object)
    def _on_job_done(self, result: object) -> None:
        self._show_content()
        self.finished.emit(result)

    @Slot(object)
    def _on_job_failed(self, error: object) -> None:
        self._show_content()
        self.failed.emit(error)

    @Slot()
    def _on_card_cancelled(self) -> None:
        self.stop()
        self.cancelled.emit()
