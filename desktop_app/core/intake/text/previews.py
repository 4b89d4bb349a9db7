"""Previews for the one question that only eyes can answer: are these the right letters?"""

from pathlib import Path

from desktop_app.core.intake.archives import source_inside
from desktop_app.core.intake.regions import region_of
from desktop_app.core.intake.sources import find_source, reading
from desktop_app.core.intake.text.encodings import LettersPreview, letters_previews
from desktop_app.core.intake.workbooks.spreadsheets import is_workbook
from desktop_app.core.progress import NO_PROGRESS, Progress

_PIECE = 1 << 18  # bytes


def preview_letters(
    path: Path, region: str = "", *, progress: Progress = NO_PROGRESS
) -> tuple[LettersPreview, ...]:
    """Show a few words of a text file in each encoding that makes sense of them.

    ``region`` is the locale whose habits go first. Nothing for a workbook and for a file without
    letters that could look wrong.

    Raises
    ------
    FileMissing, FileUnreadable, EmptyFile
        The file is not there, not ours to read, or empty.
    AppError
        As ``archives.source_inside``.

    Examples
    --------
    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp(), "customers.csv")
    >>> _ = path.write_bytes("1,Łódź".encode("cp1250"))
    >>> [(preview.encoding, preview.words) for preview in preview_letters(path, "pl")][:1]
    [('cp1250', ('Łódź',))]
    """
    source = source_inside(find_source(path))
    if is_workbook(source):
        return ()
    with reading(source.path), source.open() as file:
        while head := file.read(_PIECE):
            progress.checkpoint()
            if not head.isascii():  # what came before it was, so that no letter was cut in two
                return letters_previews(head, region_of(region).code_page)
    return ()
