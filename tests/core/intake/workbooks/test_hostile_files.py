"""Every file of ``hostile_files``: refused, for its reason, in a sentence."""

from pathlib import Path

import pytest

from desktop_app.core.errors import AppError
from desktop_app.core.intake.reading import read_table
from desktop_app.wording.errors import sentence_for
from tests.core.intake.hostile_files import HOSTILE


@pytest.mark.parametrize(
    ("reason", "name"), [(reason, name) for reason, files in HOSTILE.items() for name in files]
)
def test_a_hostile_file_is_refused_in_a_sentence(tmp_path: Path, reason: str, name: str):
    path = tmp_path / name
    path.write_bytes(HOSTILE[reason][name]())

    with pytest.raises(AppError) as caught:
        read_table(path)

    limit = caught.value.details.get("limit")
    assert ": ".join(filter(None, (caught.value.code, limit))) == reason
    assert f"“{name}”" in sentence_for(caught.value)
