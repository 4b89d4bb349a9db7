"""What the user did to the groups, in words: merged, split, set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.core.segmenting.choices import Change, Rearrangement
from desktop_app.core.segmenting.results import segment_letter
from desktop_app.i18n import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.core.segmenting.results import Segmentation, SetAside, Step
    from desktop_app.wording.numbers import Formats


def aside_name() -> str:
    """Give what stands in a file in place of a group's name for those who were set aside."""
    return _("Set aside")


def change_words(segmentation: Segmentation, piece: int) -> str:
    """Say what a group that is still there was made of; ``""`` if it is as it was found."""
    if segmentation.rearranged is None:
        return ""
    steps = [s for s in segmentation.rearranged.steps if s.change is not Change.SET_ASIDE]
    sentences = []
    merged = _merged_into(piece, steps)
    if len(merged) > 1:
        sentences.append(_("{groups} merged.").format(groups=_letters(merged)))
    for step in steps:
        if step.change is Change.SPLIT and piece in step.pieces and not _is_one_again(step, merged):
            sentences.append(_part_words(step, piece))
    return " ".join(sentences)


def _merged_into(piece: int, steps: Sequence[Step]) -> list[int]:
    """Give the pieces that went into a group, its own first."""
    merged = [piece]
    for step in reversed(steps):
        if step.change is Change.MERGE and step.pieces[0] in merged:
            merged += step.pieces[1:]
    return sorted(set(merged))


def _is_one_again(step: Step, merged: Sequence[int]) -> bool:
    return set(step.pieces) <= set(merged)


def _part_words(step: Step, piece: int) -> str:
    kept, new = (segment_letter(own) for own in step.pieces)
    if piece == step.pieces[1]:
        return _("Split off from {letter}.").format(letter=kept)
    return _("Without {letter}, which was split off.").format(letter=new)


def changes_made(segmentation: Segmentation, formats: Formats) -> tuple[str, ...]:
    """Say step by step what was done to the groups that were found, and what could not be done."""
    rearranged = segmentation.rearranged
    if rearranged is None:
        return ()
    size_by_piece = {aside.piece: len(aside.rows) for aside in rearranged.aside}
    lines = []
    for step in rearranged.steps:
        letters = [segment_letter(piece) for piece in step.pieces]
        if step.change is Change.MERGE:
            lines.append(_("You merged {groups}.").format(groups=_letters(step.pieces)))
        elif step.change is Change.SPLIT:
            words = _("You split {old}: the smaller part is {new}.")
            lines.append(words.format(old=letters[0], new=letters[1]))
        else:
            n = size_by_piece[step.pieces[0]]
            words = ngettext(
                "You set {letter} aside, {n} customer.", "You set {letter} aside, {n} customers.", n
            )
            lines.append(words.format(letter=letters[0], n=formats.count(n)))
    return (*lines, *map(skipped_words, rearranged.skipped))


def aside_words(aside: SetAside, formats: Formats) -> str:
    """Say that a group was set aside, and how many customers are in it."""
    n = len(aside.rows)
    return ngettext(
        "{letter} is set aside: {n} customer.", "{letter} is set aside: {n} customers.", n
    ).format(letter=segment_letter(aside.piece), n=formats.count(n))


def skipped_words(change: Rearrangement) -> str:
    """Say what could not be done to the groups as they are now."""
    letters = _letters(change.pieces)
    if change.change is Change.MERGE:
        return _("{groups} could not be merged: not all of them are there.").format(groups=letters)
    if change.change is Change.SPLIT:
        return _(
            "{group} could not be split: its customers are all alike in the chosen facts."
        ).format(group=letters)
    return _("{group} could not be set aside: no other group would be left.").format(group=letters)


def _letters(pieces: Sequence[int]) -> str:
    *others, last = (segment_letter(piece) for piece in pieces)
    if not others:
        return last
    return _("{letters} and {last}").format(letters=", ".join(others), last=last)
