import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "packaging" / "dev.py"


class Commands:
    """Stands in for ``subprocess.run``: notes each command and lets chosen ones end badly."""

    def __init__(self):
        self.lines = []
        self.endings = {}

    def __call__(self, command, **options):
        line = " ".join(map(str, command))
        self.lines.append(line)
        self.options = options
        ending = next((end for word, end in self.endings.items() if word in line), 0)
        if isinstance(ending, BaseException):
            raise ending
        return subprocess.CompletedProcess(command, ending)


@pytest.fixture
def dev(tmp_path, monkeypatch):
    """The script, looking at a checkout where nothing is installed yet and Qt lacks nothing."""
    spec = importlib.util.spec_from_file_location("dev", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "LOCK", tmp_path / "requirements.lock")
    monkeypatch.setattr(module, "PYTHON", tmp_path / ".venv" / "python")
    monkeypatch.setattr(module, "STAMP", tmp_path / ".venv" / "stamp")
    monkeypatch.setattr(module, "is_loadable", lambda library: True)
    module.LOCK.write_text("numpy==1\n")
    module.PYTHON.parent.mkdir()
    module.PYTHON.touch()
    return module


@pytest.fixture
def commands(dev, monkeypatch):
    commands = Commands()
    monkeypatch.setattr(subprocess, "run", commands)
    return commands


@pytest.fixture
def ready(dev):
    dev.STAMP.write_text(dev.wanted_stamp())


@pytest.fixture
def debian(dev, monkeypatch):
    """Let the test choose which programs a Debian system has and who asks."""

    def choose(*programs, user=1000):
        monkeypatch.setattr(sys, "platform", "linux")
        monkeypatch.setattr(dev.shutil, "which", lambda name: name if name in programs else None)
        monkeypatch.setattr(dev.os, "geteuid", lambda: user, raising=False)

    return choose


def test_without_a_command_the_commands_are_listed(dev, capsys):
    status = dev.main([])

    assert status == 2
    assert "packaging/dev.py run" in capsys.readouterr().out


def test_an_older_python_is_told_what_is_needed(dev, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(sys, "version", "3.9.2 (main)")

    with pytest.raises(SystemExit, match=r"Python 3\.11 or newer; this is 3\.9\.2"):
        dev.main(["run"])


def test_the_first_start_installs_what_the_lock_names(dev, commands):
    dev.prepare({})

    assert "-m venv --clear" in commands.lines[0]
    assert "--require-hashes" in commands.lines[1]
    assert commands.lines[1].endswith(str(dev.LOCK))
    assert len(commands.lines) == 2


def test_the_second_start_installs_nothing(dev, commands):
    dev.prepare({})
    commands.lines.clear()

    dev.prepare({})

    assert commands.lines == []


@pytest.mark.usefixtures("ready")
def test_a_new_lock_is_installed_at_the_next_start(dev):
    dev.LOCK.write_text("numpy==2\n")

    assert not dev.is_set_up()


@pytest.mark.usefixtures("ready")
def test_a_lost_python_is_installed_at_the_next_start(dev):
    dev.PYTHON.unlink()

    assert not dev.is_set_up()


@pytest.mark.parametrize("step", ["venv", "pip"])
def test_an_installation_that_does_not_work_ends_in_a_sentence(dev, commands, step):
    commands.endings = {f"-m {step}": 1}

    with pytest.raises(SystemExit, match="run the same command again"):
        dev.prepare({})

    assert not dev.is_set_up()


def test_an_interrupted_set_up_is_not_taken_for_a_whole_one(dev, commands, capsys):
    commands.endings = {"-m pip": KeyboardInterrupt()}

    status = dev.main(["samples"])

    assert status == 130
    assert "Stopped." in capsys.readouterr().err
    assert not dev.is_set_up()


def test_each_missing_library_leads_to_its_package(dev, debian, monkeypatch):
    debian()
    monkeypatch.setattr(dev, "is_loadable", lambda library: library != "libEGL.so.1")
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda name: None)

    parts = dev.missing_parts(dev.QT_LIBRARIES)

    venv = f"python3.{sys.version_info.minor}-venv"
    assert parts == {"libEGL.so.1": "libegl1", "Python's venv": venv}


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_only_linux_may_lack_libraries(dev, monkeypatch, system):
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(dev, "is_loadable", lambda library: False)

    assert dev.missing_parts(dev.QT_LIBRARIES) == {}


@pytest.mark.parametrize(
    ("programs", "user", "prefix"),
    [(("apt-get",), 0, ""), (("apt-get", "sudo"), 1000, "sudo -n ")],
)
def test_packages_are_installed_where_that_needs_no_password(
    dev, commands, debian, programs, user, prefix
):
    debian(*programs, user=user)

    dev.install_packages({"libEGL.so.1": "libegl1", "libGL.so.1": "libgl1"})

    wanted = "apt-get install --yes --no-install-recommends libegl1 libgl1"
    assert commands.lines[-2:] == [f"{prefix}apt-get update -qq", prefix + wanted]


@pytest.mark.parametrize(
    ("programs", "line"),
    [
        (
            ("apt-get", "sudo"),
            "    sudo apt-get install --yes --no-install-recommends libegl1 libgl1\n",
        ),
        (
            ("apt-get",),
            '    su -c "apt-get install --yes --no-install-recommends libegl1 libgl1"\n',
        ),
    ],
)
def test_other_users_are_given_the_one_command_in_words(dev, commands, debian, programs, line):
    debian(*programs)
    commands.endings = {"sudo -n true": 1}

    with pytest.raises(SystemExit) as stopped:
        dev.install_packages({"libEGL.so.1": "libegl1", "libGL.so.1": "libgl1"})

    assert line in stopped.value.code
    assert not any("apt-get" in command for command in commands.lines)


def test_an_installation_of_packages_that_does_not_work_says_how(dev, commands, debian):
    debian("apt-get", user=0)
    commands.endings = {"apt-get install": 100}

    with pytest.raises(SystemExit, match="apt-get install --yes"):
        dev.install_packages({"libEGL.so.1": "libegl1"})


def test_other_kinds_of_linux_are_told_what_is_missing(dev, commands, debian):
    debian()

    with pytest.raises(SystemExit, match=r"lacks: libEGL\.so\.1\."):
        dev.install_packages({"libEGL.so.1": "libegl1"})

    assert commands.lines == []


@pytest.mark.parametrize("arguments", [[], ["shop.csv"], ["window"]])
def test_a_window_needs_a_screen(dev, commands, debian, monkeypatch, arguments):
    debian()
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)

    with pytest.raises(SystemExit, match="no screen to open a window on"):
        dev.main(["run", *arguments])

    assert commands.lines == []


@pytest.mark.usefixtures("ready")
def test_groups_without_a_window_need_neither_screen_nor_qt(dev, commands, debian, monkeypatch):
    debian()
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setattr(dev, "is_loadable", lambda library: False)

    status = dev.main(["run", "segment", "shop.csv"])

    assert status == 0
    assert commands.lines == [f"{dev.PYTHON} -m desktop_app segment shop.csv"]
    assert commands.options["cwd"] is None


@pytest.mark.usefixtures("ready")
def test_tests_run_off_the_screen_and_need_none_of_its_libraries(dev, commands, monkeypatch):
    asked = []
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setattr(dev, "is_loadable", lambda library: asked.append(library) or True)

    dev.main(["test", "tests/core", "-q"])

    assert not dev.SCREEN_LIBRARIES.keys() & set(asked)
    assert commands.lines == [f"{dev.PYTHON} -m pytest tests/core -q"]
    assert commands.options["env"]["QT_QPA_PLATFORM"] == "offscreen"
    assert commands.options["cwd"] == dev.ROOT


@pytest.mark.usefixtures("ready")
def test_lint_runs_every_check_and_reports_the_worst(dev, commands):
    commands.endings = {"ruff check": 1}

    status = dev.main(["lint"])

    assert status == 1
    assert [line.split(" -m ")[1] for line in commands.lines] == [
        "ruff check .",
        "ruff format --check .",
        "mypy",
    ]
