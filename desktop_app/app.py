"""Puts the window together: settings, session, runner, look, pages; the only place that wires."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent, QLocale, QObject, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication

from desktop_app.core.progress import Progress
from desktop_app.document.document import Document
from desktop_app.i18n import install_language
from desktop_app.paths import recovery_dir, resource_path, user_data_dir
from desktop_app.services.crash_log import (
    CrashLog,
    describe_crash,
    install_excepthook,
    log_crash,
)
from desktop_app.services.jobs import JobRunner
from desktop_app.services.recent_files import RecentFiles
from desktop_app.services.recovery import Recovery
from desktop_app.services.session import Session
from desktop_app.services.settings import SettingsStore
from desktop_app.ui.kept_work import KeptWorkOffer
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages.context import PageContext
from desktop_app.ui.theme import Theme
from desktop_app.wording.numbers import Formats

# Each time the window asks for its turn it may wait so long for a worker; one answer to a click
# takes a hundred turns.
SECONDS_UNTIL_TURN = 0.0005


def run_window(files: Sequence[Path] = ()) -> int:
    """Open the window, with ``files`` if there are any, and give the exit status."""
    # joblib would count cores in a child process, which flashes a console on Windows.
    os.environ.setdefault("LOKY_MAX_CPU_COUNT", "1")
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Clientele")
    app.setDesktopFileName("clientele")
    app.setWindowIcon(QIcon(str(resource_path("icons", "clientele.svg"))))
    program = Program(app)
    program.start(tuple(files))
    return app.exec()


class Program(QObject):
    """Owns everything that lives as long as the window."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        sys.setswitchinterval(SECONDS_UNTIL_TURN)
        self._app = app
        home = self._open_home()
        # matplotlib would make a folder of its own among the user's settings.
        os.environ.setdefault("MPLCONFIGDIR", str(home))
        self._crash_log.start()
        self._store = SettingsStore(
            QSettings(str(home / "settings.ini"), QSettings.Format.IniFormat)
        )
        settings = self._store.load()
        locale = QLocale(settings.language) if settings.language else QLocale.system()
        install_language(resource_path("locale"), [locale.name(), locale.name().split("_")[0]])
        theme = Theme(settings.scheme, self)
        theme.apply(app)
        self.runner = JobRunner(parent=self)
        self.session = Session(self.runner, locale.name(), self, fills_behind=True)
        context = PageContext(self.session, self.runner, theme, Formats.for_locale(locale.name()))
        self.window = MainWindow(context, settings, RecentFiles(home / "recent.json"))
        self._theme = theme
        self._recovery = Recovery(self.session, self.runner, recovery_dir(), self)
        self._offer = KeptWorkOffer(self.window, self._recovery, context.formats)
        self._connect()

    def _open_home(self) -> Path:
        """Give the folder for log, settings and recent files; one for today if ours is locked."""
        home = user_data_dir()
        try:
            self._crash_log = CrashLog(home)
        except OSError:
            self._spare_home = TemporaryDirectory(prefix="clientele-", ignore_cleanup_errors=True)
            os.environ["CLIENTELE_HOME"] = self._spare_home.name
            home = Path(self._spare_home.name)
            self._crash_log = CrashLog(home)
        return home

    def start(self, files: tuple[Path, ...]) -> None:
        """Show the window, load the libraries behind it, then read ``files`` if there are any."""
        once = Qt.ConnectionType.SingleShotConnection
        self.window.shown.connect(self._warm_up, once)
        if files:
            self.window.shown.connect(lambda: self.window.open_files(files), once)
        else:
            self.window.shown.connect(self._offer.show, once)
        self.window.show()

    def _connect(self) -> None:
        self._app.aboutToQuit.connect(self._end)
        self.session.crashed.connect(self._on_session_crashed)
        self.window.forgetting_requested.connect(self._recovery.forget_all)
        self.window.settings_changed.connect(self._store.save)
        opener = FileOpener(self)
        opener.file_requested.connect(self._on_file_requested)
        self._app.installEventFilter(opener)
        install_excepthook(self._show_crash)
        if os.environ.get("CLIENTELE_EXIT_WHEN_SHOWN"):
            self.window.shown.connect(self._app.quit)

    def _end(self) -> None:
        self.runner.shutdown()
        self._recovery.stop()
        self._crash_log.stop()

    def _warm_up(self) -> None:
        if not os.environ.get("CLIENTELE_EXIT_WHEN_SHOWN"):
            self.runner.start("warm-up", _load_libraries)

    def _on_file_requested(self, path: Path) -> None:
        self.window.open_files((path,))

    def _on_session_crashed(self, error: BaseException) -> None:
        log_crash(error)
        self._show_crash(error)

    def _show_crash(self, error: BaseException) -> None:
        from desktop_app.ui.dialogs.problem_report import ProblemDialog

        # A slot may have thrown: the dialog waits until that slot is left.
        details = describe_crash(error)
        QTimer.singleShot(
            0, self.window, lambda: ProblemDialog(details, self._theme, self.window).open()
        )


class FileOpener(QObject):
    """Hears of files that macOS wants opened; they arrive as events, not as arguments.

    Signals: ``file_requested(Path)``.
    """

    file_requested = Signal(object)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Take file-open events, leave the rest."""
        if isinstance(event, QFileOpenEvent):
            self.file_requested.emit(Path(event.file()))
            return True
        return super().eventFilter(watched, event)


def _load_libraries(*, progress: Progress) -> None:
    """Import what the street, the pages and the charts need, so that nobody waits for it later."""
    for module in (
        "duckdb",
        "desktop_app.document.street",
        "desktop_app.ui.pages.groups_page",
        "desktop_app.ui.pages.file_understood",
        "desktop_app.ui.pages.check_page",
        "desktop_app.ui.pages.facts_page",
        "desktop_app.ui.pages.how_many_page",
        "desktop_app.ui.pages.moved_page",
        "desktop_app.ui.pages.share_page",
        "desktop_app.ui.widgets.chart_canvas",
        "sklearn.tree",
    ):
        progress.checkpoint()
        import_module(module)


def window_shows_groups(sample: Path, seconds: float) -> bool:
    """Open ``sample`` in the real window, worker thread included; tell whether groups appeared.

    Without a screen the window is drawn in memory.
    """
    has_screen = sys.platform != "linux" or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    )
    app = QApplication(["clientele"] if has_screen else ["clientele", "-platform", "offscreen"])
    program = Program(app)
    seen: list[bool] = []

    def look(document: Document) -> None:
        if document.is_complete:
            seen.append(program.window.isVisible())
            app.quit()

    program.session.document_changed.connect(look)
    QTimer.singleShot(int(1000 * seconds), app.quit)
    program.start((sample,))
    app.exec()
    return seen[:1] == [True]  # what fills in behind is told of, too
