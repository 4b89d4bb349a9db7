"""Findings about rows as a whole: lines of the file, rows that appear twice, people there twice."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from desktop_app.core.checking.answers import KEEP, KEEP_ONE, LEAVE_OUT
from desktop_app.core.checking.checked import Finding, IntArray
from desktop_app.core.checking.columns import Column, Kind, Role
from desktop_app.core.checking.findings.people import email_key, name_key, phone_key, post_code_key
from desktop_app.core.checking.findings.places import shown_rows
from desktop_app.core.checking.headers.topics import Topic
from desktop_app.core.checking.headers.vocabulary import speaks_of
from desktop_app.core.checking.kinds import Reading
from desktop_app.core.checking.roles import is_person_name
from desktop_app.core.checking.texts import WordArray
from desktop_app.core.intake.tables import Oddity, RawTable
from desktop_app.core.progress import NO_PROGRESS, Progress

Pairs = Sequence[tuple[Column, Reading]]


def about_lines(raw: RawTable) -> Iterator[Finding]:
    """Give what the reader noticed about the lines of the file."""
    for oddity in raw.oddities:
        finding = Finding(oddity.code, oddity.count, rows=oddity.rows, example=oddity.example)
        places = _places(raw, oddity) if oddity.code == "shifted_row" else finding.places
        yield replace(finding, places=places, fixes=(KEEP, LEAVE_OUT) if len(places) else ())


def _places(raw: RawTable, oddity: Oddity) -> IntArray:
    """Give the rows of the table, none where they are not all known: too many, or of several files."""
    if raw.other_forms or len(oddity.rows) < oddity.count:
        return np.empty(0, dtype=np.int64)
    places = raw.places
    runs = [bisect_right(places.file_rows, row) - 1 for row in oddity.rows]
    rows = [
        places.first_rows[run] + row - places.file_rows[run]
        for run, row in zip(runs, oddity.rows, strict=True)
    ]
    return np.array(rows, dtype=np.int64)


def duplicate_rows(raw: RawTable, rows: IntArray, *, are_taken_out: bool) -> Iterator[Finding]:
    """Give the rows that appear twice; lines of orders with a number are taken out in any case."""
    if len(rows):
        fixes = () if are_taken_out else (KEEP, KEEP_ONE)
        places = rows if fixes else np.empty(0, dtype=np.int64)
        shown = shown_rows(raw, rows)
        yield Finding("duplicate_rows", len(rows), rows=shown, fixes=fixes, places=places)


def same_person(
    raw: RawTable, pairs: Pairs, equal: IntArray, progress: Progress = NO_PROGRESS
) -> Iterator[Finding]:
    """Give rows that seem to be somebody who is there already, one finding per kind of evidence.

    Rows that are ``equal`` as a whole are not named again. What better evidence found holds: who
    shares an address with one row and a name with another makes one person of all three, so that
    the order of the rows does not change how many are named.
    """
    firsts = np.arange(raw.n_rows)
    for name, reason, keys, examples in _evidence(pairs):
        progress.checkpoint()
        for key in keys:
            key[equal] = ""
        before, firsts = firsts, _first_rows(firsts, keys)
        rows = np.flatnonzero((before == np.arange(raw.n_rows)) & (firsts != before))
        if len(rows):
            example = str(examples.iloc[rows[0]])
            shown = shown_rows(raw, rows)
            fixes = (KEEP, KEEP_ONE)
            yield Finding("same_person", len(rows), name, shown, example, fixes, rows, reason)


def _evidence(pairs: Pairs) -> Iterator[tuple[str, str, list[WordArray], pd.Series]]:
    """Give the column, the reason, keys that people share only with themselves, and the values."""
    contacts = [pair for pair in pairs if pair[0].role is Role.CONTACT]
    email = _fullest([r for _, r in contacts if r.holds_emails])
    if email is not None:
        yield email.name, "same_email", [_keys(email, email_key)], email.series()
    phone = _fullest([r for c, r in contacts if speaks_of(c.name, Topic.PHONE)])
    if phone is not None:
        yield phone.name, "same_phone", [_keys(phone, phone_key)], phone.series()
    names = _names(contacts)
    others = [*_birthdays(pairs), *_post_codes(contacts)]
    if names and others:
        name = names[0].series()
        for part in names[1:]:
            name = name.str.cat(part.series(), sep=" ")
        keys = _keys_of(name, name_key)
        yield names[0].name, "same_name", [_both(keys, other) for other in others], name


def _names(contacts: Pairs) -> list[Reading]:
    """The column of whole names, else all its parts if there are two or more."""
    whole = [r for c, r in contacts if is_person_name(c.name) and not r.holds_emails]
    parts = [r for c, r in contacts if speaks_of(c.name, Topic.PART_OF_NAME)]
    best = _fullest(whole)
    if best is not None:
        return [best]
    return parts if len(parts) > 1 else []


def _birthdays(pairs: Pairs) -> Iterator[WordArray]:
    for column, reading in pairs:
        if column.kind is Kind.DATE and speaks_of(column.name, Topic.BIRTH):
            days = reading.series()
            yield np.where(days.isna(), "", days.dt.strftime("%Y-%m-%d")).astype(object)
            return


def _post_codes(contacts: Pairs) -> Iterator[WordArray]:
    found = _fullest([r for c, r in contacts if speaks_of(c.name, Topic.POST_CODE)])
    if found is not None:
        yield _keys(found, post_code_key)


def _fullest(readings: Sequence[Reading]) -> Reading | None:
    return max(readings, key=lambda reading: reading.n_filled, default=None)


def _keys(reading: Reading, key_of: Callable[[str], str]) -> WordArray:
    return _keys_of(reading.series(), key_of)


def _keys_of(values: pd.Series, key_of: Callable[[str], str]) -> WordArray:
    codes, words = pd.factorize(values.to_numpy(dtype=object))
    return np.array([key_of(str(word)) for word in words] or [""], dtype=object)[codes]


def _both(first: WordArray, second: WordArray) -> WordArray:
    is_known = (first != "") & (second != "")
    return np.where(is_known, first + "\n" + second, "").astype(object)


def _first_rows(firsts: IntArray, keys: Sequence[WordArray]) -> IntArray:
    """Give for each row the first one of the same person, by ``firsts`` or by one of ``keys``.

    A key of ``""`` says nothing.
    """
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    others = [_first_with(key) for key in keys]
    rows = np.arange(len(firsts))
    if all(np.array_equal(other, rows) for other in others):
        return firsts
    links = np.tile(rows, 1 + len(others)), np.concatenate([firsts, *others])
    graph = coo_array((np.ones(len(links[0]), dtype=bool), links), shape=(len(rows), len(rows)))
    person = connected_components(graph, directed=False)[1]
    return np.unique(person, return_index=True)[1][person]


def _first_with(key: WordArray) -> IntArray:
    """Give the first row with the same key for each row, itself where the key says nothing."""
    codes, words = pd.factorize(key)
    rows = np.arange(len(key))
    first = np.empty(len(words), dtype=np.int64)
    first[codes[::-1]] = rows[::-1]
    return np.where(key == "", rows, first[codes])
