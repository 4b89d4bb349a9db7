import numpy as np
import pandas as pd
import pytest

from desktop_app.core.checking.columns import Column, Kind, Role
from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.sharing.mail_lists import MAIL_TOOLS, mail_list
from desktop_app.core.sharing.people import contact_columns, mail_columns, people_to_write_to

TOOLS = {tool.key: tool for tool in MAIL_TOOLS}
MAILS = ["ann@shop.example", "not an address", "Ann@shop.example ", "di@shop.example"]


@pytest.fixture
def make_people():
    """Four customers, the last in no group, with further columns by name."""

    def make(roles=None, **columns):
        frame = pd.DataFrame({"Email": MAILS, **columns})
        described = tuple(
            Column(name, Kind.TEXT, (roles or {}).get(name, Role.CONTACT)) for name in frame
        )
        return CustomerTable(frame, described, frame)

    return make


def lists(table, segmentation, names, tool, held=None, segment=None):
    columns = mail_columns(table)
    people = people_to_write_to(table, segmentation, columns, held)
    return mail_list(TOOLS[tool], table, segmentation, columns, people, names, segment)


@pytest.fixture
def full(make_people):
    """Names, telephones, tags, and who agreed."""
    return make_people(
        roles={"Accepts Email Marketing": Role.CONSENT, "Tags": Role.DESCRIBE},
        **{
            "First Name": ["Ann", "Bo", "Ann", "Di"],
            "Last Name": ["Ash", "Birk", "Ash", "Dam"],
            "Phone": ["+31 6-12 34", "06-1234", "", ""],
            "Accepts Email Marketing": ["yes", "yes", "yes", "yes"],
            "Tags": ["vip", "", "", ""],
        },
    )


@pytest.mark.parametrize(
    ("tool", "header"),
    [
        ("mailchimp", "Email Address,First Name,Last Name,Phone,Tags"),
        ("klaviyo", "Email,First Name,Last Name,Phone Number,Group"),
        ("shopify", "First Name,Last Name,Email,Accepts Email Marketing,Phone,Tags"),
        ("square", "First Name,Last Name,Email Address,Phone Number,Email Subscription Status"),
        ("plain", "Email,First name,Last name,Phone,Group"),
    ],
)
def test_each_tool_gets_its_own_header(full, segmentation, names, tool, header):
    assert ",".join(lists(full, segmentation, names, tool)) == header


def test_a_list_holds_one_group_and_everyone_once(full, segmentation, names):
    rows = lists(full, segmentation, names, "mailchimp", segment=0).to_numpy().tolist()

    assert rows == [["ann@shop.example", "Ann", "Ash", "+3161234", names["A"]]]
    assert lists(full, segmentation, names, "mailchimp", segment=1).empty


def test_tags_of_a_shop_are_kept_beside_the_group(full, segmentation, names):
    found = lists(full, segmentation, names, "shopify")

    assert found["Tags"].tolist() == [f"vip, {names['A']}"]
    assert found["Accepts Email Marketing"].tolist() == ["yes"]


def test_who_is_left_out_is_counted_once_for_the_first_reason(full, segmentation):
    people = people_to_write_to(full, segmentation, mail_columns(full))

    assert people.rows.tolist() == [0]
    assert (people.n_without_address, people.n_not_agreed, people.n_twice) == (1, 0, 1)


@pytest.mark.parametrize(
    ("header", "words", "rows"),
    [
        ("Accepts Marketing", ["no", "yes", "", "yes"], []),
        ("Accepts Marketing", ["TRUE", "1", "false", ""], [0]),
        ("Email Subscription Status", ["unsubscribed", "", "Subscribed", ""], [2]),
        ("Email Unsubscribed", ["yes", "", "no", ""], [2]),
        ("Accepts SMS Marketing", ["no", "no", "no", "no"], [0]),
    ],
)
def test_only_who_agreed_to_mail_is_written_to(make_people, segmentation, header, words, rows):
    table = make_people(roles={header: Role.CONSENT}, **{header: words})

    people = people_to_write_to(table, segmentation, mail_columns(table))

    assert people.rows.tolist() == rows
    n_held_to_be_counted = len(people.rows) + people.n_not_agreed + people.n_twice
    assert n_held_to_be_counted + people.n_without_address == 3


def test_who_is_held_out_gets_no_mail(full, segmentation, names):
    held = np.array([True, False, True, False])

    people = people_to_write_to(full, segmentation, mail_columns(full), held)

    assert people.rows.tolist() == []
    assert people.n_held_out == 2


def test_a_whole_name_is_parted(make_people, segmentation, names):
    table = make_people(Name=["Eva van der Berg", "", "", ""])

    found = lists(table, segmentation, names, "plain")

    assert found[["First name", "Last name"]].to_numpy().tolist() == [["Eva", "van der Berg"]]


def test_a_list_without_names_has_no_columns_for_them(make_people, segmentation, names):
    assert list(lists(make_people(), segmentation, names, "klaviyo")) == ["Email", "Group"]


def test_a_comma_in_the_name_of_a_group_does_not_part_a_tag(make_people, segmentation):
    found = lists(make_people(), segmentation, {"A": "Big, loud", "B": "Other"}, "mailchimp")

    assert found["Tags"].tolist() == ["Big  loud"]


def test_without_addresses_there_are_no_lists(make_table):
    assert mail_columns(make_table()) is None


def test_contact_columns_are_those_that_may_be_left_out(full, make_table):
    assert contact_columns(full) == ("Email", "First Name", "Last Name", "Phone")
    assert contact_columns(make_table()) == ("Name",)
