import codecs

import pytest

from desktop_app.core.intake.encodings import (
    candidate_encodings,
    is_text,
    is_text_encoding,
    marked_encoding,
)
from desktop_app.core.intake.regions import Region, region_of


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (codecs.BOM_UTF8 + b"a", "utf-8"),
        (codecs.BOM_UTF16_LE + b"a\0", "utf-16"),
        (codecs.BOM_UTF16_BE + b"\0a", "utf-16"),
        (codecs.BOM_UTF32_LE + b"a\0\0\0", "utf-32"),
        (b"abc", None),
    ],
)
def test_a_byte_order_mark_names_the_encoding(head, encoding):
    assert marked_encoding(head) == encoding


def test_the_likeliest_encoding_comes_first():
    assert candidate_encodings(b"abc", "cp1251", None) == ("utf-8", "cp1251", "cp1252", "latin-1")
    assert candidate_encodings(b"abc", "cp1252", None) == ("utf-8", "cp1252", "latin-1")
    assert candidate_encodings(b"abc", "cp1252", "cp437") == ("cp437",)


def test_a_letter_that_two_blocks_share_is_text():
    first, second = b"Z\xc3", b"\xbcrich"

    assert is_text([first, second], "utf-8")
    assert not is_text([first], "utf-8")
    assert not is_text([first, b"rich"], "utf-8")


@pytest.mark.parametrize(
    ("locale", "region"),
    [
        ("de_DE.UTF-8", Region("cp1252", ",")),
        ("de_CH", Region("cp1252", ".")),
        ("en-GB", Region("cp1252", ".")),
        ("pl_PL.ISO8859-2", Region("cp1250", ",")),
        ("ru_RU", Region("cp1251", ",")),
        ("zh_TW", Region("cp950", ".")),
        ("ja", Region("cp932", ".")),
        ("sr@latin", Region("cp1251", ",")),
        ("C.UTF-8", Region()),
        ("", Region()),
    ],
)
def test_a_locale_tells_the_habits_of_its_region(locale, region):
    assert region_of(locale) == region


@pytest.mark.parametrize(
    "name", ["utf8", "UTF-16LE", "latin-1", "ISO-8859-15", "windows-1251", "cp437", "gbk", "sjis"]
)
def test_an_alphabet_of_files_may_be_told(name):
    assert is_text_encoding(name)


@pytest.mark.parametrize(
    "name", ["idna", "punycode", "unicode_escape", "rot13", "hex", "undefined", "klingon", "", "\0"]
)
def test_a_codec_that_no_file_is_written_in_is_no_alphabet(name):
    assert not is_text_encoding(name)
