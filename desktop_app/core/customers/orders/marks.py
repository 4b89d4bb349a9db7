"""What the cells of a line say of a discount and of what was bought, as expressions of SQL."""

from collections.abc import Collection

from desktop_app.core.checking.order_terms import OrderTerms
from desktop_app.core.checking.values import EMPTY_WORDS, NO_WORDS
from desktop_app.core.customers.orders.word_values import WordValues
from desktop_app.core.intake.questions import Questions
from desktop_app.core.intake.tables import sql_text

_NO_DISCOUNT = EMPTY_WORDS | NO_WORDS
_NO_CATEGORY = EMPTY_WORDS | {"uncategorized", "uncategorised"}


def discount_of_line(values: WordValues, terms: OrderTerms) -> str:
    """Whether one of the columns that tell of a discount says more than no, nothing or zero."""
    silent = (_is_silent(values, name, _NO_DISCOUNT) for name in terms.discount_marks)
    return " OR ".join(f"NOT {each}" for each in silent) or "false"


def category_of_line(values: WordValues, terms: OrderTerms, questions: Questions) -> str:
    """What kind of thing was bought, as it is written; NULL where the line does not say.

    The few words are a type of their own, in the order of the alphabet, so that a line takes one
    byte for it.
    """
    if terms.category is None:
        return "NULL::VARCHAR"
    word, is_silent = values.word(terms.category), _is_silent(values, terms.category, _NO_CATEGORY)
    questions.run(
        f"CREATE TEMP TYPE category AS ENUM"
        f" (SELECT DISTINCT {word} AS word FROM lines WHERE NOT {is_silent} ORDER BY word)"
    )
    return f"CASE WHEN NOT {is_silent} THEN {word}::category END"


def _is_silent(values: WordValues, name: str, listed: Collection[str]) -> str:
    words = {"", *values.silent_words(name, listed)}
    return f"({values.word(name)} IN ({', '.join(map(sql_text, sorted(words)))}))"
