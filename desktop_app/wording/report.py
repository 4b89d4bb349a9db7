"""The words of the report on paper that are not said anywhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.i18n import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop_app.core.describing.results import SegmentProfile, WordInSegment
    from desktop_app.wording.numbers import Formats


def customers_line(sizes: Sequence[int], n_nowhere: int, made_on: date | None, f: Formats) -> str:
    """Say below the title how many customers are in how many groups, and when that was found.

    >>> from desktop_app.wording.numbers import Formats
    >>> customers_line((300, 200), 3, None, Formats())
    '500 customers in 2 groups · 3 more without a group'
    """
    n, k = sum(sizes), len(sizes)
    customers = ngettext("{n} customer", "{n} customers", n).format(n=f.count(n))
    groups = ngettext("{k} group", "{k} groups", k).format(k=k)
    parts = [_("{customers} in {groups}").format(customers=customers, groups=groups)]
    if n_nowhere:
        parts.append(_("{n} more without a group").format(n=f.count(n_nowhere)))
    if made_on is not None:
        parts.append(f.date(made_on))
    return " · ".join(parts)


def size_words(profile: SegmentProfile, formats: Formats) -> str:
    """Give size and share of a group, to stand at the end of its line."""
    return f"{formats.count(profile.size)} · {formats.percent(profile.share)}"


def figures_line(profile: SegmentProfile, formats: Formats) -> str:
    r"""Say how large a group is and how much of the money it brings, where that is known.

    >>> from desktop_app.core.describing.results import SegmentProfile
    >>> from desktop_app.wording.numbers import Formats
    >>> figures_line(SegmentProfile("A", 98, 0.2, 0.38, (), ()), Formats()).replace("\u00a0", " ")
    '98 customers, 20 % of all. They bring 38 % of the money.'
    """
    people = ngettext(
        "{n} customer, {share} of all.", "{n} customers, {share} of all.", profile.size
    ).format(n=formats.count(profile.size), share=formats.percent(profile.share))
    if profile.money_share is None:
        return people
    money = _("They bring {share} of the money.").format(share=formats.percent(profile.money_share))
    return f"{people} {money}"


def word_line(word: WordInSegment, title: str, formats: Formats) -> str:
    """Say which word is commoner in a group than elsewhere."""
    return _("{fact}: {value} for {share} of them, {overall} of all customers.").format(
        fact=title,
        value=word.value,
        share=formats.percent(word.share),
        overall=formats.percent(word.overall_share),
    )


def page_words(number: int, n_pages: int) -> str:
    """Give the number of a page: "1 of 6"."""
    return _("{number} of {n_pages}").format(number=number, n_pages=n_pages)


def footer_words() -> str:
    """Say at the foot of every page where it comes from."""
    return _("Made with Clientele. Your customers stay on your computer.")


def not_looked_at() -> str:
    """Say that nobody looked yet whether the groups can be relied on."""
    return _("We have not looked yet at how sure this is.")
