"""Which encoding the bytes of a text file are in."""

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.core.intake.text.letters import EAST_ASIAN_PAGES, SINGLE_BYTE_PAGES, likeness

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

_BETWEEN_CELLS = re.compile(rb'[,;\t|"\r\n]+')
_LETTERS_TO_JUDGE = 4_000  # bytes of cells with letters beyond ASCII
_PLAIN_IN_UTF16 = 0.1  # of the letters; even Chinese lists have line ends and figures
_ENOUGH_LETTERS = 4  # fewer prove nothing against the habits of a region
_CLEARLY = 0.3  # more likeness than the region's page has
_LIKELY = 0.6
_SOME = 0.25  # what looks even less like any language is letter salad
_WORDS_TO_SHOW = 4
_LONGEST_TO_SHOW = 32  # bytes
_MOST_TO_SHOW = 5
_FEW_BROKEN = 0.1  # of the letters beyond ASCII
BROKEN = "\ufffd"
"""What stands for a letter that cannot be read."""


@dataclass(frozen=True, slots=True)
class LettersPreview:
    """What a few words of a file look like in ``encoding``; the same words in every preview.

    ``others`` are the encodings in which they look the same.
    """

    encoding: str
    words: tuple[str, ...]
    others: tuple[str, ...] = ()

    def shows(self, encoding: str) -> bool:
        """Tell whether the words look so in ``encoding``, whatever name of it is used.

        Examples
        --------
        >>> LettersPreview("cp1252", ("Zoë",), ("cp1250",)).shows("windows-1250")
        True
        """
        names = {codecs.lookup(name).name for name in (self.encoding, *self.others)}
        return codecs.lookup(encoding).name in names


def marked_encoding(head: bytes) -> str | None:
    """Give the encoding that a byte order mark names, ``None`` without a mark.

    Examples
    --------
    >>> marked_encoding("a,b".encode("utf-16"))
    'utf-16'
    """
    return next((name for mark, name in _BYTE_ORDER_MARKS if head.startswith(mark)), None)


def unmarked_utf16(head: bytes) -> str | None:
    r"""Give the UTF-16 that ``head`` is written in without saying so, else ``None``.

    Every line ends in a sign of two bytes, one of which is zero, and text has no other zeros.

    Examples
    --------
    >>> unmarked_utf16("Zoë,3\n".encode("utf-16-be")), unmarked_utf16(b"Zoe,3")
    ('utf-16-be', None)
    """
    if b"\0" not in head:
        return None
    whole = head[: len(head) // 2 * 2]
    for encoding in ("utf-16-le", "utf-16-be"):
        text = codecs.getincrementaldecoder(encoding)("ignore").decode(whole)
        n_plain = sum(map(text.count, " ,;\t\r\n0123456789aeinost"))
        is_text = all(map(str.isprintable, "".join(text.split())))
        if (
            is_text
            and "\n" in text.replace("\r", "\n")
            and n_plain > max(_PLAIN_IN_UTF16 * len(text), 1)
        ):
            return encoding
    return None


def candidate_encodings(head: bytes, code_page: str, told: str | None) -> tuple[str, ...]:
    """Give the encodings that may fit, the likeliest first; only ``told`` if the user named one.

    The region's ``code_page`` goes before all that prove nothing, unless another page makes the
    words look like words and this one does not.
    """
    if told is not None:
        return (told,)
    if (marked := marked_encoding(head)) is not None:
        return (marked,)
    if (wide := unmarked_utf16(head)) is not None:
        return (wide,)
    return tuple(dict.fromkeys(("utf-8", *_pages_to_try(head, code_page), *_LAST_RESORTS)))


def letters_previews(head: bytes, code_page: str) -> tuple[LettersPreview, ...]:
    r"""Show the words of ``head`` that have odd letters in each encoding that makes sense of them.

    The likeliest comes first; encodings that show the same words are one. Nothing if there are
    no odd letters, or if the bytes themselves say how they are written.

    Examples
    --------
    >>> for preview in letters_previews("1,Łódź\n".encode("cp1250"), "cp1252")[:2]:
    ...     print(preview.encoding, preview.words)
    cp1250 ('Łódź',)
    cp850 ('ú¾dƒ',)
    """
    if marked_encoding(head) or unmarked_utf16(head):
        return ()
    pieces = _foreign_cells(head)
    short = [piece for piece in pieces if len(piece) <= _LONGEST_TO_SHOW] or pieces
    shown: dict[tuple[str, ...], list[str]] = {}
    for encoding in ("utf-8", *_likeness_by_page(head, code_page), *_LAST_RESORTS):
        is_mended = encoding == "utf-8" and is_mostly_utf8(head)
        if pieces and (is_mended or _fits(head, encoding)):
            errors = mended_by(code_page) if is_mended else "ignore"
            words = [piece.decode(encoding, errors) for piece in short[:_WORDS_TO_SHOW]]
            key = tuple(map(_shown, words))
            shown[key] = [*shown.get(key, []), encoding]
    previews = (LettersPreview(first, words, (*rest,)) for words, (first, *rest) in shown.items())
    return tuple(previews)[:_MOST_TO_SHOW]


def _shown(word: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in word[:_LONGEST_TO_SHOW])


def is_mostly_utf8(head: bytes) -> bool:
    r"""Tell whether the top of a file is UTF-8 with hardly a letter of something else in between.

    Such files come about when an export is put together from two systems.

    Examples
    --------
    >>> is_mostly_utf8("Zoë, Björn, Käthe, Łukasz ".encode() * 3 + b"J\xfcrgen")
    True
    """
    text = head.decode("utf-8", "replace")
    n_broken = text.count(BROKEN)
    n_whole = sum(letter > "\x7f" for letter in text) - n_broken
    return n_whole >= _ENOUGH_LETTERS and n_broken <= _FEW_BROKEN * n_whole + 1


def mended_by(page: str) -> str:
    r"""Give the way to treat errors, as codecs call it, that reads what is no UTF-8 in ``page``.

    Examples
    --------
    >>> b"J\xfcrgen".decode("utf-8", mended_by("cp1252"))
    'Jürgen'
    """

    def mend(problem: UnicodeError) -> tuple[str, int]:
        assert isinstance(problem, UnicodeDecodeError)
        broken = problem.object[problem.start : problem.end]
        return broken.decode(page, "replace"), problem.end

    name = f"clientele-{page}"
    codecs.register_error(name, mend)
    return name


def _foreign_cells(head: bytes) -> list[bytes]:
    """Give the distinct cells that do not read the same in all pages."""
    cells = (cell.strip() for cell in _BETWEEN_CELLS.split(head) if not cell.isascii())
    return list(dict.fromkeys(cells))


def _pages_to_try(head: bytes, code_page: str) -> tuple[str, ...]:
    """Give the pages that fit, the region's first unless it plainly makes no words of the bytes."""
    likeness_by_page = _likeness_by_page(head, code_page)
    likely = [page for page, found in likeness_by_page.items() if found > _SOME]
    if code_page not in likeness_by_page:
        return tuple(likely)
    best_page, best = next(iter(likeness_by_page.items()))
    is_clear = best > _LIKELY and best > likeness_by_page[code_page] + _CLEARLY
    n_letters = sum(sum(byte > 0x7F for byte in cell) for cell in _foreign_cells(head))
    first = best_page if is_clear and n_letters >= _ENOUGH_LETTERS else code_page
    return tuple(dict.fromkeys((first, code_page, *likely)))


def _likeness_by_page(head: bytes, code_page: str) -> dict[str, float]:
    """Give how much like words each page makes the bytes, the most first; a draw is the region's."""
    pieces = b"\n".join(_foreign_cells(head))[:_LETTERS_TO_JUDGE]
    if not pieces or _fits(head, "utf-8"):
        return {code_page: 1.0}
    pages = dict.fromkeys((code_page, *SINGLE_BYTE_PAGES, *EAST_ASIAN_PAGES))
    likeness_by_page = {
        page: likeness(pieces.decode(page, "ignore"), page) for page in pages if _fits(head, page)
    }
    # Two bytes make some letter of nearly anything, so these pages come after those of one byte.
    best_first = sorted(
        likeness_by_page.items(),
        key=lambda item: (item[0] in EAST_ASIAN_PAGES and item[0] != code_page, -item[1]),
    )
    return dict(best_first)


def _fits(head: bytes, encoding: str) -> bool:
    """Tell whether the top of a file, cut anywhere, is text in this encoding."""
    try:
        codecs.getincrementaldecoder(encoding)().decode(head)
    except UnicodeError:
        return False
    return True


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


def is_text(blocks: Iterable[bytes], encoding: str, errors: str = "strict") -> bool:
    """Tell whether all the bytes, taken together, are text in this encoding.

    Examples
    --------
    >>> is_text(["Zürich".encode("cp1252")], "utf-8")
    False
    """
    decoder = codecs.getincrementaldecoder(encoding)(errors)
    try:
        for block in blocks:
            decoder.decode(block)
        decoder.decode(b"", True)
    except UnicodeError:
        return False
    return True
