"""What tells that two entries are one person."""

import pytest

from desktop_app.core.checking.findings.people import email_key, name_key, phone_key, post_code_key


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("+49 (0)711 123456", "0711/12 34 56"),
        ("0049 711 123456", "+49711123456"),
        ("+1 (212) 555-0123", "212.555.0123"),
        ("12125550123", "(212) 555-0123"),
        ("+45 12 34 56 78", "12345678"),
        ("+353 1 234 5678", "01 234 5678"),
        ("+7 912 345-67-89", "912 3456789"),
        ("'0711 123456", "0711 123456"),
    ],
)
def test_one_number_written_in_two_ways(first, second):
    assert phone_key(first) == phone_key(second) != ""


@pytest.mark.parametrize("word", ["", "n/a", "123", "000000000", "none"])
def test_what_is_no_phone_number_is_nobodys(word):
    assert phone_key(word) == ""


def test_numbers_of_two_cities_differ():
    assert phone_key("212 555 0123") != phone_key("312 555 0123")


def test_a_name_of_one_word_is_nobodys():
    assert name_key("Ann") == name_key("") == name_key("not known") == ""


def test_what_is_no_address_and_no_code_is_nobodys():
    assert email_key("none") == post_code_key("none") == ""
