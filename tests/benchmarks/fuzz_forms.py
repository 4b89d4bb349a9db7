"""Spoiled texts through the finder, the reader of records and the judge of rows, all in memory.

Whatever the text, rows come out in their order and nothing is raised but our own words.
"""

from collections import Counter
from collections.abc import Iterator
from io import StringIO
from random import Random

from damage import damaged_files
from measuring import Row, seconds

from desktop_app.core.errors import AppError
from desktop_app.core.intake.text.form_finder import find_form
from desktop_app.core.intake.text.records import split_records
from desktop_app.core.intake.text.row_judge import Noticed, RowJudge

N_TEXTS = 100_000
_PIECES = (
    *",;|\t \"'\\\n\r",
    *("\r\n", '""', '\\"', "'", ",,", ";;", "\n\n", "  ", "\x1f", "\ufeff", "\u2028", "\0"),
    *(
        "a",
        "7",
        "3,5",
        "1.234,56",
        "2024-05-01",
        "é",
        "漢",
        "Total",
        "name",
        "",
        "sep=;\n",
        "x" * 300,
    ),
)
_LONGEST_SEED = 1_200
_MOST_SHOWN = 5


def rows(n_pairs: int | None) -> Iterator[Row]:
    problems: Counter[str] = Counter()
    taken = seconds(lambda: problems.update(_problems(N_TEXTS)))
    shown = "; ".join(f"{problem} x {n}" for problem, n in problems.most_common(_MOST_SHOWN))
    check = f"{taken:.0f} s; {shown or 'nothing uncaught, every row in its place'}"
    yield Row(f"problems in {N_TEXTS:,} spoiled texts", float(sum(problems.values())), None, check)


def _problems(n: int, seed: int = 1) -> Iterator[str]:
    draw = Random(seed)
    seeds = [
        "",
        *(case.data[:_LONGEST_SEED].decode("utf-8", "replace") for case in damaged_files()),
    ]
    for _ in range(n):
        text = _spoiled(draw.choice(seeds), draw)
        try:
            problem = _problem(text)
        except AppError:
            continue
        except Exception as error:  # that is what is looked for
            problem = f"{type(error).__name__}: {error} in {text[:60]!r}"
        if problem:
            yield problem


def _spoiled(text: str, draw: Random) -> str:
    if draw.random() < 0.2:
        return "".join(draw.choices(_PIECES, k=draw.randrange(1, 80)))
    start = draw.randrange(max(len(text) - 300, 1))
    text = text[start : start + draw.randrange(20, 700)]
    for _ in range(draw.randrange(1, 8)):
        at = draw.randrange(len(text) + 1)
        end = min(at + draw.choice((0, 0, 1, 1, 5, 40)), len(text))
        text = text[:at] + draw.choice(_PIECES) * draw.choice((0, 1, 1, 1, 2, 9)) + text[end:]
    return text


def _problem(text: str) -> str:
    form = find_form(text)
    judge = RowJudge(form.place, form.top[form.place.n_top :], Noticed())
    records = split_records(iter(StringIO(text, newline="")), form.dialect)
    placed = [kept for i, record in enumerate(records, start=1) for kept in judge.weigh(record, i)]
    placed += judge.rest(bool(placed))
    judge.n_sums(placed)
    if any(file_row < 1 for _, file_row in placed):
        return "a row without a place"
    if [file_row for _, file_row in placed] != sorted({file_row for _, file_row in placed}):
        return "rows out of order"
    return ""
