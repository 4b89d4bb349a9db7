"""Making cells harmless that a spreadsheet program would run as a formula.

The rule, the same for cells and headers of a CSV file:

* A cell is *live* if its first character, white space aside, is ``=``, ``+``, ``-`` or ``@`` (also
  in full width), or if it begins with a tab or a line break.
* It is left alone all the same if it is a plain number (``-3.5``, ``+1.204,50``, ``-€ 12``,
  ``-5 %``), a telephone number without hyphens (``+31 6 1234 5678``), or nothing but hyphens and
  plus signs (``-``, ``--``). A telephone number with hyphens is live: a spreadsheet would subtract.
* A live cell gets an apostrophe in front; nothing else is ever changed.

A workbook needs none of this: there, text is written as text.
"""

import re

_NO_BREAK = "\u00a0\u2007\u202f"
_SPACE = f"\t\n\v\f\r {_NO_BREAK}\u200b\u3000\ufeff"
_CURRENCY = "$€£¥"
_NUMBER = (
    f"[+-] ?[{_CURRENCY}]? ?[.,]?[0-9][0-9.,'’ {_NO_BREAK}]*([eE][+-]?[0-9]+)?"
    f"[ {_NO_BREAK}]?[%{_CURRENCY}]?"
)
_TELEPHONE = rf"\+[0-9(][0-9 .(){_NO_BREAK}]*"

# Both are read by Python and by the database that writes large files (csv_file).
LIVE_START = f"^[{_SPACE}]*[=+@＝＋－＠-]|^[\t\n\r]"
HARMLESS = f"^[{_SPACE}]*({_NUMBER}|{_TELEPHONE}|[+-]+)[{_SPACE}]*$"

_LIVE_START, _HARMLESS = re.compile(LIVE_START), re.compile(HARMLESS)


def is_live(text: str) -> bool:
    """Tell whether a spreadsheet program may run ``text`` as a formula.

    Examples
    --------
    >>> [is_live(text) for text in ("=1+1", "@SUM(A1)", "-3.5", "+31 6 1234 5678", "a=b")]
    [True, True, False, False, False]
    """
    return _LIVE_START.match(text) is not None and _HARMLESS.match(text) is None


def defused(text: str) -> str:
    """Give ``text`` as it can be written to a CSV file without coming to life.

    Examples
    --------
    >>> defused("=1+1"), defused("Ann")
    ("'=1+1", 'Ann')
    """
    return "'" + text if is_live(text) else text
