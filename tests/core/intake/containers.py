"""Workbooks made byte by byte: whole ones to begin with, and containers that no program writes."""

import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

import xlsxwriter

SHEET = "xl/worksheets/sheet1.xml"
SECTOR = 512
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
PEOPLE = [["Name", "Spent"], ["Ann", 3.5], ["Bob", 12]]


def xlsx(rows=PEOPLE, sheets: Mapping[str, list] | None = None) -> bytes:
    """Make a plain .xlsx of one sheet, or of several."""
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        for title, cells in (sheets or {"People": rows}).items():
            sheet = book.add_worksheet(title)
            for i, row in enumerate(cells):
                sheet.write_row(i, 0, row)
    return content.getvalue()


def parts_of(book: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(book)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes | str], level: int = 6) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def xlsx_with(**changes: bytes) -> bytes:
    """Make a plain .xlsx whose ``sheet``, ``texts``, ``book`` ... are others."""
    places = {
        "sheet": SHEET,
        "texts": "xl/sharedStrings.xml",
        "book": "xl/workbook.xml",
        "styles": "xl/styles.xml",
        "links": "xl/_rels/workbook.xml.rels",
    }
    parts = parts_of(xlsx())
    return zipped(parts | {places[place]: part for place, part in changes.items()})


def sheet_of(rows: bytes) -> bytes:
    """Give the part of a sheet that holds ``rows``."""
    return (
        b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/'
        b'2006/main"><sheetData>' + rows + b"</sheetData></worksheet>"
    )


def ods(table: str, before: str = "") -> bytes:
    """Make an .ods whose one sheet holds ``table``."""
    content = (
        '<?xml version="1.0"?><office:document-content'
        ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
        f'{before}<office:body><office:spreadsheet><table:table table:name="People">{table}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": "<manifest:manifest/>",
            "content.xml": content,
        }
    )


def ods_row(*cells: str, times: int = 1) -> str:
    return (
        f'<table:table-row table:number-rows-repeated="{times}">{"".join(cells)}</table:table-row>'
    )


def ods_cell(value: str = "1", times: int = 1) -> str:
    """Give a cell with a number, or an empty one for ``""``."""
    has = f' office:value-type="float" office:value="{value}"' if value else ""
    return f'<table:table-cell table:number-columns-repeated="{times}"{has}/>'


def record(kind: int, body: bytes = b"") -> bytes:
    """Give a record of an .xlsb file."""
    length, size = len(body), b""
    while length > 0x7F:
        size, length = size + bytes([length & 0x7F | 0x80]), length >> 7
    head = bytes([kind & 0x7F | 0x80, kind >> 7]) if kind > 0x7F else bytes([kind])
    return head + size + bytes([length]) + body


def wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def xlsb(records: bytes, texts: bytes = b"", name: str = "worksheets/sheet1.bin") -> bytes:
    """Make an .xlsb whose one sheet holds ``records``, with a list of shared texts."""
    sheet = (
        record(0x81)
        + record(0x94, struct.pack("<4I", 0, 1, 0, 1))
        + record(0x91)
        + records
        + record(0x92)
        + record(0x82)
    )
    book = (
        record(0x83)
        + record(0x99, bytes(12))
        + record(0x8F)
        + record(0x9C, struct.pack("<2I", 0, 1) + wide("rId1") + wide("People"))
        + record(0x90)
        + record(0x84)
    )
    n = 1 if texts else 0
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.bin": book,
        f"xl/{name}": sheet,
        "xl/sharedStrings.bin": record(0x9F, struct.pack("<2I", n, n)) + texts + record(0xA0),
        "xl/_rels/workbook.bin.rels": (
            '<?xml version="1.0"?><Relationships>'
            f'<Relationship Id="rId1" Type="{kind}/worksheet" Target="{name}"/>'
            f'<Relationship Id="rId2" Type="{kind}/sharedStrings" Target="sharedStrings.bin"/>'
            "</Relationships>"
        ),
    }
    return zipped(parts)


def xlsb_row(row: int, *cells: tuple[int, bytes]) -> bytes:
    """Give a row of cells, each its column and its record (``xlsb_number`` ...)."""
    head = record(0x00, struct.pack("<I", row) + bytes(13))
    return head + b"".join(cell for _, cell in cells)


def xlsb_number(column: int, number: float) -> tuple[int, bytes]:
    return column, record(0x05, struct.pack("<2Id", column, 0, number))


def xlsb_text(column: int, text: str) -> tuple[int, bytes]:
    return column, record(0x06, struct.pack("<2I", column, 0) + wide(text))


def xlsb_shared(column: int, index: int) -> tuple[int, bytes]:
    return column, record(0x07, struct.pack("<3I", column, 0, index))


XLSB_PEOPLE = (
    xlsb_row(0, xlsb_text(0, "Name"), xlsb_text(1, "Spent"))
    + xlsb_row(1, xlsb_text(0, "Ann"), xlsb_number(1, 3.5))
    + xlsb_row(2, xlsb_text(0, "Bob"), xlsb_number(1, 12))
)


def compound(**streams: bytes) -> bytes:
    """Make a compound file of streams, each at least 4,096 bytes long after padding."""
    sectors: list[bytes] = []
    table: list[int] = []
    entries = [_entry("Root Entry", 5, _END, 0)]
    for name, content in streams.items():
        content = content.ljust(4_096, b"\0")
        entries.append(_entry(name.replace("_", " "), 2, len(sectors), len(content)))
        _append(sectors, table, content)
    first_entry = len(sectors)
    _append(sectors, table, b"".join(entries))
    n_tables = 1
    while n_tables * SECTOR // 4 < len(sectors) + n_tables:
        n_tables += 1
    first_table = len(sectors)
    table += [_TABLE] * n_tables
    packed = struct.pack(f"<{len(table)}I", *table).ljust(n_tables * SECTOR, b"\xff")
    named = [first_table + i for i in range(n_tables)]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<5H6x3I", 0x3E, 3, 0xFFFE, 9, 6, 0, n_tables, first_entry)
    header += struct.pack("<6I", 0, 4_096, _END, 0, _END, 0)
    header += struct.pack("<109I", *named, *[_FREE] * (109 - len(named)))
    return header + b"".join(sectors) + packed


def _append(sectors: list[bytes], table: list[int], content: bytes) -> None:
    pieces = [content[i : i + SECTOR] for i in range(0, len(content), SECTOR)]
    first = len(sectors)
    sectors += [piece.ljust(SECTOR, b"\0") for piece in pieces]
    table += [*range(first + 1, first + len(pieces)), _END]


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    title = (name + "\0").encode("utf-16-le")
    head = title.ljust(64, b"\0") + struct.pack("<HBB3I", len(title), kind, 1, *[_FREE] * 3)
    return (head + bytes(36) + struct.pack("<IQ", start, size)).ljust(128, b"\0")


def old(kind: int, body: bytes = b"") -> bytes:
    """Give a record of an .xls file."""
    return struct.pack("<HH", kind, len(body)) + body


def xls(*sheets: bytes) -> bytes:
    """Make an .xls whose sheets hold the records given, each with a name of its own."""
    begin = old(0x809, struct.pack("<4H8x", 0x600, 5, 0, 0))
    names = [f"S{i}".encode() for i in range(len(sheets))]
    head_size = len(begin) + sum(len(old(0x85, bytes(8) + name)) for name in names) + 4
    place, listing, bodies = head_size, b"", b""
    for name, sheet in zip(names, sheets):
        listing += old(0x85, struct.pack("<IBBBB", place, 0, 0, len(name), 0) + name)
        body = old(0x809, struct.pack("<4H8x", 0x600, 0x10, 0, 0)) + sheet + old(0x0A)
        bodies, place = bodies + body, place + len(body)
    return compound(Workbook=begin + listing + old(0x0A) + bodies)


def xls_number(row: int, column: int, number: float) -> bytes:
    return old(0x203, struct.pack("<3Hd", row, column, 0, number))


def xls_text(row: int, column: int, text: str) -> bytes:
    body = struct.pack("<3HHB", row, column, 0, len(text), 0) + text.encode("latin-1")
    return old(0x204, body)


XLS_PEOPLE = b"".join(
    xls_text(i, j, cell) if isinstance(cell, str) else xls_number(i, j, cell)
    for i, row in enumerate(PEOPLE)
    for j, cell in enumerate(row)
)


def lying(book: bytes, name: str, says: int) -> bytes:
    """Let a zip say that a part unpacks to ``says`` bytes, with the checksum of just these."""
    with zipfile.ZipFile(BytesIO(book)) as archive:
        entry, content = archive.getinfo(name), archive.read(name)
    checksum = zlib.crc32(content[:says])
    true = struct.pack("<3I", entry.CRC, entry.compress_size, entry.file_size)
    return book.replace(true, struct.pack("<3I", checksum, entry.compress_size, says))


def endless(name: str, size: int) -> bytes:
    """Make an .xlsx one part of which unpacks to blanks without end."""
    parts = parts_of(xlsx())
    return zipped(parts | {name: parts.get(name, b"") + b" " * size}, level=9)


def overlapping(n: int) -> bytes:
    """Make an .xlsx in which many names share the bytes of one part."""
    book = xlsx()
    with zipfile.ZipFile(BytesIO(book)) as archive:
        start = archive.start_dir
        n_parts = len(archive.namelist())
        entry = archive.getinfo(SHEET)
    end = book.rindex(b"PK\x05\x06")
    listing = book[start:end]
    place = listing.index(SHEET.encode()) - 46
    one = listing[place : place + 46 + len(SHEET)]
    assert entry.header_offset == struct.unpack_from("<I", one, 42)[0]
    more = b"".join(one.replace(b"sheet1.xml", b"sheet%04d.xml" % i) for i in range(n))
    more = more.replace(
        struct.pack("<H", len(SHEET)) + bytes(4), struct.pack("<H", len(SHEET) + 3) + bytes(4)
    )
    tail = struct.pack(
        "<4s4H2IH", b"PK\x05\x06", 0, 0, n_parts + n, n_parts + n, len(listing + more), start, 0
    )
    return book[:end] + more + tail
