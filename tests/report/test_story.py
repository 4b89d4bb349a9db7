"""The story is the same wherever it is told, so it is tested once, on a list of three groups."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.document.document import Document
from desktop_app.document.plan import Plan
from desktop_app.document.street import walk
from desktop_app.paths import resource_path
from desktop_app.report.story import tell
from desktop_app.report.workbook_words import workbook_words
from desktop_app.wording.numbers import Formats


@pytest.fixture(scope="module")
def document():
    shop = Path(resource_path("samples", "shop_customers.csv"))
    return walk(Document(plan=Plan(files=(shop,), k=3)))


def test_every_group_has_a_name_of_its_own_and_a_sentence(document):
    story = tell(document, Formats())

    assert list(story.names) == ["A", "B", "C"]
    assert len(set(story.names.values())) == 3
    assert all(story.sentences[letter] for letter in "ABC")


def test_the_users_name_stands_in_window_and_workbook(document):
    renamed = document.with_plan(document.plan.with_name(3, "B", "Sunday guests"))

    story = tell(renamed, Formats())

    assert story.names["B"] == "Sunday guests"
    assert workbook_words(renamed, story, Formats()).names["B"] == "Sunday guests"
    assert "Sunday guests" in story.rule


def test_numbers_follow_the_country(document):
    english = tell(document, Formats())
    german = tell(document, Formats.for_locale("de_DE"))

    assert english.names == german.names
    assert any("k\N{NO-BREAK SPACE}$" in s for group in german.sentences.values() for s in group)


def test_the_steps_begin_with_the_file_and_end_with_the_groups(document):
    steps = tell(document, Formats()).steps

    assert "shop_customers.csv" in steps[0]
    assert "3 groups" in steps[-1]


def test_groups_that_break_a_limit_of_the_user_are_told_so_in_reason_and_steps(document):
    limits = replace(document.plan.scan, max_lists=2)

    story = tell(walk(document.with_plan(replace(document.plan, scan=limits))), Formats())

    sentence = "3 groups are more than the 2 lists that you can use."
    assert story.reason.endswith(sentence)
    assert story.steps[-1] == sentence
