"""Offers, on the first page, the work that a crash left behind."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop_app.i18n import _
from desktop_app.ui.widgets.message_bar import Message

if TYPE_CHECKING:
    from desktop_app.document.recovery import KeptWork
    from desktop_app.services.recovery import Recovery
    from desktop_app.ui.main_window import MainWindow
    from desktop_app.wording.numbers import Formats

OPEN, DISCARD = "open_kept", "discard_kept"


class KeptWorkOffer(QObject):
    """Asks once the window is there; the work stays kept until it is opened or discarded."""

    def __init__(self, window: MainWindow, recovery: Recovery, formats: Formats) -> None:
        super().__init__(window)
        self._recovery, self._formats = recovery, formats
        self._bar = window.page("file").message_bar
        self._work: KeptWork | None = None
        self._bar.action_chosen.connect(self._on_action_chosen)

    @Slot()
    def show(self) -> None:
        """Offer the newest work that was left behind, if there is any."""
        self._work = self._recovery.next_work()
        if self._work is not None:
            actions = ((DISCARD, _("Discard")), (OPEN, _("Open")))
            self._bar.show_message(Message("info", self._words(self._work), actions))

    def _words(self, work: KeptWork) -> str:
        time = f"{work.kept_at:%H:%M}"
        if work.kept_at.date() == datetime.now().date():
            return _("Your work from {time} was kept.").format(time=time)
        day = self._formats.date(work.kept_at.date())
        return _("Your work from {day}, {time} was kept.").format(day=day, time=time)

    @Slot(str)
    def _on_action_chosen(self, key: str) -> None:
        if self._work is None or key not in (OPEN, DISCARD):
            return
        if key == OPEN:
            self._recovery.open(self._work)
        else:
            self._recovery.discard(self._work)
            self.show()
