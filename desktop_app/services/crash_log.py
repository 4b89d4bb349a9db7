"""Where our own mistakes are written down, without anything from the user's file.

A traceback holds file names of the program and line numbers, never values: the message of an
exception is left out because it may quote a customer.
"""

import faulthandler
import logging
import sys
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_log = logging.getLogger("clientele")
_LEVEL_BY_QT_TYPE = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
LARGEST_LOG = 500_000


class CrashLog:
    """Writes warnings and crashes to ``clientele.log``, and dying breaths to ``crash.log``."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._handler = RotatingFileHandler(
            folder / "clientele.log", maxBytes=LARGEST_LOG, backupCount=1, encoding="utf-8"
        )
        form = "%(asctime)s %(levelname)s %(name)s %(message)s"
        self._handler.setFormatter(logging.Formatter(form))
        self._dying = (folder / "crash.log").open("a", encoding="utf-8")

    def start(self) -> None:
        """Listen to the program, to Qt and to the system's signals."""
        _log.addHandler(self._handler)
        _log.setLevel(logging.INFO)
        faulthandler.enable(self._dying)
        qInstallMessageHandler(_on_qt_message)

    def stop(self) -> None:
        """Stop listening and close the files."""
        qInstallMessageHandler(None)
        faulthandler.disable()
        _log.removeHandler(self._handler)
        self._handler.close()
        self._dying.close()


def install_excepthook(on_crash: Callable[[BaseException], None]) -> None:
    """Log what nobody caught, then tell ``on_crash`` on the thread where it happened."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log_crash(error)
        on_crash(error)

    sys.excepthook = hook


def log_crash(error: BaseException) -> None:
    """Write down where ``error`` came from."""
    _log.error("%s", describe_crash(error))


def describe_crash(error: BaseException) -> str:
    """Give kind and places of ``error`` without its message."""
    places = "".join(traceback.format_tb(error.__traceback__))
    return f"{type(error).__name__}\n{places}"


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    _log.log(_LEVEL_BY_QT_TYPE[kind], "Qt: %s", message)
