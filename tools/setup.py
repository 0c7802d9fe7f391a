# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

"""
Makes the project ready on a machine that has only Python 3.11 (with venv), make and git.

Runs on the machine's own Python with nothing installed: `python3 -m tools.setup [--dev]`.
What is already in place is left alone, so a second run takes a moment.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools.progress import Stopped, finish, run, step

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / "bin"
PYTHON = BIN / "python"
RUN_LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"
NODE_LOCK = ROOT / "requirements-node.lock"
STAMPS = VENV / "leadroom-setup.json"
OLDEST_PYTHON = (3, 11)
OLDEST_NODE = 18


def main() -> None:
    """Make the environment, the front end and the catalogues ready."""
    check_python()
    install_packages(needs_dev="--dev" in sys.argv[1:])
    link_the_project()
    install_front_end()
    place_assets()
    compile_texts()
    compile_search()


def check_python() -> None:
    """Stop in plain words where this Python is too old or cannot make environments."""
    if sys.version_info < OLDEST_PYTHON:
        raise Stopped(
            f"Leadroom needs Python 3.11 or newer; `python3` here is {sys.version.split()[0]}.\n"
            "Install a newer one, and say which with: make run PYTHON=python3.11"
        )
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        raise Stopped(
            "This Python cannot make environments: its venv module is missing.\n"
            f"On Debian and Ubuntu: sudo apt-get install python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        )


def digest(*paths: Path) -> str:
    """Return one hash of several files; a missing file counts as empty."""
    known = hashlib.sha256()
    for path in paths:
        known.update(path.read_bytes() if path.exists() else b"")
        known.update(b"\0")
    return known.hexdigest()


def stamps() -> dict[str, str]:
    """Return what earlier runs have put in place, by name."""
    try:
        return dict(json.loads(STAMPS.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


def stamp(name: str, value: str) -> None:
    """Remember that something is in place."""
    STAMPS.write_text(json.dumps({**stamps(), name: value}, indent=1), encoding="utf-8")


def install_packages(*, needs_dev: bool) -> None:
    """Bring the environment to the locked packages; a developer's environment also runs the product."""
    version = sys.version.split()[0]
    run_stamp, dev_stamp = f"run {version} {digest(RUN_LOCK)}", f"dev {version} {digest(DEV_LOCK)}"
    wanted = {dev_stamp} if needs_dev else {run_stamp, dev_stamp}
    if stamps().get("packages") in wanted and works(PYTHON):
        return
    make_environment()
    lock = DEV_LOCK if needs_dev else RUN_LOCK
    packages = sum("==" in line for line in lock.read_text(encoding="utf-8").splitlines())
    with step(f"Install {packages} Python packages, each checked against its hash"):
        sync(lock)
    stamp("packages", dev_stamp if needs_dev else run_stamp)


def works(python: Path) -> bool:
    """Say whether the environment's Python starts (the machine's Python may have moved on)."""
    try:
        return subprocess.run([python, "-c", ""], check=False, capture_output=True).returncode == 0
    except OSError:
        return False


def make_environment() -> None:
    """Make `.venv` unless there is one that works."""
    if works(PYTHON):
        return
    with step("Make a Python environment in .venv"):
        run(
            [sys.executable, "-m", "venv", "--clear", VENV],
            hint="On Debian and Ubuntu the package python3-venv may be missing: sudo apt-get install python3-venv",
        )


def sync(lock: Path) -> None:
    """Install exactly what the lock names: with uv, or with plain pip where uv cannot be had."""
    try:
        install_uv()
        run([BIN / "uv", "pip", "sync", "--quiet", "--python", PYTHON, "--require-hashes", lock])
    except Stopped as stop:
        print(f" uv could not do it, pip tries ({str(stop).splitlines()[-1]})", end="", flush=True)
        run([PYTHON, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", lock], hint=OFFLINE)


OFFLINE = (
    "If this machine reaches the package registry through a proxy, set HTTPS_PROXY and PIP_INDEX_URL first."
)


def install_uv() -> None:
    """Install the installer itself, pinned and checked like everything else."""
    block = locked_block(RUN_LOCK, "uv")
    version = block.split("==", 1)[1].split()[0]
    if works_as(BIN / "uv", version):
        return
    alone = VENV / "uv.lock"
    alone.write_text(block, encoding="utf-8")
    run([PYTHON, "-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes", "-r", alone])


def works_as(program: Path, version: str) -> bool:
    """Say whether a program is there in exactly this version."""
    try:
        return (
            version
            in subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
        )
    except OSError:
        return False


def locked_block(lock: Path, package: str) -> str:
    """Return one package's lines of a lock: the pin and its hashes."""
    lines = lock.read_text(encoding="utf-8").splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(f"{package}=="))
    block = [lines[start]]
    for line in lines[start + 1 :]:
        if not line.startswith("    --hash"):
            break
        block.append(line)
    return "\n".join(block).rstrip("\\ ") + "\n"


COMMAND = """#!{python}
import sys

from leadroom.config.cli import main

sys.exit(main())
"""


def link_the_project() -> None:
    """Let the environment import the project where it lies, and give it the command `leadroom`."""
    site = next((VENV / "lib").glob("python3*/site-packages"))
    write_if_new(site / "leadroom.pth", f"{ROOT}\n")
    write_if_new(BIN / "leadroom", COMMAND.format(python=PYTHON))
    (BIN / "leadroom").chmod(0o755)


def write_if_new(path: Path, text: str) -> None:
    """Write a file unless it says so already."""
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def install_front_end() -> None:
    """Install the pinned npm packages; their own scripts are never run."""
    wanted = digest(ROOT / "package-lock.json", ROOT / "package.json")
    if stamps().get("npm") == wanted and (ROOT / "node_modules").is_dir():
        return
    env = node_environment()
    with step("Install the front end's packages with npm"):
        run(["npm", "ci", "--ignore-scripts", "--loglevel=error"], env=env, cwd=ROOT, hint=OFFLINE)
    stamp("npm", wanted)


def node_environment() -> dict[str, str]:
    """Return an environment in which `npm` works: the machine's Node, or one from the Python registry."""
    env = dict(os.environ)
    if has_node(env):
        return env
    # Its commands go into the environment's folder, so that folder comes first from here on.
    env["PATH"] = f"{BIN}{os.pathsep}{env.get('PATH', '')}"
    if not has_node(env):
        with step("Install Node into .venv (this machine has none that is new enough)"):
            run([BIN / "uv", "pip", "install", "-q", "--python", PYTHON, "--require-hashes", "-r", NODE_LOCK])
    return env


def has_node(env: dict[str, str]) -> bool:
    """Say whether this environment's Node and npm are there and new enough."""
    node, npm = (shutil.which(name, path=env.get("PATH")) for name in ("node", "npm"))
    if not (node and npm):
        return False
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    major = version.strip().lstrip("v").split(".")[0]
    return major.isdigit() and int(major) >= OLDEST_NODE


def place_assets() -> None:
    """Place what browsers get of those packages where the web server finds it."""
    tool = ROOT / "tools" / "assets.py"
    placed = ROOT / "leadroom" / "ui" / "static" / "vendor"
    wanted = digest(ROOT / "package-lock.json", tool)
    if not tool.exists() or (stamps().get("assets") == wanted and placed.is_dir()):
        return
    with step("Place styles, scripts and fonts"):
        run([PYTHON, "-m", "tools.assets"], env=node_environment(), cwd=ROOT)
    stamp("assets", wanted)


def compile_texts() -> None:
    """Compile the catalogues whose texts are newer than what was compiled."""
    catalogues = [*(ROOT / "locale").glob("*/LC_MESSAGES/*.po")]
    old = [path for path in catalogues if is_older(path.with_suffix(".mo"), path)]
    if not old:
        return
    with step("Compile the texts in " + " and ".join(sorted({path.parts[-3] for path in old}))):
        run([PYTHON, "-m", "tools.texts", "compile"], cwd=ROOT)


def compile_search() -> None:
    """Compile the planner's innermost loop, so that nobody waits for it at the first plan."""
    planning = ROOT / "leadroom" / "core" / "planning"
    wanted = digest(RUN_LOCK, *(planning / name for name in ("arrays.py", "compiling.py", "placing.py")))
    if stamps().get("search") == wanted:
        return
    with step("Compile the planner's search"):
        # What was compiled knows when its own file changes, not when the file beside it does.
        for old in (planning / "__pycache__").glob("placing.*.nb?"):
            old.unlink()
        run([PYTHON, "-m", "tools.search"], cwd=ROOT)
    stamp("search", wanted)


def is_older(made: Path, source: Path) -> bool:
    """Say whether something made must be made again."""
    return not made.exists() or made.stat().st_mtime < source.stat().st_mtime


if __name__ == "__main__":
    finish(main)
