"""Every action of the program in one table; menus only refer to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from desktop_app.i18n import _

Key = QKeySequence.StandardKey


class ActionId(Enum):
    """The names of the actions."""

    OPEN = auto()
    FOLLOW = auto()
    FORGET_RECENT = auto()
    SAVE = auto()
    SAVE_AS = auto()
    SAVE_COPY = auto()
    SAVE_LISTS = auto()
    QUIT = auto()
    UNDO = auto()
    REDO = auto()
    PASTE = auto()
    LIGHT = auto()
    DARK = auto()
    FOLLOW_SYSTEM = auto()
    HELP = auto()
    ABOUT = auto()


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """How an action appears; ``keys`` is a standard key or a sequence as text."""

    text: str
    keys: Key | str | None = None
    is_checkable: bool = False


def action_specs() -> dict[ActionId, ActionSpec]:
    """Give the table in the user's language."""
    return {
        ActionId.OPEN: ActionSpec(_("&Open files…"), Key.Open),
        ActionId.FOLLOW: ActionSpec(_("Sort a &newer file into these groups…"), "Ctrl+Shift+N"),
        ActionId.FORGET_RECENT: ActionSpec(_("&Forget recent files")),
        ActionId.SAVE: ActionSpec(_("&Save"), Key.Save),
        ActionId.SAVE_AS: ActionSpec(_("Save &as…"), Key.SaveAs),
        ActionId.SAVE_COPY: ActionSpec(_("Save a &copy without personal columns…")),
        ActionId.SAVE_LISTS: ActionSpec(_("Save the &lists"), "Ctrl+E"),
        ActionId.QUIT: ActionSpec(_("&Quit"), Key.Quit),
        ActionId.UNDO: ActionSpec(_("&Undo"), Key.Undo),
        ActionId.REDO: ActionSpec(_("&Redo"), Key.Redo),
        ActionId.PASTE: ActionSpec(_("&Paste a table"), Key.Paste),
        ActionId.LIGHT: ActionSpec(_("&Light"), is_checkable=True),
        ActionId.DARK: ActionSpec(_("&Dark"), is_checkable=True),
        ActionId.FOLLOW_SYSTEM: ActionSpec(_("Like the &system"), is_checkable=True),
        ActionId.HELP: ActionSpec(_("&How to use Clientele"), Key.HelpContents),
        ActionId.ABOUT: ActionSpec(_("&About Clientele")),
    }


def build_actions(
    window: QMainWindow, slots: dict[ActionId, Callable[[], object]]
) -> dict[ActionId, QAction]:
    """Make one action per table entry, owned by ``window`` and connected to its slot."""
    actions = {}
    for action_id, spec in action_specs().items():
        action = QAction(spec.text, window)
        action.setCheckable(spec.is_checkable)
        if spec.keys is not None:
            action.setShortcut(QKeySequence(spec.keys))
        action.triggered.connect(slots[action_id])
        actions[action_id] = action
    return actions
