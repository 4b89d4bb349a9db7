"""What the mail did, in sentences: who got it against who was kept back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.i18n import _, ngettext

if TYPE_CHECKING:
    from desktop_app.core.checking.columns import Column
    from desktop_app.core.tracking.hold_out import Comparison
    from desktop_app.wording.numbers import Formats


def comparison_sentence(compared: Comparison, column: Column, fact: str, formats: Formats) -> str:
    """Say how much more or less of ``fact`` those have who got mail, and how sure that is."""
    if compared.is_too_few:
        return _("Too few people to tell: {written} got mail, {kept} did not.").format(
            written=formats.count(compared.written_to.n), kept=formats.count(compared.kept_back.n)
        )
    words = (
        _(
            "{fact}: {written} with mail, {kept} without. The difference is {difference}, surely "
            "between {low} and {high}."
        )
        if compared.is_clear
        else _(
            "{fact}: {written} with mail, {kept} without. The difference of {difference} can be "
            "chance: it may be anything from {low} to {high}."
        )
    )

    def value(x: float) -> str:
        return formats.value(x, column)

    return words.format(
        fact=fact,
        written=value(compared.written_to.mean),
        kept=value(compared.kept_back.mean),
        difference=value(compared.difference),
        low=value(compared.low),
        high=value(compared.high),
    )


def kept_back_words(n: int, formats: Formats) -> str:
    """Say how many are kept back from mail; "" for nobody."""
    if not n:
        return ""
    return ngettext(
        "{n} person is kept back, to see later what the mail did.",
        "{n} people are kept back, to see later what the mail did.",
        n,
    ).format(n=formats.count(n))
