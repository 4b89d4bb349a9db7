"""What the window says: aloud, in plain words, and in the user's language."""

import ast

import pytest

from desktop_app.paths import resource_path
from tests.ui.audit import speaking

pytestmark = pytest.mark.gui

PROGRAM = resource_path("").parent / "desktop_app"
FOR_THOSE_WHO_KNOW = {"how_it_works.py", "figures.py"}
"""The dialog "How does this work?" and its words."""


def test_everything_in_reach_has_a_name(found):
    assert found("text at 100 %", speaking.nameless) == []


def test_every_chart_can_be_read_as_a_table(found):
    assert found("text at 100 %", speaking.tableless) == []


def test_no_page_speaks_the_fields_language(found):
    assert found("text at 100 %", speaking.jargon) == []


def test_a_translator_sees_every_word(found):
    assert found("words 35 % longer", speaking.untranslated) == []


@pytest.mark.parametrize("folder", ["wording", "ui", "charts", "report"])
def test_no_sentence_speaks_the_fields_language(folder):
    sentences = [
        argument.value
        for path in sorted((PROGRAM / folder).rglob("*.py"))
        if path.name not in FOR_THOSE_WHO_KNOW
        for argument in translated(ast.parse(path.read_text(encoding="utf-8")))
    ]

    assert sentences
    assert [words for words in sentences if speaking.JARGON.search(words)] == []


def translated(module):
    """Give the literals that are looked up for the user's language."""
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("_", "ngettext"):
            yield from (
                a for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)
            )
