"""Text from the user's file, made safe for the places where Qt reads more into it than letters."""

from html import escape


def plain_tooltip(words: str) -> str:
    """Give ``words`` for a tooltip, where Qt would take "<b>" for bold and load pictures.

    >>> plain_tooltip("<b>")
    '<span>&lt;b&gt;</span>'
    """
    return f"<span>{escape(words)}</span>" if words else ""


def without_mnemonic(words: str) -> str:
    """Give ``words`` for a button or menu, where Qt would take "&" for an underlined letter.

    >>> without_mnemonic("R&B")
    'R&&B'
    """
    return words.replace("&", "&&")
