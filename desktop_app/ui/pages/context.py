"""What every page is given; pages have no other way to reach the program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.services.jobs import JobRunner
    from desktop_app.services.session import Session
    from desktop_app.ui.theme import Theme
    from desktop_app.wording.numbers import Formats


@dataclass(frozen=True, slots=True)
class PageContext:
    """The session to show and change, the runner for a page's own jobs, the look, the locale."""

    session: Session
    runner: JobRunner
    theme: Theme
    formats: Formats
