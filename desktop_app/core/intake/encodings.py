"""Which encoding the bytes of a text file are in."""

import codecs
import re
from collections.abc import Iterable

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ALPHABETS = re.compile(
    r"ascii|utf-(?:8(?:-sig)?|(?:16|32)(?:-[bl]e)?)|iso8859-\d+|cp\d+|koi8-\w|kz1048|mac-\w+"
    r"|tis-620|gb\w+|big5\w*|(?:shift_jis|euc_)\w*|johab"
)  # other codecs write addresses, source code or letters to be posted, but no lists
_LAST_RESORTS = ("cp1252", "latin-1")  # the second one fits any bytes


def marked_encoding(head: bytes) -> str | None:
    """Give the encoding that a byte order mark names, ``None`` without a mark.

    Examples
    --------
    >>> marked_encoding("a,b".encode("utf-16"))
    'utf-16'
    """
    return next((name for mark, name in _BYTE_ORDER_MARKS if head.startswith(mark)), None)


def candidate_encodings(head: bytes, code_page: str, told: str | None) -> tuple[str, ...]:
    """Give the encodings that may fit, the likeliest first; only ``told`` if the user named one."""
    if told is not None:
        return (told,)
    if (marked := marked_encoding(head)) is not None:
        return (marked,)
    return tuple(dict.fromkeys(("utf-8", code_page, *_LAST_RESORTS)))


def codec_for(encoding: str) -> str:
    """Give the codec that reads an encoding and leaves out the mark of UTF-8."""
    is_utf8 = codecs.lookup(encoding).name == "utf-8"
    return "utf-8-sig" if is_utf8 else encoding


def is_text_encoding(name: str) -> bool:
    """Tell whether files are written in the encoding of this name.

    Examples
    --------
    >>> is_text_encoding("latin-1"), is_text_encoding("hex"), is_text_encoding("klingon")
    (True, False, False)
    """
    try:
        codec = codecs.lookup(name).name
    except (LookupError, ValueError):
        return False
    return _ALPHABETS.fullmatch(codec) is not None


def is_text(blocks: Iterable[bytes], encoding: str) -> bool:
    """Tell whether all the bytes, taken together, are text in this encoding.

    Examples
    --------
    >>> is_text(["Zürich".encode("cp1252")], "utf-8")
    False
    """
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for block in blocks:
            decoder.decode(block)
        decoder.decode(b"", True)
    except UnicodeError:
        return False
    return True
