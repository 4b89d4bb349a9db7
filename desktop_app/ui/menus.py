"""How the actions stand in the menu bar."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenuBar

from desktop_app.i18n import _
from desktop_app.ui.actions import ActionId
from desktop_app.ui.steps import MOVED, STEP_KEYS, step_titles


def fill_menu_bar(
    bar: QMenuBar, actions: dict[ActionId, QAction], show_step: Callable[[str], None]
) -> None:
    """Put every action in its menu, and the steps with Ctrl+1 to Ctrl+6 in View."""
    file_menu = bar.addMenu(_("&File"))
    file_menu.addActions([actions[a] for a in (ActionId.OPEN, ActionId.SAVE, ActionId.SAVE_AS)])
    file_menu.addAction(actions[ActionId.SAVE_COPY])
    file_menu.addSeparator()
    file_menu.addActions([actions[ActionId.FOLLOW], actions[ActionId.SAVE_LISTS]])
    file_menu.addSeparator()
    file_menu.addActions([actions[ActionId.FORGET_RECENT], actions[ActionId.QUIT]])
    edit_menu = bar.addMenu(_("&Edit"))
    edit_menu.addActions([actions[ActionId.UNDO], actions[ActionId.REDO]])
    edit_menu.addSeparator()
    edit_menu.addAction(actions[ActionId.PASTE])
    view_menu = bar.addMenu(_("&View"))
    titles = step_titles()
    for place, key in enumerate(STEP_KEYS, start=1):
        step = view_menu.addAction(titles[key])
        step.setShortcut(QKeySequence(f"Ctrl+{place}"))
        step.triggered.connect(partial(_go, show_step, key))
    moved = view_menu.addAction(titles[MOVED])
    moved.triggered.connect(partial(_go, show_step, MOVED))
    view_menu.addSeparator()
    schemes = QActionGroup(bar)
    for action_id in (ActionId.FOLLOW_SYSTEM, ActionId.LIGHT, ActionId.DARK):
        schemes.addAction(actions[action_id])
        view_menu.addAction(actions[action_id])
    bar.addMenu(_("&Help")).addActions([actions[ActionId.HELP], actions[ActionId.ABOUT]])


def _go(show_step: Callable[[str], None], key: str, _is_checked: bool = False) -> None:
    show_step(key)
