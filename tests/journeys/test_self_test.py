import os
import subprocess
import sys

from desktop_app.cli import self_test


def test_a_whole_installation_passes_and_leaves_the_users_files_alone(own_home):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}

    done = subprocess.run(
        [sys.executable, "-m", "desktop_app", "self-test"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("in order") == 4
    assert list(own_home.iterdir()) == []


def test_what_is_missing_is_named(monkeypatch, capsys):
    monkeypatch.setattr(self_test, "NEEDED_RESOURCES", ("samples/gone.csv",))
    for check in ("_check_customers", "_check_orders", "_check_window"):
        monkeypatch.setattr(self_test, check, lambda folder: None)

    status = self_test.self_test()

    shown = capsys.readouterr()
    assert status == 1
    assert "samples/gone.csv" in shown.out
    assert "files that come with the program" in shown.err
