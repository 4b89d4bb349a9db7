"""Names that every system accepts for its files."""

import re

LONGEST = 60
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


def file_stem(words: str) -> str:
    """Give ``words`` as a file can be called.

    Examples
    --------
    >>> file_stem("A Big/small: spenders.")
    'A Big small spenders'
    """
    return " ".join(_FORBIDDEN.sub(" ", words).split())[:LONGEST].strip(" .'") or "-"
