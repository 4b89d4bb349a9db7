"""``clientele follow``: a newer file sorted into the groups of a saved project."""

import argparse
import json
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from desktop_app.cli.shapes import Json, summarised
from desktop_app.cli.terminal import DONE, answer_problems, say, shown_progress
from desktop_app.core.errors import NotFollowable
from desktop_app.core.files import Fill
from desktop_app.core.progress import Progress
from desktop_app.core.sharing.csv_file import write_csv
from desktop_app.core.sharing.movement_table import movement_table
from desktop_app.core.tracking.following import Followed
from desktop_app.document.document import Document
from desktop_app.document.following import followed_by
from desktop_app.document.project_file import load_project, write_project
from desktop_app.document.saving import save_customers
from desktop_app.document.street import make_behind, reopen, walk
from desktop_app.i18n import _
from desktop_app.report.story import Story, tell
from desktop_app.report.workbook_words import workbook_words
from desktop_app.wording.following import (
    doubts,
    moved_summary,
    moved_title,
    segment_change,
    why_moved,
    yardstick_sentence,
)
from desktop_app.wording.numbers import Formats, system_formats


def follow(options: argparse.Namespace) -> int:
    """Open the project, sort, compare, write; give the exit status."""
    return answer_problems(lambda: _follow(options))


def _follow(options: argparse.Namespace) -> int:
    formats, started = system_formats(), time.perf_counter()
    with shown_progress(is_quiet=options.quiet) as progress:
        before = walk(reopen(load_project(options.project, progress=progress)), progress=progress)
        if before.segmentation is None or before.segmentation.kinds:
            raise NotFollowable(path=options.project)
        if before.baseline is not None:
            before = _compared(before, progress)
        names = tell(before, formats).names
        today = date.today().isoformat()
        document = followed_by(before, tuple(options.files), today, names)
        document = _compared(walk(document, progress=progress), progress)
    story, followed = tell(document, formats), document.followed
    assert followed is not None
    names |= story.names
    words = _Words(document, names, formats)
    say("\n".join(words.lines(with_refit=options.refit)))
    with shown_progress(is_quiet=options.quiet) as progress:
        beside = _beside(options, document, story, words, started, progress)
        save_customers(
            document,
            (options.output,),
            story.names,
            workbook_words(document, story, formats),
            beside=beside,
            progress=progress,
        )
    say(_("Saved {path}").format(path=options.output))
    return DONE


def _compared(document: Document, progress: Progress) -> Document:
    return document.with_result("followed", make_behind(document, "followed", progress=progress))


class _Words:
    """What is said of a followed document, with the names of the groups by letter."""

    def __init__(self, document: Document, names: dict[str, str], formats: Formats) -> None:
        assert document.followed is not None
        assert document.customers is not None
        self.followed: Followed = document.followed
        self.columns = document.customers.columns
        self._names, self._formats = names, formats

    def warnings(self) -> Sequence[str]:
        """Say what speaks against comparing."""
        return tuple(doubts(self.followed, self._names, self.columns, self._formats))

    def why(self) -> dict[int, str]:
        """Say by row why customers moved."""
        return {
            row: why_moved(reason, self.followed, self.columns, self._formats)
            for row, reason in self.followed.movement.reasons.items()
        }

    def lines(self, *, with_refit: bool) -> list[str]:
        """Give what is printed."""
        followed, formats = self.followed, self._formats
        title, summary = moved_title(followed, formats), moved_summary(followed, formats)
        lines = [f"{title}. {summary}"]
        now = dict(self.sizes())
        for segment, letter in enumerate(followed.baseline.segmentation.letters):
            change = segment_change(followed, segment, self._names, formats)
            size = formats.count(now[segment])
            lines.append("  ".join(filter(None, [letter, self._names[letter], size, change])))
        if with_refit:
            lines.append(yardstick_sentence(followed, formats))
        return [*lines, *self.warnings()]

    def sizes(self) -> list[tuple[int, int]]:
        """Give the size of each segment of the baseline now."""
        now = self.followed.movement.now
        return [(s, int((now == s).sum())) for s in range(self.followed.baseline.k)]


def _beside(
    options: argparse.Namespace,
    document: Document,
    story: Story,
    words: _Words,
    started: float,
    progress: Progress,
) -> list[tuple[Path, Fill]]:
    assert document.customers is not None
    customers = document.customers

    def write_movement(draft: Path) -> None:
        frame = movement_table(words.followed, customers, words.why())
        write_csv(frame, draft, progress=progress)

    def write_summary(draft: Path) -> None:
        seconds = {"write": time.perf_counter() - started}
        summary = summarised(document, story, seconds) | _moved(document, words)
        text = json.dumps(summary, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
        draft.write_text(text, encoding="utf-8", errors="backslashreplace")

    def write_month(draft: Path) -> None:
        write_project(document, draft, progress=progress)

    fills = (
        (options.movement, write_movement),
        (options.summary, write_summary),
        (options.project_out, write_month),
    )
    return [(path, fill) for path, fill in fills if path is not None]


def _moved(document: Document, words: _Words) -> Json:
    """Give what the summary says of who moved."""
    followed, movement = words.followed, words.followed.movement
    baseline, refit = followed.baseline, followed.refit
    return {
        "movement": {
            "made_on": baseline.made_on,
            "before": baseline.day,
            "letters": list(baseline.segmentation.letters),
            "flow": movement.flow.tolist(),
            "moved": len(movement.moved),
            "new": len(movement.new),
            "gone": len(movement.gone),
            "misfits": len(followed.misfits),
            "refit": None
            if refit is None
            else {
                "agreement": refit.agreement,
                "lost": [baseline.segmentation.letters[segment] for segment in refit.lost],
            },
        },
        "warnings": list(words.warnings()),
    }
