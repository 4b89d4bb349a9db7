"""Files made to harm a reader, or that are not what they say; each by a function, made when asked."""

import gzip
import struct
from collections.abc import Callable
from random import Random

from tests.core.intake import containers as c

FAR = (
    b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
)
ENTITIES = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(9))
    + b"]>"
)
PEOPLE_XML = c.parts_of(c.xlsx())[c.SHEET]


def _noise(n: int) -> bytes:
    """Give bytes without any sense, the same ones each time: by luck they would ask for other things."""
    return Random(n).randbytes(n)


def _texts_bomb() -> bytes:
    text = b"<sst><si><t>" + b"x" * 32_000 + b"</t></si></sst>"
    cells = b"".join(
        b'<row r="%d">%s</row>' % (i, b'<c t="s"><v>0</v></c>' * 20) for i in range(1, 10_001)
    )
    return c.xlsx_with(sheet=c.sheet_of(cells), texts=text)


def _xlsb_texts_bomb() -> bytes:
    cells = b"".join(c.xlsb_row(i, *[c.xlsb_shared(j, 0) for j in range(20)]) for i in range(9_000))
    return c.xlsb(cells, c.record(0x13, b"\0" + c.wide("x" * 32_000)))


def _hidden_sheet_part(name: str, target: str) -> bytes:
    """Keep a far corner in a part whose name does not say that it is a sheet."""
    parts = c.parts_of(c.xlsx())
    parts[name] = c.sheet_of(FAR)
    links = parts["xl/_rels/workbook.xml.rels"]
    parts["xl/_rels/workbook.xml.rels"] = links.replace(b"worksheets/sheet1.xml", target.encode())
    return c.zipped(parts)


def _sectors_in_circles() -> bytes:
    book = bytearray(c.xls(c.XLS_PEOPLE))
    table = 512 * (1 + struct.unpack_from("<I", book, 76)[0])
    struct.pack_into("<I", book, table + 4, 0)  # the second sector leads back to the first
    return bytes(book)


def _cut(book: bytes, share: float) -> bytes:
    return book[: int(share * len(book))]


def _docx() -> bytes:
    return c.zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document/>"})


def _zip_in_zip() -> bytes:
    inner = c.zipped({"a.csv": b"a,b\n" * 1_000_000}, level=9)
    for _ in range(5):
        inner = c.zipped({f"{i}.zip": inner for i in range(16)}, level=9)
    return inner


def _flipped(book: bytes, name: bytes) -> bytes:
    """Change one byte of the packed bytes of a part."""
    place = book.index(name) + len(name) + 40
    return book[:place] + bytes([book[place] ^ 0xFF]) + book[place + 1 :]


def _sealed_zip() -> bytes:
    book = bytearray(c.xlsx())
    for place in range(len(book) - 4):
        if book[place : place + 4] == b"PK\x01\x02":
            book[place + 8] |= 1
    return bytes(book)


_WIDE_OPEN = c.ods_row(c.ods_cell("", 16_383), c.ods_cell())
_ATTRIBUTES = b"".join(b'<row a%d="1"' % i if i == 0 else b' a%d="1"' % i for i in range(200_000))

HOSTILE: dict[str, dict[str, Callable[[], bytes]]] = {
    "spreadsheet_too_large: cells": {
        "far_corner.xlsx": lambda: c.xlsx_with(sheet=c.sheet_of(FAR)),
        "stray_cell.xlsx": lambda: c.xlsx_with(
            sheet=c.sheet_of(
                b'<row r="1"><c r="A1"><v>1</v></c></row><row r="2440"><c r="XFD2440"><v>1</v></c></row>'
            )
        ),
        "far_corner_single_quotes.xlsx": lambda: c.xlsx_with(
            sheet=c.sheet_of(FAR.replace(b'"', b"'"))
        ),
        "far_corner_loose_equals.xlsx": lambda: c.xlsx_with(
            sheet=c.sheet_of(FAR.replace(b"=", b"\n=  "))
        ),
        "far_corner_prefixed.xlsx": lambda: c.xlsx_with(
            sheet=c.sheet_of(FAR.replace(b"<", b"<x:").replace(b"<x:/", b"</x:"))
        ),
        "far_row_number.xlsx": lambda: c.xlsx_with(
            sheet=c.sheet_of(FAR.replace(b"1048576", b"4294967295"))
        ),
        "far_column_name.xlsx": lambda: c.xlsx_with(
            sheet=c.sheet_of(FAR.replace(b"XFD1048576", b"ZZZZZZ9"))
        ),
        "far_row_only_on_row.xlsx": lambda: c.xlsx_with(
            sheet=c.sheet_of(
                b'<row r="1"><c r="XFD1"><v>1</v></c></row><row r="900000"><c><v>1</v></c></row>'
            )
        ),
        "countless_cells_without_place.xlsx": lambda: c.xlsx_with(
            sheet=c.sheet_of(
                b"<row>"
                + b"<c><v>1</v></c>" * 300_000
                + b'</row><row r="99999"><c><v>1</v></c></row>'
            )
        ),
        "far_corner_in_disguise.xlsx": lambda: _hidden_sheet_part(
            "xl/media/image1.png", "media/image1.png"
        ),
        "far_corner_in_capitals.xlsx": lambda: _hidden_sheet_part(
            "xl/WORKSHEETS/Sheet9.DAT", "/xl/worksheets/sheet9.dat"
        ),
        "repeated_cell.ods": lambda: c.ods(c.ods_row(c.ods_cell(times=16_384), times=1_048_576)),
        "repeated_without_end.ods": lambda: c.ods(c.ods_row(c.ods_cell(times=10**11))),
        "far_corner.ods": lambda: c.ods(
            _WIDE_OPEN
            + c.ods_row(c.ods_cell("", 16_384), times=1_048_574)
            + c.ods_row(c.ods_cell())
        ),
        "many_far_rows.ods": lambda: c.ods(_WIDE_OPEN * 20_000),
        "hidden_end.ods": lambda: c.ods(
            c.ods_row("<!-- </table:table-row> -->", _WIDE_OPEN)
            + c.ods_row(c.ods_cell(), times=99_999)
        ),
        "far_corner.xlsb": lambda: c.xlsb(
            c.xlsb_row(0, c.xlsb_number(0, 1)) + c.xlsb_row(1_048_575, c.xlsb_number(16_383, 1))
        ),
        "far_column_in_disguise.xlsb": lambda: c.xlsb(
            c.xlsb_row(0, c.xlsb_number(0, 1), c.xlsb_number(0xFFFFFFF0, 1)),
            name="worksheets/_rels/s.xml",
        ),
        "far_column.xlsb": lambda: c.xlsb(
            c.xlsb_row(0, c.xlsb_number(0, 1), c.xlsb_number(0xFFFFFFF0, 1))
        ),
        "far_column.xls": lambda: c.xls(c.XLS_PEOPLE + c.xls_number(65_535, 65_535, 1)),
        "far_corners_on_many_sheets.xls": lambda: c.xls(
            *[c.xls_number(0, 0, 1) + c.xls_number(65_535, 255, 1)] * 50
        ),
    },
    "spreadsheet_too_large: memory": {
        "endless_page.xls": lambda: b"<table><tr><td>a<td>b" + b"<tr><td>1<td>2" * (3 << 20),
    },
    "spreadsheet_too_large: bytes": {
        "texts_bomb.xlsx": _texts_bomb,
        "endless_sheet.xlsx": lambda: c.endless(c.SHEET, 100 << 20),
        "endless_extra.xlsx": lambda: c.endless("xl/extra.bin", 100 << 20),
        "countless_blanks.ods": lambda: c.ods(
            c.ods_row(
                '<table:table-cell office:value-type="string"><text:p><text:s text:c="4000000000"/>'
                "</text:p></table:table-cell>"
            )
        ),
        "long_text_repeated.ods": lambda: c.ods(
            c.ods_row(
                '<table:table-cell office:value-type="string" table:number-columns-repeated="9000">'
                f"<text:p>{'x' * 500_000}</text:p></table:table-cell>"
            )
        ),
        "endless_row.ods": lambda: c.ods(c.ods_row(c.ods_cell() * 600_000)),
        "texts_bomb.xlsb": _xlsb_texts_bomb,
    },
    "spreadsheet_damaged": {
        "entities.xlsx": lambda: c.xlsx_with(
            sheet=ENTITIES + c.sheet_of(b"<row><c><v>&j;</v></c></row>")
        ),
        "entities_in_texts.xlsx": lambda: c.xlsx_with(
            texts=ENTITIES + b"<sst><si><t>&j;</t></si></sst>"
        ),
        "entity_from_outside.xlsx": lambda: c.xlsx_with(
            sheet=b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + c.sheet_of(b"&a;")
        ),
        "overlapping_parts.xlsx": lambda: c.overlapping(500),
        "says_less_than_it_is.xlsx": lambda: c.lying(c.xlsx(), c.SHEET, 100),
        "says_more_than_it_is.xlsx": lambda: c.lying(c.xlsx(), c.SHEET, 900_000),
        "flipped_byte.xlsx": lambda: _flipped(c.xlsx(), c.SHEET.encode()),
        "cut_short.xlsx": lambda: _cut(c.xlsx(), 0.7),
        "cut_very_short.xlsx": lambda: c.xlsx()[:30],
        "countless_attributes.xlsx": lambda: c.xlsx_with(sheet=c.sheet_of(_ATTRIBUTES + b"/>")),
        "endless_tag.xlsx": lambda: c.xlsx_with(
            sheet=c.sheet_of(b'<row a="' + _noise(1 << 20).hex().encode() * 2 + b'"/>')
        ),
        "sheet_that_is_not_there.xlsx": lambda: c.xlsx_with(links=b"<Relationships/>"),
        "sheet_of_nothing.xlsx": lambda: c.xlsx_with(sheet=b""),
        "sheet_of_zeros.xlsx": lambda: c.xlsx_with(sheet=bytes(100_000)),
        "text_that_is_not_there.xlsx": lambda: c.xlsx_with(
            sheet=c.sheet_of(b'<row r="1"><c r="A1" t="s"><v>999999999</v></c></row>')
        ),
        "entities.ods": lambda: c.ods(c.ods_row(c.ods_cell()), ENTITIES.decode()),
        "broken_records.xlsb": lambda: c.xlsb(b"\xff\xff\xff\xff\xff\x7f" * 1_000),
        "noise.xlsb": lambda: c.xlsb(_noise(100_000)),
        "sectors_in_circles.xls": _sectors_in_circles,
        "cut_short.xls": lambda: _cut(c.xls(c.XLS_PEOPLE), 0.4),
        "noise_in_records.xls": lambda: c.compound(Workbook=_noise(50_000)),
        "zeros.xlsx": lambda: bytes(1 << 20),
        "endless_line.xls": lambda: b"x" * (20 << 20),
        "noise.ods": lambda: _noise(10_000),
    },
    "spreadsheet_too_large: entries": {
        "countless_parts.xlsx": lambda: c.zipped(
            c.parts_of(c.xlsx()) | {f"xl/{i}.xml": b"" for i in range(20_000)}
        ),
    },
    "empty_file": {
        "no_sheets.xlsx": lambda: c.xlsx_with(book=b"<workbook><sheets/></workbook>"),
        "empty_formatted_rows.xlsx": lambda: c.xlsx_with(
            sheet=c.sheet_of(
                b"".join(
                    b'<row r="%d"><c r="A%d" s="0"/></row>' % (i, i) for i in range(1, 300_001)
                )
            )
        ),
        "nothing.xlsx": lambda: b"",
    },
    "spreadsheet_locked": {
        "locked_zip.xlsx": _sealed_zip,
        "locked.xlsx": lambda: c.compound(EncryptedPackage=bytes(5_000), EncryptionInfo=bytes(100)),
        "locked.xls": lambda: c.xls(c.old(0x2F, bytes(6)) + c.XLS_PEOPLE),
        "locked.ods": lambda: c.zipped(
            {
                "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                "META-INF/manifest.xml": "<manifest:encryption-data/>",
                "content.xml": _noise(2_000),
            }
        ),
    },
    "unknown_format": {
        "page.xlsx": lambda: (
            b"<!DOCTYPE html><html><body><p>Log in to see your list</p></body></html>"
        ),
        "countless_tags.xls": lambda: b"<!--" + b"<a <b" * 400_000 + b"<!-- <td" * 100_000,
        "letter.doc": lambda: c.compound(WordDocument=bytes(5_000)),
        "letter_renamed.xlsx": _docx,
        "slides_renamed.xlsx": lambda: c.zipped({"ppt/presentation.xml": "<p:presentation/>"}),
        "picture.xlsx": lambda: b"\xff\xd8\xff\xe0\0\x10JFIF\0" + _noise(5_000),
        "printed.xlsx": lambda: b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n",
    },
    "archive_without_table": {
        "zip_in_zip.zip": _zip_in_zip,
    },
    "not_a_table": {
        "wide_cells.html": lambda: (
            b"<table>"
            + b'<tr><td colspan="999999999" rowspan="999999999">a<td>b' * 50
            + b"</table>"
        ),
        "zeros.csv": lambda: b"a,b\n1,2\n" + bytes(1 << 20),
        "endless_line.csv": lambda: b"a,b," * (5 << 20),
        "packed_without_end.csv.gz": lambda: gzip.compress(bytes(270 << 20), 1),
    },
}
"""The content by the name that its file should have, by the code of the refusal and its limit."""
