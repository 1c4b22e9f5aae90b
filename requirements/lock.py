"""Write the lock files of this folder: the exact version and the hashes of everything `make` installs.

    make lock                        keep the versions that are locked, and lock what is new
    make lock ARGS=--upgrade         take the newest versions that pyproject.toml allows

The locks name packages, versions and hashes, and never an address: where packages come from is for whoever installs
them to say, in pip's own configuration (docs/adr/0002-locking-without-addresses.md). One lock serves every platform
and every Python from 3.11 on, because it lists the hash of every file of a version.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".lock-env"

HEADER = """\
# {says}
# Written by `make lock`; do not edit. It names versions and hashes, and no address.
"""

LOCKS = {
    "requirements/run.txt": (
        "What Bartizan runs on, and what installs it.",
        ["pyproject.toml", "--group", "build"],
    ),
    "requirements/dev.txt": (
        "What Bartizan runs on, and what its developers use. Holds run.txt whole.",
        ["pyproject.toml", "--group", "dev", "--constraints", "requirements/run.txt"],
    ),
    "requirements/lock.txt": (
        "What writes the lock files.",
        ["--group", "lock"],
    ),
    "bench/requirements/pytm-1.4.0.txt": (
        "A peer to measure beside: pytm as it is now.",
        ["bench/requirements/pytm-1.4.0.in"],
    ),
    "bench/requirements/pytm-1.3.1.txt": (
        "A peer to measure beside: pytm as it was when its report was still fast.",
        ["bench/requirements/pytm-1.3.1.in"],
    ),
    "bench/requirements/mal-toolbox-2.11.0.txt": (
        "A peer to measure beside: mal-toolbox and its simulator, without what they do not need to run.",
        ["--no-deps", "bench/requirements/mal-toolbox-2.11.0.in"],
    ),
}
"""Each lock file with its first line and what it is computed from."""

ADDRESS = re.compile(r"://|--(extra-)?index|--find-links|--trusted-host", re.IGNORECASE)
"""What must never stand in a lock file."""


def main(arguments: list[str]) -> int:
    """Write every lock, or say why not and leave those that were there."""
    uv = install_uv()
    for name, (says, inputs) in LOCKS.items():
        lock(uv, ROOT / name, says, inputs, upgrade="--upgrade" in arguments)
    return 0


def install_uv() -> Path:
    """Make an environment that holds the locking tool alone, in the version that is locked itself."""
    locked = ROOT / "requirements" / "lock.txt"
    scripts = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
    if not ENVIRONMENT.exists():
        venv.create(ENVIRONMENT, with_pip=True)
    pip = [str(scripts / "python"), "-m", "pip", "--disable-pip-version-check", "--quiet", "install"]
    subprocess.run([*pip, "--require-hashes", "-r", str(locked)], check=True)
    return scripts / "uv"


def lock(uv: Path, target: Path, says: str, inputs: list[str], *, upgrade: bool) -> None:
    """Compute one lock beside the old one, look it over, and only then put it in its place."""
    draft = target.with_suffix(".draft")
    if target.exists():
        draft.write_bytes(target.read_bytes())  # what is locked is kept unless an upgrade is asked for
    command = [
        str(uv), "pip", "compile", *inputs, "--output-file", str(draft), "--quiet",
        "--universal", "--python-version", "3.11", "--fork-strategy", "fewest",
        "--generate-hashes", "--no-header", "--annotation-style", "line",
        "--no-emit-index-url", "--no-emit-find-links", "--no-config",
    ]  # fmt: skip
    # uv records the options of pip and uv that the caller's machine sets; the locks must not depend on them.
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("UV_FIND", "UV_NO_", "PIP_FIND"))
    }
    try:
        subprocess.run([*command, *(["--upgrade"] if upgrade else [])], cwd=ROOT, env=environment, check=True)
        text = HEADER.format(says=says) + strip_header(draft.read_text(encoding="utf-8"))
        found = ADDRESS.search(text)
        if found:
            sys.exit(f"{target.name}: an address came into the lock: {found.group()!r}; nothing was changed")
        target.write_text(text, encoding="utf-8")
    finally:
        draft.unlink(missing_ok=True)
    print(f"{target.relative_to(ROOT)}: {text.count('==')} packages")


def strip_header(text: str) -> str:
    """The lock without the comment lines it began with."""
    lines = text.splitlines(keepends=True)
    while lines and lines[0].startswith("#"):
        del lines[0]
    return "".join(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
