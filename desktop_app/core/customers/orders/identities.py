"""Who bought: one key for every way to write the same customer, as expressions of SQL."""

from desktop_app.core.checking.order_terms import OrderTerms
from desktop_app.core.checking.roles import is_person_name
from desktop_app.core.customers.orders.word_values import WordValues

_APOSTROPHE = " ''"  # and blanks, in SQL; spreadsheets put it in front of what is no number


def customer_of_line(values: WordValues, terms: OrderTerms, is_return: str) -> tuple[str, str]:
    """Who bought, as a key and as it is written: by the first way to know that is not blank.

    What a later way says stands for what an earlier one says of it on other lines, if that is one
    and the same throughout: whoever gives the e-mail once and the phone the next time is one
    customer. Names link nobody, as two people can have the same.
    """
    known, linked = "", ""  # by any way, and by ways that link
    written = []
    for way in terms.customers:
        key, word = _told(values, way)
        links = len(way) == 1 and not is_person_name(way[0])
        if links and linked:
            same = _linked(values, linked, known, key)
            written.append(f"WHEN {same} IS NOT NULL AND {known} IS NULL THEN NULL")
            key = f"coalesce({same}, {key})"
        written.append(f"WHEN {key} IS NOT NULL THEN {word}")
        known = f"coalesce({known}, {key})" if known else key
        if links:
            linked = f"coalesce({linked}, {key})" if linked else key
    key = known
    word = f"CASE {' '.join(written)} END" if len(written) > 1 else _word(values, terms)
    if terms.returns is not None and terms.returns.customer is not None:
        buyer = terms.returns.customer
        key = f"CASE WHEN {is_return} THEN {values.key(buyer)} ELSE {key} END"
        word = f"CASE WHEN {is_return} THEN {values.word(buyer)} ELSE {word} END"
    return key, word


def _word(values: WordValues, terms: OrderTerms) -> str:
    way = terms.customers[0]
    return values.word(way[0]) if len(way) == 1 else _told(values, way)[1]


def _told(values: WordValues, way: tuple[str, ...]) -> tuple[str, str]:
    """Give the key and the words of one way to know a customer."""
    parts = [values.key(name) for name in way]
    words = [f"nullif(ltrim({values.word(name)}, '{_APOSTROPHE}'), '')" for name in way]
    if len(way) == 1:
        return parts[0], words[0]
    key = f"CASE WHEN {parts[0]} IS NOT NULL THEN concat_ws(' ', {', '.join(parts)}) END"
    return key, f"concat_ws(', ', {', '.join(words)})"


def _linked(values: WordValues, linked: str, known: str, key: str) -> str:
    """Whom a key stands for where the ways before are blank, by the lines that have both."""
    return values.kept_by(
        f"SELECT {key} AS word, min({linked}) AS value FROM {values.source}"
        f" WHERE {key} IS NOT NULL AND {linked} IS NOT NULL GROUP BY 1"
        f" HAVING min({linked}) = max({linked})",
        f"CASE WHEN {known} IS NULL THEN {key} END",
    )
