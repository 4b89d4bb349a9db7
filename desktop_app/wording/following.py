"""Who moved since the time before, and what speaks against comparing, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.core.tracking.doubts import MANY_MISFITS
from desktop_app.core.tracking.movement import NEW, NOWHERE
from desktop_app.i18n import _, ngettext
from desktop_app.wording.evidence import find_column
from desktop_app.wording.facts import short_names
from desktop_app.wording.numbers import MINUS

if TYPE_CHECKING:
    from desktop_app.core.checking.columns import Column
    from desktop_app.core.tracking.following import Followed
    from desktop_app.core.tracking.movement import Reason
    from desktop_app.wording.numbers import Formats

MOST_SOURCES = 2  # groups that newcomers of a group are said to come from
HARDLY = 0.9  # share that both ways of grouping sort alike, from which on they are the same


def moved_title(followed: Followed, formats: Formats) -> str:
    """Give the finding: how many customers moved, of those who were there before."""
    n = len(followed.movement.moved)
    if not n:
        return _("Nobody moved to another group")
    words = ngettext("{n} of your customers moved", "{n} of your customers moved", n)
    return words.format(n=formats.count(n))


def sorted_sentence(made_on: str, formats: Formats) -> str:
    """Say that customers were sorted into groups that are there; ``made_on`` is ISO or ""."""
    if not made_on:
        return _("Your customers were sorted into the groups that you saved.")
    day = formats.date(date.fromisoformat(made_on))
    return _("Your customers were sorted into the groups made on {day}.").format(day=day)


def member_sentence(made_on: str, formats: Formats) -> str:
    """Say of one group that it is older than the list; ``made_on`` is ISO or ""."""
    if not made_on:
        return _("Sorted into the groups that you saved.")
    day = formats.date(date.fromisoformat(made_on))
    return _("Sorted into the groups made on {day}.").format(day=day)


def moved_heading(followed: Followed, month: str, formats: Formats) -> str:
    """Give the finding with the time it is about."""
    return _("{month}: {finding}").format(month=month, finding=moved_title(followed, formats))


def past_heading(followed: Followed, start: str, end: str, formats: Formats) -> str:
    """Give the finding about two months of one file of orders."""
    n = len(followed.movement.moved)
    if not n:
        return _("From {start} to {end}, nobody moved to another group").format(
            start=start, end=end
        )
    words = ngettext(
        "From {start} to {end}, {n} of your customers moved",
        "From {start} to {end}, {n} of your customers moved",
        n,
    )
    return words.format(start=start, end=end, n=formats.count(n))


def past_summary() -> str:
    """Say how the months before were found."""
    return _("Each month by the orders up to its day alone, sorted into the groups of today.")


def sorted_summary(followed: Followed, formats: Formats) -> str:
    """Say how many customers were sorted, into which groups, and that those are the same."""
    n, made_on = int((followed.movement.now >= 0).sum()), followed.baseline.made_on
    words = (
        ngettext(
            "{n} customer, sorted into the groups made on {day}.",
            "{n} customers, sorted into the groups made on {day}.",
            n,
        )
        if made_on
        else ngettext(
            "{n} customer, sorted into the groups that you saved.",
            "{n} customers, sorted into the groups that you saved.",
            n,
        )
    )
    day = formats.date(date.fromisoformat(made_on)) if made_on else ""
    same = _("Letters, names and colours stay the same.")
    return f"{words.format(n=formats.count(n), day=day)} {same}"


def change_figures(before: int, now: int, formats: Formats) -> str:
    """Give how much a segment grew: "+11 (+13 %)".

    >>> from desktop_app.wording.numbers import Formats
    >>> change_figures(80, 90, Formats()).replace(NO_BREAK_SPACE, " ")
    '+10 (+13 %)'
    """
    change = now - before
    sign = "+" if change > 0 else MINUS if change < 0 else "±"
    words = f"{sign}{formats.count(abs(change))}"
    if not before or not change:
        return words
    return f"{words} ({sign}{formats.percent(abs(change) / before)})"


def moved_summary(followed: Followed, formats: Formats) -> str:
    """Say how many stayed, are new and are gone."""
    movement = followed.movement
    n_stayed = int(np.trace(movement.flow))
    parts = [
        ngettext("{n} stayed in their group", "{n} stayed in their group", n_stayed).format(
            n=formats.count(n_stayed)
        ),
        ngettext("{n} is new", "{n} are new", len(movement.new)).format(
            n=formats.count(len(movement.new))
        ),
        ngettext("{n} is gone", "{n} are gone", len(movement.gone)).format(
            n=formats.count(len(movement.gone))
        ),
    ]
    return _("{stayed}, {new}, {gone}.").format(stayed=parts[0], new=parts[1], gone=parts[2])


def segment_change(
    followed: Followed, segment: int, names: Mapping[str, str], formats: Formats
) -> str:
    """Say where the newcomers of a segment come from and how many left it; "" if nothing changed."""
    movement, letters = followed.movement, followed.baseline.segmentation.letters
    came = {
        other: int(n) for other, n in enumerate(movement.flow[:, segment]) if n and other != segment
    }
    sources = sorted(came, key=lambda other: (-came[other], other))[:MOST_SOURCES]
    parts = [
        ngettext("{n} came from {name}", "{n} came from {name}", came[other]).format(
            n=formats.count(came[other]), name=names[letters[other]]
        )
        for other in sources
    ]
    rest = sum(came.values()) - sum(came[other] for other in sources)
    n_new = int(np.sum((movement.was == NEW) & (movement.now == segment)))
    n_gone = sum(gone.was == segment for gone in movement.gone)
    counted = (
        (rest, ngettext("{n} came from elsewhere", "{n} came from elsewhere", rest)),
        (n_new, ngettext("{n} is new", "{n} are new", n_new)),
        (
            movement.left(segment),
            ngettext("{n} moved on", "{n} moved on", movement.left(segment)),
        ),
        (n_gone, ngettext("{n} is gone", "{n} are gone", n_gone)),
    )
    parts += [words.format(n=formats.count(n)) for n, words in counted if n]
    return ", ".join(parts)


def why_moved(
    reason: Reason, followed: Followed, columns: Sequence[Column], formats: Formats
) -> str:
    """Say which fact moved a customer, with its values then and now."""
    feature = followed.baseline.segmentation.features[reason.feature]
    column = find_column(columns, feature.source)
    name = short_names(columns)[column.name]
    if feature.category is not None:
        words = (
            _("{fact} is now {word}")
            if reason.now > reason.was
            else _("{fact} is no longer {word}")
        )
        return words.format(fact=name, word=feature.category)
    words = _("{fact} rose from {was} to {now}")
    if reason.now < reason.was:
        words = _("{fact} fell from {was} to {now}")
    return words.format(
        fact=name,
        was=formats.value(_unscaled(reason.was), column, is_exact=True),
        now=formats.value(_unscaled(reason.now), column, is_exact=True),
    )


def _unscaled(value: float) -> float:
    """Take away the last digits, which putting on one scale and back made up."""
    return float(f"{value:.9g}")


def place_words(place: int, letters: Sequence[str], names: Mapping[str, str]) -> str:
    """Give a segment as its letter and name; where a customer was in none, say so."""
    if place == NEW:
        return _("New")
    if place == NOWHERE:
        return _("No group")
    return f"{letters[place]} {names[letters[place]]}"


def doubts(
    followed: Followed, names: Mapping[str, str], columns: Sequence[Column], formats: Formats
) -> Iterator[str]:
    """Say what speaks against comparing with the time before, the gravest first."""
    titles = short_names(columns)
    for jump in followed.jumps:
        feature = followed.baseline.segmentation.features[jump.feature]
        column = find_column(columns, feature.source)
        yield _scale_words(jump.ratio).format(
            fact=titles[column.name],
            was=formats.value(jump.was, column),
            now=formats.value(jump.now, column),
            times=formats.number(max(jump.ratio or 0, 1 / (jump.ratio or 1)), 0),
        )
    yield from _misfit_words(followed, formats)
    yield from _refit_words(followed, names, formats)


def _scale_words(ratio: float | None) -> str:
    if ratio is not None and ratio >= 1:
        return _(
            "{fact} is about {times} times larger than before (in the middle {was}, now {now}). "
            "Is it counted in the same way?"
        )
    if ratio is not None and ratio > 0:
        return _(
            "{fact} is about {times} times smaller than before (in the middle {was}, now {now}). "
            "Is it counted in the same way?"
        )
    return _(
        "{fact} is quite another than before (in the middle {was}, now {now}). "
        "Is it counted in the same way?"
    )


def _misfit_words(followed: Followed, formats: Formats) -> Iterator[str]:
    n = len(followed.misfits)
    if followed.has_many_misfits:
        yield ngettext(
            "{n} customer fits no group well, more than {most} of all. New groups would serve you better.",
            "{n} customers fit no group well, more than {most} of all. New groups would serve you better.",
            n,
        ).format(n=formats.count(n), most=formats.percent(MANY_MISFITS))


def _refit_words(followed: Followed, names: Mapping[str, str], formats: Formats) -> Iterator[str]:
    refit = followed.refit
    if refit is None:
        return
    letters = followed.baseline.segmentation.letters
    lost = [f"{letters[segment]} {names[letters[segment]]}" for segment in refit.lost]
    if lost:
        yield ngettext(
            "If groups were made anew, {names} would no longer be where it was.",
            "If groups were made anew, {names} would no longer be where they were.",
            len(lost),
        ).format(names=_(" and ").join(lost))


def yardstick_sentence(followed: Followed, formats: Formats) -> str:
    """Say whether groups made anew would be the same: customers changed, or the yardstick would."""
    refit = followed.refit
    if refit is None:
        return _("This list is too short to make as many groups anew.")
    share = formats.percent(refit.agreement)
    if refit.agreement >= HARDLY and not refit.lost:
        return _(
            "The groups still hold: made anew, {share} of your customers would be in the same one."
        ).format(share=share)
    return _(
        "The groups themselves moved, too: made anew, only {share} of your customers would be in the "
        "same one."
    ).format(share=share)
