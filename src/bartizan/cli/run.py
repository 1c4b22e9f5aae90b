"""Runs one command line and returns its exit code, whatever happens."""

from __future__ import annotations

import contextlib
import os
import sys
import traceback
from collections.abc import Sequence

import click

from bartizan.cli.app import app
from bartizan.cli.exit_codes import COULD_NOT_READ, INTERRUPTED, PIPE_CLOSED
from bartizan.cli.terminal import make_streams_safe


def run(arguments: Sequence[str]) -> int:
    """Run `bartizan` with `arguments` and return the exit code."""
    make_streams_safe()
    stdout, stderr = sys.stdout, sys.stderr
    try:
        code = app.main(list(arguments), prog_name="bartizan", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return COULD_NOT_READ
    except (KeyboardInterrupt, click.Abort):
        _tell("")
        return INTERRUPTED
    except BrokenPipeError:
        _forget_stdout()
        return PIPE_CLOSED
    except SystemExit:
        if sys.stdout is stdout:
            raise
        sys.stdout, sys.stderr = stdout, stderr  # click met the closed pipe first, hid both and left
        _forget_stdout()
        return PIPE_CLOSED
    except OSError as error:
        if error.filename is not None or error.errno is None:
            _apologise(error)  # a file of ours that nobody looked after
        else:
            _forget_stdout()
            _tell(f"Error: what was asked for could not be written: {error.strerror or error}")
        return COULD_NOT_READ
    except Exception as error:  # noqa: BLE001  (the last line of defence: no person ever gets a traceback unasked)
        _apologise(error)
        return COULD_NOT_READ
    return code if isinstance(code, int) else 0


def _apologise(error: Exception) -> None:
    if os.environ.get("BARTIZAN_DEBUG"):
        _tell("".join(traceback.format_exception(error)).rstrip())
    reason = " ".join(str(error).split())[:200]
    _tell(
        f"bartizan made a mistake of its own and stopped: {type(error).__name__}{': ' if reason else ''}{reason}"
    )
    _tell(f"Please report it {_where_to_report()}, with what BARTIZAN_DEBUG=1 prints in addition.")


def _where_to_report() -> str:
    with contextlib.suppress(Exception):  # an apology must not fail
        from bartizan.project.version import issue_tracker  # noqa: PLC0415  (needed once in a thousand runs)

        address = issue_tracker()
        if address:
            return f"at {address}"
    return "where you have bartizan from"


def _tell(text: str) -> None:
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(f"{text}\n")


def _forget_stdout() -> None:
    """Let Python's own last flush of stdout at exit find nothing to complain about."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
