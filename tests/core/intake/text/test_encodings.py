import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.intake.reading import read_table
from desktop_app.core.intake.regions import Region, region_of
from desktop_app.core.intake.text.encodings import (
    BROKEN,
    candidate_encodings,
    is_mostly_utf8,
    is_text,
    is_text_encoding,
    letters_previews,
    marked_encoding,
    mended_by,
    unmarked_utf16,
)
from desktop_app.core.intake.text.letters import SINGLE_BYTE_PAGES, likeness
from tests.core.intake.code_pages import TONGUES, short_lists


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


def test_short_lists_of_eight_regions_are_read_right(tmp_path):
    path = tmp_path / "list.csv"
    wrong = []

    for tongue, header, rows, content in short_lists(48):
        path.write_bytes(content)
        table = read_table(path, region=region_of(tongue.locale))
        if (list(table.header), [list(row) for row in table.rows]) != (header, rows):
            wrong.append((tongue.page, table.form.encoding))

    assert wrong == []


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text", ["name,town\nZoë,Köln\n", "имя;город\nИван;Москва\n", "名,町,n\n山田,東京,12\n"]
)
def test_two_bytes_a_letter_are_seen_without_a_mark(tmp_path, encoding, text):
    path = tmp_path / "list.csv"
    path.write_bytes(text.encode(encoding))

    table = read_table(path)

    assert unmarked_utf16(text.encode(encoding)) == encoding
    assert [",".join(row) for row in table.rows] == [text.split("\n")[1].replace(";", ",")]
    assert table.form.encoding == encoding


@pytest.mark.parametrize(
    "content", [b"", b"a,b\n1,2\n", b"a\0b,\0c\n", b"\0\0\0\0\n\0", bytes(range(256)) * 4]
)
def test_other_bytes_are_no_text_of_two_bytes_a_letter(content):
    assert unmarked_utf16(content) is None


@given(st.binary(max_size=200), st.sampled_from(("cp1252", "cp1251", "cp932")))
def test_any_bytes_have_an_encoding_and_previews(content, page):
    candidates = candidate_encodings(content, page, None)

    assert candidates
    assert all(is_text_encoding(name) for name in candidates)
    for preview in letters_previews(content, page):
        assert is_text_encoding(preview.encoding)


@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("Przemysław Wójcik, Łódź", "cp1250"),
        ("Иван Петров, Москва", "cp1251"),
        ("Jürgen Müller, Köln, Größe", "cp850"),
        ("Élodie Bérénger, Besançon", "mac-roman"),
        ("Иван Петров, Тверь", "cp866"),
    ],
)
def test_letter_salad_in_the_regions_page_gives_way_to_words(words, page):
    first = next(name for name in candidate_encodings(words.encode(page), "cp1252", None)[1:])

    assert words.encode(page).decode(first) == words


@pytest.mark.parametrize("words", ["5 € – 7 €", "Ø 12 cm", "30° … 40°", "Ž", "½ kg", "Café"])
def test_a_few_signs_prove_nothing_against_the_region(words):
    candidates = candidate_encodings(words.encode("cp1252"), "cp1252", None)

    assert candidates[:2] == ("utf-8", "cp1252")


@pytest.mark.parametrize("tongue", TONGUES[:-1], ids=lambda tongue: tongue.page)
def test_words_look_most_like_words_in_their_own_page(tongue):
    content = f"{tongue.names}|{tongue.towns}|{tongue.words}".encode(tongue.page)
    text_by_page = {}
    for page in SINGLE_BYTE_PAGES:
        try:
            text_by_page[page] = content.decode(page)
        except UnicodeError:
            continue

    best = max(text_by_page, key=lambda page: likeness(text_by_page[page], page))

    assert text_by_page[best] == content.decode(tongue.page)


def test_previews_show_the_same_words_the_likeliest_first():
    text = "id,name,town\n1,Łukasz Wójcik,Łódź\n2,Jan Nowak,Gdańsk\n"

    previews = letters_previews(text.encode("cp1250"), "cp1252")

    assert previews[0].encoding == "cp1250"
    assert previews[0].words == ("Łukasz Wójcik", "Łódź", "Gdańsk")
    assert {"£ukasz Wójcik"} <= {preview.words[0] for preview in previews}
    assert len({preview.words for preview in previews}) == len(previews)


def test_unicode_comes_first_in_previews_where_it_fits():
    previews = letters_previews("1,Zoë\n".encode(), "cp1252")

    assert (previews[0].encoding, previews[0].words) == ("utf-8", ("Zoë",))
    assert previews[1].words == ("ZoÃ«",)


@pytest.mark.parametrize("content", [b"id,name\n1,Ann\n", "1,Zoë\n".encode("utf-16"), b""])
def test_there_is_nothing_to_choose_where_nothing_is_in_doubt(content):
    assert letters_previews(content, "cp1252") == ()


MIXED = "id,name\n1,Zoë\n2,Björn\n3,Łukasz\n4,Käthe\n".encode() + "5,Jürgen\n6,Weiß\n".encode(
    "cp1252"
)


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_a_few_letters_of_another_system_do_not_spoil_the_rest(tmp_path, mark):
    path = tmp_path / "mixed.csv"
    more = "".join(f"{i},Åse Sørensen\n" for i in range(10, 40))
    path.write_bytes(mark + MIXED + more.encode())

    table = read_table(path)

    names = [row[1] for row in table.rows[:6]]
    assert names == ["Zoë", "Björn", "Łukasz", "Käthe", "Jürgen", "Weiß"]
    assert table.rows[-1][1] == "Åse Sørensen"
    assert table.form.encoding == "utf-8"
    noticed = {oddity.code: oddity for oddity in table.oddities}["mixed_letters"]
    assert (noticed.count, noticed.rows) == (2, (6, 7))


def test_the_chooser_shows_what_is_read_of_mixed_letters():
    content = MIXED + "".join(f"{i},Åse\n" for i in range(30)).encode()

    first = letters_previews(content, "cp1252")[0]

    assert first.encoding == "utf-8"
    assert first.words == ("Zoë", "Björn", "Łukasz", "Käthe")


def test_half_and_half_is_not_taken_for_a_few_letters():
    assert candidate_encodings("Jürgen".encode("cp1252"), "cp1252", None)[1] == "cp1252"
    assert not is_mostly_utf8(b"Zo\xc3\xab " + "Jürgen Weiß Köln Größe".encode("cp1252"))


@given(st.binary(max_size=80))
def test_any_bytes_can_be_mended(content):
    text = content.decode("utf-8", mended_by("cp1252"))

    assert (BROKEN in text) <= (b"\xef\xbf\xbd" in content or not is_text([content], "cp1252"))
