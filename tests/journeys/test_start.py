"""The window comes up, whatever the folder for settings is like."""

import os
import subprocess
import sys

import pytest


@pytest.mark.parametrize("is_locked", [False, True])
def test_the_window_opens_even_if_nothing_can_be_kept(is_locked, tmp_path):
    home = tmp_path / "home"
    if is_locked:
        home.write_text("a file where a folder should be", encoding="utf-8")
        home /= "clientele"
    settings = {
        "CLIENTELE_HOME": str(home),
        "CLIENTELE_EXIT_WHEN_SHOWN": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }

    ended = subprocess.run(
        [sys.executable, "-m", "desktop_app"],
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (ended.returncode, ended.stderr) == (0, "")
