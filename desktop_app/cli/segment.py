"""``clientele segment``: the whole job without a window."""

import argparse
import json
import time
from pathlib import Path

from desktop_app.cli.parsing import plan_from
from desktop_app.cli.shapes import summarised
from desktop_app.cli.terminal import DONE, answer_problems, say, shown_progress
from desktop_app.core.progress import Progress
from desktop_app.document.document import Document
from desktop_app.document.saving import save_customers
from desktop_app.document.street import walk
from desktop_app.i18n import _
from desktop_app.report.story import Story, tell
from desktop_app.report.workbook_words import workbook_words
from desktop_app.wording.numbers import Formats, system_formats

STAGE_LAST_RESULT = {"read": "customers", "prepare": "prepared", "scan": "description"}
"""The last result of each part whose seconds the summary names."""


def segment(options: argparse.Namespace) -> int:
    """Read, segment, write; give the exit status."""
    return answer_problems(lambda: _segment(options))


def _segment(options: argparse.Namespace) -> int:
    with shown_progress(is_quiet=options.quiet) as progress:
        document, seconds = _walked(Document(plan=plan_from(options)), progress)
    formats = system_formats()
    story = tell(document, formats)
    say(_result(document, story, formats))  # first: when this cannot be said, nothing is replaced
    with shown_progress(is_quiet=options.quiet) as progress:
        _save(document, story, seconds, options, progress)
    say(_("Saved {path}").format(path=options.output))
    return DONE


def _walked(document: Document, progress: Progress) -> tuple[Document, dict[str, float]]:
    """Give the complete document and the seconds that each part took."""
    seconds: dict[str, float] = {}
    for part, last_result in STAGE_LAST_RESULT.items():
        started = time.perf_counter()
        document = walk(document, until=last_result, progress=progress)
        seconds[part] = time.perf_counter() - started
    return document, seconds


def _save(
    document: Document,
    story: Story,
    seconds: dict[str, float],
    options: argparse.Namespace,
    progress: Progress,
) -> None:
    started = time.perf_counter()

    def write_summary(draft: Path) -> None:
        seconds["write"] = time.perf_counter() - started
        summary = summarised(document, story, seconds)
        text = json.dumps(summary, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
        # A name of a file that is no text, half a sign for instance, is escaped as JSON does it.
        draft.write_text(text, encoding="utf-8", errors="backslashreplace")

    beside = [] if options.summary is None else [(options.summary, write_summary)]
    words = workbook_words(story)
    save_customers(
        document, (options.output,), story.names, words, beside=beside, progress=progress
    )


def _result(document: Document, story: Story, formats: Formats) -> str:
    assert document.description is not None
    lines = [story.reason]
    for profile in document.description.profiles:
        size = formats.count(profile.size)
        share = formats.percent(profile.share)
        lines.append(f"{profile.letter}  {story.names[profile.letter]}  {size}  {share}")
    return "\n".join(lines)
