"""Set up and run Clientele from a checkout, with nothing but Python 3.11 or newer.

    python3 packaging/dev.py run [FILE ...]   open the program
    python3 packaging/dev.py test [...]       run the tests without a screen
    python3 packaging/dev.py bench [...]      run the benchmarks and print their tables
    python3 packaging/dev.py lint             check style and types
    python3 packaging/dev.py samples          make the sample shops anew

Everything is installed into ``.venv`` beside this checkout, exactly as pinned in
``packaging/requirements.lock``. Once that is done, later starts install nothing.
"""

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
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "clientele-lock.sha256"

# A library that Qt loads at run time, and the Debian package that holds it.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
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


def main(words: list[str]) -> int:
    commands = {"run": run, "test": test, "bench": bench, "lint": lint, "samples": samples}
    if not words or words[0] not in commands:
        print(__doc__)
        return 2
    if sys.version_info < (3, 11):
        print(f"Clientele needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
        return 1
    make_environment()
    return commands[words[0]](words[1:])


def run(arguments: list[str]) -> int:
    ensure_system_packages(QT_LIBRARIES | SCREEN_LIBRARIES)
    return call(PYTHON, "-m", "desktop_app", *arguments)


def test(arguments: list[str]) -> int:
    ensure_system_packages(QT_LIBRARIES | {"libxkbcommon.so.0": "libxkbcommon0"})
    return call(PYTHON, "-m", "pytest", *arguments, **headless())


def bench(arguments: list[str]) -> int:
    ensure_system_packages(QT_LIBRARIES | {"libxkbcommon.so.0": "libxkbcommon0"})
    return call(PYTHON, ROOT / "tests" / "benchmarks" / "bench.py", *arguments, **headless())


def lint(_arguments: list[str]) -> int:
    steps = (("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",))
    return max(call(PYTHON, "-m", *step) for step in steps)


def samples(_arguments: list[str]) -> int:
    return call(
        PYTHON, ROOT / "tests" / "samples" / "make_samples.py", ROOT / "resources" / "samples"
    )


def make_environment() -> None:
    """Make ``.venv`` hold exactly what the lock names; do nothing when it already does."""
    wanted = hashlib.sha256(LOCK.read_bytes() + sys.version.encode()).hexdigest()
    if STAMP.is_file() and STAMP.read_text() == wanted:
        return
    if importlib.util.find_spec("ensurepip") is None:
        install_packages(["python3-venv"])
    print("Setting up Clientele; this happens once and takes a minute or two ...", flush=True)
    subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    subprocess.run([*pip, "--require-hashes", "--only-binary=:all:", "-r", LOCK], check=True)
    STAMP.write_text(wanted)


def ensure_system_packages(package_by_library: dict[str, str]) -> None:
    """Make sure that Qt finds its libraries; only Linux may lack them."""
    if sys.platform != "linux":
        return
    missing = [package for name, package in package_by_library.items() if not is_loadable(name)]
    if missing:
        install_packages(missing)


def is_loadable(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_packages(packages: list[str]) -> None:
    """Install Debian packages where that is allowed without asking, else say how and stop."""
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    may_sudo = (
        shutil.which("sudo")
        and not subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode
    )
    if shutil.which("apt-get") and (as_root or may_sudo):
        prefix = [] if as_root else ["sudo", "-n"]
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run([*prefix, "apt-get", "update", "-qq"], check=False, env=quiet)
        subprocess.run([*prefix, *command], check=True, env=quiet)
        return
    print("Some system libraries are missing. This one command installs them:\n")
    print("    sudo " + " ".join(command))
    sys.exit(1)


def headless() -> dict[str, str]:
    return {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}


def call(*command: object, **environment: str) -> int:
    words = [str(word) for word in command]
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    # The caller's folder stays the current one for `run`, so that relative file names work.
    folder = None if "desktop_app" in words else ROOT
    variables = {**os.environ, "PYTHONPATH": path, **environment}
    try:
        return subprocess.run(words, cwd=folder, env=variables, check=False).returncode
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
