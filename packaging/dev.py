"""Set up and run Clientele from a checkout, with nothing but Python 3.11 or newer.

    python3 packaging/dev.py run [FILE ...]   open the program
    python3 packaging/dev.py test [...]       run the tests without a screen
    python3 packaging/dev.py bench [...]      run the benchmarks and print their tables
    python3 packaging/dev.py lint             check style and types
    python3 packaging/dev.py samples          make the sample shops anew

Everything is installed into ``.venv`` beside this checkout, exactly as pinned in
``packaging/requirements.lock``. Once that is done, later starts install nothing.
"""

from __future__ import annotations  # lets an older Python come as far as our sentence about it

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "packaging" / "requirements.lock"
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "clientele-lock.sha256"  # written last: without it the set-up is half-made

# A library that Qt loads at run time, and the Debian package that holds it.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
SCREEN_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
WITHOUT_QT = ("segment", "inspect", "--help", "-h", "--version")
WITHOUT_SCREEN = (*WITHOUT_QT, "self-test")

NO_SCREEN = """\
There is no screen to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set.
Start Clientele from a desktop, or form groups without a window:

    python3 packaging/dev.py run segment FILE -o groups.csv"""
NOT_INSTALLED = """\
The libraries of Clientele were not installed; the reason stands above.
Most often the network did not answer: run the same command again. A Python newer than
3.14 may not have all of them yet: use Python 3.11 to 3.14."""


def main(words: list[str]) -> int:
    commands = {"run": run, "test": test, "bench": bench, "lint": lint, "samples": samples}
    if not words or words[0] not in commands:
        print(__doc__)
        return 2
    if sys.version_info < (3, 11):
        sys.exit(f"Clientele needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    try:
        return commands[words[0]](words[1:])
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130


def run(arguments: list[str]) -> int:
    first = arguments[0] if arguments else ""
    if first not in WITHOUT_SCREEN and not has_screen():
        sys.exit(NO_SCREEN)
    qt = {} if first in WITHOUT_QT else QT_LIBRARIES
    prepare(qt if first in WITHOUT_SCREEN else qt | SCREEN_LIBRARIES)
    # The caller's folder stays the current one, so that relative file names work.
    return call("-m", "desktop_app", *arguments, folder=None)


def test(arguments: list[str]) -> int:
    prepare(QT_LIBRARIES)
    # All tests share the cores, each file on one of them; some tests asked for by name do not.
    sharing = () if arguments else ("-n", "auto", "--maxprocesses", "4", "--dist", "loadfile")
    return call("-m", "pytest", *sharing, *arguments, **headless())


def bench(arguments: list[str]) -> int:
    prepare(QT_LIBRARIES)
    return call(ROOT / "tests" / "benchmarks" / "bench.py", *arguments, **headless())


def lint(_arguments: list[str]) -> int:
    prepare({})
    steps = (("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",))
    return max([call("-m", *step) for step in steps])


def samples(_arguments: list[str]) -> int:
    prepare({})
    generator = ROOT / "tests" / "samples" / "make_samples.py"
    return call(generator, ROOT / "resources" / "samples")


def call(*words: object, folder: Path | None = ROOT, **environment: str) -> int:
    """Run the Python of ``.venv`` and give its exit status."""
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    variables = {**os.environ, "PYTHONPATH": path, **environment}
    command = [str(word) for word in (PYTHON, *words)]
    return subprocess.run(command, cwd=folder, env=variables, check=False).returncode


def headless() -> dict[str, str]:
    return {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}


def has_screen() -> bool:
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)


def prepare(package_by_library: dict[str, str]) -> None:
    """Bring in whatever is missing; do nothing when all is there."""
    if missing := missing_parts(package_by_library):
        install_packages(missing)
    if not is_set_up():
        set_up()


def is_set_up() -> bool:
    return PYTHON.exists() and STAMP.is_file() and STAMP.read_text() == wanted_stamp()


def wanted_stamp() -> str:
    return hashlib.sha256(LOCK.read_bytes() + sys.version.encode()).hexdigest()


def set_up() -> None:
    """Make ``.venv`` hold exactly what the lock names."""
    print("Setting up Clientele; this happens once and takes a minute or two ...", flush=True)
    STAMP.unlink(missing_ok=True)
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    for command in (
        [sys.executable, "-m", "venv", "--clear", VENV],
        [*pip, "--require-hashes", "--only-binary=:all:", "-r", LOCK],
    ):
        if subprocess.run(command, check=False).returncode:
            sys.exit(NOT_INSTALLED)
    STAMP.write_text(wanted_stamp())


def missing_parts(package_by_library: dict[str, str]) -> dict[str, str]:
    """Name what the system lacks, each with its Debian package; only Linux may lack anything."""
    if sys.platform != "linux":
        return {}
    parts = {name: pkg for name, pkg in package_by_library.items() if not is_loadable(name)}
    # Debian and Ubuntu keep a part of Python's own venv in a package of its own.
    if not is_set_up() and importlib.util.find_spec("ensurepip") is None:
        parts["Python's venv"] = f"python3.{sys.version_info.minor}-venv"
    return parts


def is_loadable(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_packages(parts: dict[str, str]) -> None:
    """Install Debian packages where that is allowed without asking, else say how and stop."""
    if not shutil.which("apt-get"):
        sys.exit(
            f"Clientele needs parts that this system lacks: {', '.join(parts)}.\n"
            "Install them with the system's package manager, then run the same command again."
        )
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *parts.values()]
    prefix = administrator_prefix()
    if prefix is None:
        sys.exit(how_to_install(install))
    print("Installing system packages:", *parts.values(), flush=True)
    quiet = {
        "stdout": subprocess.DEVNULL,
        "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        "check": False,
    }
    # A fresh container knows no packages yet; if the network is away, install will say so.
    subprocess.run([*prefix, "apt-get", "update", "-qq"], **quiet)
    if subprocess.run([*prefix, *install], **quiet).returncode:
        sys.exit(how_to_install(install))


def administrator_prefix() -> list[str] | None:
    """Give what turns a command into an administrator's, or None if that needs a password."""
    if os.geteuid() == 0:
        return []
    ask_nothing = ["sudo", "-n"]
    if shutil.which("sudo"):
        answer = subprocess.run([*ask_nothing, "true"], capture_output=True, check=False)
        if answer.returncode == 0:
            return ask_nothing
    return None


def how_to_install(command: list[str]) -> str:
    words = " ".join(command)
    line = f"sudo {words}" if shutil.which("sudo") else f'su -c "{words}"'
    return (
        "Some system packages are missing. An administrator installs them with this command:\n\n"
        f"    {line}\n\nThen run the same command again."
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
