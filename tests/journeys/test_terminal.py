"""The program as a process among others: Ctrl+C, closed pipes, full disks, old terminals."""

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app import cli
from desktop_app.paths import resource_path

SHOP = resource_path("samples", "shop_customers.csv")
COMMAND = [sys.executable, "-m", "desktop_app"]


def hear_ctrl_c():
    """A test run that was started in the background may have been told to ignore it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_ends_quietly_and_leaves_the_old_file(tmp_path):
    source, out = tmp_path / "large.csv", tmp_path / "out.csv"
    source.write_text("id,age\n" + "1,30\n2,40\n3,45\n" * 200_000, encoding="utf-8")
    out.write_text("old", encoding="utf-8")

    with subprocess.Popen(
        [*COMMAND, "segment", source, "-o", out],
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=hear_ctrl_c,
    ) as process:
        first_line = process.stderr.readline()
        process.send_signal(signal.SIGINT)
        others = process.stderr.read()

    assert "Reading your file" in first_line
    assert "Traceback" not in others
    assert process.returncode == 130
    assert out.read_text(encoding="utf-8") == "old"


def test_ctrl_c_while_the_database_works_ends_quietly(monkeypatch, capsys):
    def interrupt(_words):
        raise RuntimeError("Query interrupted")  # what the database makes of Ctrl+C

    monkeypatch.setattr("desktop_app.cli.parsing.parse", interrupt)

    assert cli.main(["inspect"]) == 130
    assert capsys.readouterr().err == ""


def test_ctrl_c_while_a_command_is_loaded_ends_quietly(monkeypatch):
    def interrupt(_words):
        raise KeyboardInterrupt

    monkeypatch.setattr("desktop_app.cli.parsing.parse", interrupt)

    assert cli.main(["inspect"]) == 130


def test_another_problem_of_the_program_is_not_taken_for_ctrl_c(monkeypatch):
    def stumble(_words):
        raise RuntimeError("dictionary changed size during iteration")

    monkeypatch.setattr("desktop_app.cli.parsing.parse", stumble)

    with pytest.raises(RuntimeError):
        cli.main(["inspect"])


def test_a_reader_who_goes_away_has_read_enough():
    reading, writing = os.pipe()
    os.close(reading)

    ended = subprocess.run(
        [*COMMAND, "inspect", SHOP], stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)

    assert ended.returncode == 0
    assert ended.stderr.decode().splitlines() == ["Reading your file", "Checking every column"]


def test_a_full_disk_behind_standard_output_is_one_sentence_and_replaces_nothing(tmp_path):
    out = tmp_path / "out.csv"

    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [*COMMAND, "segment", SHOP, "-o", out, "-k", "2", "--quiet"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    assert ended.returncode == 4
    assert ended.stderr.count("\n") == 1
    assert "standard output" in ended.stderr
    assert not out.exists()


@pytest.mark.parametrize("words", [["inspect"], ["inspect", "--json"]])
def test_a_terminal_that_knows_few_letters_gets_what_it_can_show(words, tmp_path, monkeypatch):
    source = tmp_path / "café.csv"
    source.write_text("Prénom,Âge\nZoé,30\nLéa,40\nMaé,50\n", encoding="utf-8")
    shown = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(shown, encoding="ascii"))

    status = cli.main([*words, str(source)])

    text = shown.getvalue().decode("ascii")
    assert status == 0
    assert "ge: number" in text or json.loads(text)["columns"][1]["name"] == "Âge"
