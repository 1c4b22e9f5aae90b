"""Ask the Eclipse Layout Kernel to lay a graph out, in whichever embedded JavaScript engine is installed."""

from __future__ import annotations

import atexit
import json
import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, Protocol, TypeAlias

Graph: TypeAlias = dict[str, Any]
"""A graph in ELK's JSON form."""

WORKER = Path(__file__).parent / "elk-worker.min.js"
"""The layout kernel itself, as its makers published it."""

VERSION = "0.12.1"
"""The version of elkjs that lies beside this file; part of the key under which layouts are remembered."""

MEMORY_LIMIT = 2 * 1024**3
"""Bytes an engine may use before a layout is given up; 500 components need a tenth of it."""

BEFORE = """var self=globalThis,out=null;self.postMessage=function(m){out=m};var window=self;
var console={log(){},warn(){},error(){}},setTimeout=function(f){f();return 0},clearTimeout=function(){},
setInterval=function(){return 0},clearInterval=function(){};var module={exports:{}},exports=module.exports;"""
"""What the worker expects of a browser: without an object called window it does not load."""

AFTER = """;self.onmessage({data:{id:0,cmd:'register',algorithms:['layered']}});
function layout(text){out=null;
self.onmessage({data:{id:1,cmd:'layout',graph:JSON.parse(text),layoutOptions:{},options:{}}});
if(out.error)throw new Error(String(out.error.message||out.error));
return JSON.stringify(out.data,function(key,value){return key==='$H'?undefined:value})}"""
"""One call, one answer; `$H` is a counter of the compiler's that differs from call to call."""


class LayoutFailed(Exception):  # noqa: N818  # says what happened
    """ELK could not lay out a graph, or not in the time it was given."""


class LayoutTookTooLong(LayoutFailed):
    """ELK did not end in the time it was given."""


class NoEngine(Exception):  # noqa: N818  # says what is missing
    """No embedded JavaScript engine is installed, or none works here."""


class Engine(Protocol):
    """One JavaScript engine with ELK loaded."""

    def call(self, graph: str, seconds: float) -> str:
        """Return the laid out graph as JSON text, or raise `LayoutFailed`."""


def lay_out(graph: Graph, seconds: float) -> Graph:
    """Return the graph with coordinates; raise `LayoutFailed` when ELK fails or needs longer than `seconds`."""
    with _ONE_AT_A_TIME:
        answer = _engine().call(json.dumps(graph), seconds)
    laid_out: Graph = json.loads(answer)
    return laid_out


class V8:
    """V8, by way of mini-racer: four times as fast as the other."""

    def __init__(self) -> None:
        """Start the engine and load ELK."""
        import py_mini_racer  # noqa: PLC0415  # whichever engine is installed

        py_mini_racer.init_mini_racer(flags=_v8_flags(), ignore_duplicate_init=True)
        self._failed, self._too_long = py_mini_racer.JSEvalException, py_mini_racer.JSTimeoutException
        self._context = py_mini_racer.MiniRacer()
        # An engine that is still open when the interpreter ends can keep it from ending.
        atexit.register(self._context.close)
        self._context.set_hard_memory_limit(MEMORY_LIMIT)
        self._context.eval(_program())

    def call(self, graph: str, seconds: float) -> str:
        """Return the laid out graph; when the time is over V8 stops, and can be used again."""
        try:
            return str(self._context.call("layout", graph, timeout_sec=seconds))
        except self._too_long as error:
            raise LayoutTookTooLong(f"no layout in {seconds:g} s") from error
        except self._failed as error:
            raise LayoutFailed(_first_line(error)) from error


class QuickJs:
    """QuickJS, by way of quickjs-ng: a small interpreter that runs in more places."""

    STACK = 240 * 1024**2
    """Bytes of stack; deeply nested graphs make ELK recurse."""

    def __init__(self) -> None:
        """Start the engine and load ELK on a thread of its own, which alone may use it."""
        import quickjs  # noqa: PLC0415  # whichever engine is installed

        self._failed = quickjs.JSException
        self._thread = _thread_with_stack(self.STACK + 16 * 1024**2)
        self._context = self._thread.submit(quickjs.Context).result()
        self._thread.submit(self._load).result()

    def _load(self) -> None:
        self._context.set_max_stack_size(self.STACK)
        self._context.set_memory_limit(MEMORY_LIMIT)
        self._context.eval(_program())

    def call(self, graph: str, seconds: float) -> str:
        """Return the laid out graph; when the time is over QuickJS stops, and can be used again."""
        try:
            return self._thread.submit(self._call, graph, seconds).result()
        except (self._failed, MemoryError) as error:
            if "interrupted" in str(error):
                raise LayoutTookTooLong(f"no layout in {seconds:g} s") from error
            raise LayoutFailed(_first_line(error)) from error

    def _call(self, graph: str, seconds: float) -> str:
        self._context.set_time_limit(seconds)
        try:
            return str(self._context.get("layout")(graph))
        finally:
            self._context.set_time_limit(-1)
            self._context.gc()


_ONE_AT_A_TIME = threading.Lock()


@cache
def _engine() -> Engine:
    """Return this process's engine, started when first asked for."""
    problems = []
    for kind in (QuickJs,) if _IS_FORKED else (V8, QuickJs):
        try:
            return kind()
        except (ImportError, OSError, RuntimeError) as problem:
            problems.append(f"{kind.__name__}: {problem}")
    raise NoEngine("no embedded JavaScript engine to draw with: " + "; ".join(problems))


_IS_FORKED = False


def _forget_engine() -> None:
    """V8 started by a parent does not answer in a forked child; the other engine can be started anew."""
    global _IS_FORKED, _ONE_AT_A_TIME  # noqa: PLW0603  # the process itself became another one
    _IS_FORKED = _IS_FORKED or _engine.cache_info().currsize > 0
    _ONE_AT_A_TIME = threading.Lock()
    _engine.cache_clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_engine)


def _program() -> str:
    return BEFORE + WORKER.read_text(encoding="utf-8") + AFTER


def _v8_flags() -> tuple[str, ...]:
    """Return what V8 is started with: a quick first compiler, room for what is new, and most of the stack that threads have.

    ELK runs for a second at most, too short for V8 to make it fast; compiling it quickly saves a tenth of that, and
    16 MiB to begin with, in which nothing needs to be looked for that is no longer used, save another tenth.
    """
    quickly = ("--sparkplug", "--min-semi-space-size=16")
    if sys.platform != "linux":
        return quickly
    import resource  # noqa: PLC0415  # not on every platform

    soft, _ = resource.getrlimit(resource.RLIMIT_STACK)
    roomy = soft != resource.RLIM_INFINITY and soft >= 8 * 1024**2
    return (*quickly, "--stack-size=6000") if roomy and _is_glibc() else quickly


def _is_glibc() -> bool:
    """Other C libraries give threads far less stack than the process's own limit says."""
    with suppress(ValueError, OSError):
        return bool(os.confstr("CS_GNU_LIBC_VERSION"))
    return False


def _thread_with_stack(size: int) -> ThreadPoolExecutor:
    before = threading.stack_size(size)
    try:
        pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="layout")
        pool.submit(int).result()  # so that the thread starts while the size holds
    finally:
        threading.stack_size(before)
    return pool


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
