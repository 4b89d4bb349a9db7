"""Who bought: one key for every way to write the same customer, as expressions of SQL."""

from desktop_app.core.checking.order_terms import OrderTerms
from desktop_app.core.customers.orders.word_values import WordValues

_APOSTROPHE = " ''"  # and blanks, in SQL; spreadsheets put it in front of what is no number


def customer_of_line(values: WordValues, terms: OrderTerms, is_return: str) -> tuple[str, str]:
    """Who bought, as a key and as it is written: by the first way to know that is not blank."""
    keys, written = [], []
    for way in terms.customers:
        parts = [values.key(name) for name in way]
        words = [f"nullif(ltrim({values.word(name)}, '{_APOSTROPHE}'), '')" for name in way]
        joined, spoken = parts[0], words[0]
        if len(way) > 1:
            joined = f"CASE WHEN {parts[0]} IS NOT NULL THEN concat_ws(' ', {', '.join(parts)}) END"
            spoken = f"concat_ws(', ', {', '.join(words)})"
        keys.append(joined)
        written.append(f"WHEN {joined} IS NOT NULL THEN {spoken}")
    key, word = keys[0], values.word(terms.customers[0][0])
    if len(keys) > 1 or len(terms.customers[0]) > 1:
        key, word = f"coalesce({', '.join(keys)})", f"CASE {' '.join(written)} END"
    if terms.returns is not None and terms.returns.customer is not None:
        buyer = terms.returns.customer
        key = f"CASE WHEN {is_return} THEN {values.key(buyer)} ELSE {key} END"
        word = f"CASE WHEN {is_return} THEN {values.word(buyer)} ELSE {word} END"
    return key, word
