"""Who is on the mail lists and who is not, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.i18n import _, ngettext
from desktop_app.wording.hold_out import kept_back_words

if TYPE_CHECKING:
    from desktop_app.core.sharing.mail_lists import MailTool
    from desktop_app.core.sharing.people import People
    from desktop_app.wording.numbers import Formats


def tool_name(tool: MailTool) -> str:
    """Give what a tool is called on screen and in names of folders."""
    return tool.name or _("Other tools")


def people_words(people: People | None, formats: Formats) -> str:
    """Say how many are on the mail lists, and who is left out for which reason."""
    if people is None:
        return _("Mail lists need a column with e-mail addresses; this list has none.")
    counts = (
        (
            len(people.rows),
            ngettext(
                "{n} person is on the mail lists.",
                "{n} people are on the mail lists.",
                len(people.rows),
            ),
        ),
        (
            people.n_not_agreed,
            ngettext(
                "{n} person did not agree to mail and is left out.",
                "{n} people did not agree to mail and are left out.",
                people.n_not_agreed,
            ),
        ),
        (
            people.n_without_address,
            ngettext(
                "{n} person has no e-mail address.",
                "{n} people have no e-mail address.",
                people.n_without_address,
            ),
        ),
        (
            people.n_twice,
            ngettext(
                "{n} address was there twice and is written once.",
                "{n} addresses were there twice and are written once.",
                people.n_twice,
            ),
        ),
    )
    first, *others = [words.format(n=formats.count(n)) for n, words in counts]
    kept = [words for words, (n, _words) in zip(others, counts[1:], strict=True) if n]
    return " ".join(filter(None, [first, *kept, kept_back_words(people.n_held_out, formats)]))
