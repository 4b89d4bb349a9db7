"""Telling what a file is that is no table, so that the words about it can name it.

The kinds are ``text_document``, ``slides``, ``picture``, ``printout`` (PDF), ``database``,
``packed`` and ``page``.
"""

from collections.abc import Collection

_KIND_BY_MARK = {
    b"%PDF-": "printout",
    b"{\\rtf": "text_document",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF8": "picture",
    b"RIFF": "picture",
    b"SQLite f": "database",
    b"Rar!": "packed",
    b"7z\xbc\xaf": "packed",
}
_KIND_BY_PART = {
    "word/document.xml": "text_document",
    "worddocument": "text_document",
    "ppt/presentation.xml": "slides",
    "powerpoint document": "slides",
}


def kind_by_mark(mark: bytes) -> str | None:
    """Tell the kind of a file by its first bytes, ``None`` if they are not known.

    Examples
    --------
    >>> kind_by_mark(b"%PDF-1.7"), kind_by_mark(b"Name,Age")
    ('printout', None)
    """
    return next((kind for start, kind in _KIND_BY_MARK.items() if mark.startswith(start)), None)


def kind_by_parts(names: Collection[str]) -> str | None:
    """Tell the kind of a container by the names of its parts or streams, ``None`` if not known.

    Examples
    --------
    >>> kind_by_parts({"[Content_Types].xml", "word/document.xml"})
    'text_document'
    """
    folded = {name.casefold() for name in names}
    return next((kind for part, kind in _KIND_BY_PART.items() if part in folded), None)
