"""Whole workbooks with something changed: in the bytes of the file, or in a part before packing."""

import random
import struct

from tests.core.intake import containers as c

_ODD_NUMBERS = (0, 1, 0x7F, 0x80, 0xFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF)
_ODD_WORDS = (
    b"<", b">", b"<row", b'<c r="XFD1048576">', b"<c>", b"</sheetData>", b"<!DOCTYPE x>", b"&#0;",
    b' r="', b"=", b'"', b"\0" * 16, b"<table:table-row", b'table:number-rows-repeated="99"',
    b"</table:table-row>", b"PK\x01\x02", b"PK\x05\x06", b"\xff" * 9, b"9" * 20, b"-1",
)  # fmt: skip


def seeds() -> list[bytes]:
    """Give a small workbook of every kind."""
    people = c.ods("".join(c.ods_row(c.ods_cell("1"), c.ods_cell("2", 3)) for _ in range(4)))
    return [
        c.xlsx(),
        c.xlsb(
            c.XLSB_PEOPLE + c.xlsb_row(3, c.xlsb_shared(0, 0)), c.record(0x13, b"\0" + c.wide("x"))
        ),
        people,
        c.xls(c.XLS_PEOPLE, c.XLS_PEOPLE),
        c.compound(EncryptedPackage=bytes(5_000)),
    ]


def mutated(book: bytes, chance: random.Random) -> bytes:
    """Change a workbook in one to four ways; half of the zips are changed before they are packed."""
    if book.startswith(b"PK") and chance.random() < 0.5:
        parts = c.parts_of(book)
        for _ in range(chance.randint(1, 3)):
            name = chance.choice(list(parts))
            parts[name] = _changed(parts[name], chance)
        return c.zipped(parts, level=1)
    for _ in range(chance.randint(1, 4)):
        book = _changed(book, chance)
    return book


def _changed(content: bytes, chance: random.Random) -> bytes:
    place = chance.randint(0, len(content))
    before, after = content[:place], content[place:]
    match chance.randint(0, 6):
        case 0:
            return before + bytes([chance.randint(0, 255)]) + after[1:]
        case 1:
            return before + struct.pack("<I", chance.choice(_ODD_NUMBERS)) + after[4:]
        case 2:
            return before + chance.choice(_ODD_WORDS) + after
        case 3:
            return before
        case 4:
            return before + after[chance.randint(1, 64) :]
        case 5:
            other = chance.randint(0, len(content))
            return before + content[other : other + chance.randint(1, 256)] + after
        case _:
            return before + chance.randbytes(chance.randint(1, 16)) + after
