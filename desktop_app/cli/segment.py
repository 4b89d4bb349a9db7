"""``clientele segment``: the whole job without a window."""

import argparse
import json
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop_app.cli.memory import let_go_of_arrays
from desktop_app.cli.parsing import plan_from
from desktop_app.cli.shapes import summarised
from desktop_app.cli.terminal import DONE, answer_problems, say, shown_progress
from desktop_app.core.progress import Progress
from desktop_app.core.segmenting.second_opinions import SecondOpinions, ask_other_methods
from desktop_app.document.document import Document
from desktop_app.document.project_file import write_project
from desktop_app.document.street import fill_in_behind, walk
from desktop_app.i18n import _
from desktop_app.report.sharing import ShareRequest, save_all
from desktop_app.report.story import Story, tell
from desktop_app.wording.facts import word_facts
from desktop_app.wording.numbers import Formats, system_formats
from desktop_app.wording.second_opinions import opinion_lines
from desktop_app.wording.trusting import verdict_sentence

STAGE_LAST_RESULT = {"read": "customers", "prepare": "prepared", "scan": "description"}
"""The last result of each part whose seconds the summary names."""

SHARE_OF_REDRAWS = {"full": 1.0, "quick": 0.2}
"""How many of the usual re-draws are taken by the word after ``--trust``; none for the others."""


def segment(options: argparse.Namespace) -> int:
    """Read, segment, write; give the exit status."""
    let_go_of_arrays()
    return answer_problems(lambda: _segment(options))


@dataclass(frozen=True, slots=True)
class _Answer:
    """What is said and written; ``opinions`` of other methods only where they were asked."""

    document: Document
    story: Story
    seconds: dict[str, float]
    opinions: SecondOpinions | None


def _segment(options: argparse.Namespace) -> int:
    with shown_progress(is_quiet=options.quiet) as progress:
        document, seconds = _walked(Document(plan=plan_from(options)), progress)
        if options.trust in SHARE_OF_REDRAWS:
            started = time.perf_counter()
            share = SHARE_OF_REDRAWS[options.trust]
            document = fill_in_behind(document, share, progress=progress)
            seconds["trust"] = time.perf_counter() - started
        opinions = _asked(document, progress) if options.second_opinion else None
    formats = system_formats()
    answer = _Answer(document, tell(document, formats), seconds, opinions)
    say(_result(answer, formats))  # first: when this cannot be said, nothing is replaced
    with shown_progress(is_quiet=options.quiet) as progress:
        _save(answer, options, progress)
    say(_("Saved {path}").format(path=options.output))
    return DONE


def _asked(document: Document, progress: Progress) -> SecondOpinions:
    assert document.prepared is not None
    assert document.segmentation is not None
    return ask_other_methods(document.prepared, document.segmentation, progress=progress)


def _walked(document: Document, progress: Progress) -> tuple[Document, dict[str, float]]:
    """Give the complete document and the seconds that each part took."""
    seconds: dict[str, float] = {}
    for part, last_result in STAGE_LAST_RESULT.items():
        started = time.perf_counter()
        document = walk(document, until=last_result, progress=progress)
        seconds[part] = time.perf_counter() - started
    return document, seconds


def _save(answer: _Answer, options: argparse.Namespace, progress: Progress) -> None:
    started = time.perf_counter()
    document, story = answer.document, answer.story

    def write_summary(draft: Path) -> None:
        seconds = {**answer.seconds, "write": time.perf_counter() - started}
        summary = summarised(document, story, seconds, answer.opinions)
        text = json.dumps(summary, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
        # A name of a file that is no text, half a sign for instance, is escaped as JSON does it.
        draft.write_text(text, encoding="utf-8", errors="backslashreplace")

    def write_all(draft: Path) -> None:
        write_project(document, draft, progress=progress)

    fills = ((options.summary, write_summary), (options.project, write_all))
    beside = [(path, fill) for path, fill in fills if path is not None]
    request = ShareRequest(
        lists=(options.output,),
        picture_folder=options.charts,
        report=options.report,
        made_on=date.today(),
    )
    save_all(document, story, system_formats(), request, beside=beside, progress=progress)


def _verdict(document: Document) -> str:
    assert document.trust is not None
    assert document.segmentation is not None
    assert document.prepared is not None
    assert document.customers is not None
    words = word_facts(document.prepared, document.customers.columns)
    return verdict_sentence(document.trust, document.segmentation.letters, words)


def _result(answer: _Answer, formats: Formats) -> str:
    story, description = answer.story, answer.document.description
    assert description is not None
    lines = [story.reason]
    if answer.document.trust is not None:
        lines.append(_verdict(answer.document))
    for profile in description.profiles:
        size = formats.count(profile.size)
        share = formats.percent(profile.share)
        lines.append(f"{profile.letter}  {story.names[profile.letter]}  {size}  {share}")
    if answer.opinions is not None:
        letters = [profile.letter for profile in description.profiles]
        lines += opinion_lines(answer.opinions, letters, formats)
    return "\n".join(lines)
