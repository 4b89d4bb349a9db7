import random

import pytest

from desktop_app.core.errors import AppError
from desktop_app.core.intake.workbooks.workbook_scan import ensure_harmless
from desktop_app.core.progress import NO_PROGRESS
from tests.core.intake.mutating import mutated, seeds


@pytest.mark.parametrize("number", range(len(seeds())))
def test_whatever_is_changed_in_a_workbook_only_our_own_words_come_out(tmp_path, number):
    book, chance, path = seeds()[number], random.Random(number), tmp_path / "changed.xlsx"

    for _ in range(150):
        path.write_bytes(mutated(book, chance))
        try:
            ensure_harmless(path, NO_PROGRESS)
        except AppError as error:
            assert error.details["path"] == path
