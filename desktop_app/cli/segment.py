"""``clientele segment``: the whole job without a window."""

import argparse
import json
import time
from pathlib import Path

from desktop_app.cli.parsing import plan_from
from desktop_app.cli.shapes import summarised
from desktop_app.cli.terminal import TerminalProgress, answer_problems
from desktop_app.core.files import write_atomically
from desktop_app.core.progress import NO_PROGRESS, Progress
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


def _segment(options: argparse.Namespace) -> None:
    terminal = None if options.quiet else TerminalProgress()
    progress: Progress = terminal or NO_PROGRESS
    document = Document(plan=plan_from(options))
    seconds: dict[str, float] = {}
    for part, last_result in STAGE_LAST_RESULT.items():
        started = time.perf_counter()
        document = walk(document, until=last_result, progress=progress)
        seconds[part] = time.perf_counter() - started
    formats = system_formats()
    story = tell(document, formats)
    started = time.perf_counter()
    words = workbook_words(story)
    save_customers(document, (options.output,), story.names, words, progress=progress)
    seconds["write"] = time.perf_counter() - started
    if terminal is not None:
        terminal.close()
    if options.summary is not None:
        _write_json(options.summary, summarised(document, story, seconds))
    _say_result(document, story, options.output, formats)


def _write_json(path: Path, value: object) -> None:
    with write_atomically(path) as draft:
        text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
        draft.write_text(text + "\n", encoding="utf-8")


def _say_result(document: Document, story: Story, output: Path, formats: Formats) -> None:
    assert document.description is not None
    lines = [story.reason]
    for profile in document.description.profiles:
        size = formats.count(profile.size)
        share = formats.percent(profile.share)
        lines.append(f"{profile.letter}  {story.names[profile.letter]}  {size}  {share}")
    lines.append(_("Saved {path}").format(path=output))
    print("\n".join(lines))
