"""Translation of every sentence that a user reads.

Knows gettext and nothing else of the program.
"""

import gettext
from pathlib import Path

_translations: gettext.NullTranslations = gettext.NullTranslations()


def install_language(locale_folder: Path, languages: list[str]) -> None:
    """Use the first of ``languages`` that has a catalogue below ``locale_folder``, else English."""
    global _translations
    _translations = gettext.translation(
        "clientele", str(locale_folder), languages=languages, fallback=True
    )


def _(message: str) -> str:
    """Give ``message`` in the user's language."""
    return _translations.gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """Give the form of the message that suits the number ``n``."""
    return _translations.ngettext(singular, plural, n)
