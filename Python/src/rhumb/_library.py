"""The library behind the package, by ctypes."""

from __future__ import annotations

import ctypes
import functools
import json
import os
import pathlib
import threading
from typing import Any

from . import errors

_PACKAGED = pathlib.Path(__file__).parent / "_library"
_ABI_VERSION = 1

#: What answers a request with an envelope.
FUNCTIONS = (
    "plan",
    "estimate",
    "simulate",
    "export",
    "shard",
    "validate",
    "sequences_open",
    "sequences_plan",
)


def path() -> str:
    """librhumb.so, from RHUMB_LIBRARY or the package itself."""
    return os.environ.get("RHUMB_LIBRARY") or str(_PACKAGED / "librhumb.so")


@functools.lru_cache(maxsize=None)
def library() -> ctypes.CDLL:
    """The library, loaded when it is first asked for."""
    try:
        found = ctypes.CDLL(path())
    except OSError as error:
        raise errors.InternalError(f"{path()} cannot be loaded: {error}") from error
    for name in FUNCTIONS:
        function = getattr(found, f"rhumb_{name}")
        function.argtypes = [ctypes.c_char_p]
        # A plain pointer: ctypes would turn c_char_p into bytes and lose what to free.
        function.restype = ctypes.c_void_p
    found.rhumb_free.argtypes = [ctypes.c_void_p]
    found.rhumb_free.restype = None
    found.rhumb_cancellation_open.restype = ctypes.c_int64
    for name in ("sequences_close", "cancel", "cancellation_close"):
        function = getattr(found, f"rhumb_{name}")
        function.argtypes = [ctypes.c_int64]
        function.restype = None
    version = found.rhumb_abi_version()
    if version != _ABI_VERSION:
        raise errors.InternalError(f"{path()} speaks version {version}, expected {_ABI_VERSION}")
    return found


def catalog() -> str | None:
    """The catalogue that the package carries; `None` in a checkout, which is found by itself."""
    if "RHUMB_CATALOG" in os.environ or not (_PACKAGED / "Models").is_dir():
        return None
    return str(_PACKAGED)


def call(name: str, request: dict[str, Any]) -> dict[str, Any]:
    """Asks the library, and answers its envelope."""
    loaded = library()
    # Characters as they are: YAML, as which requests are read, has no pairs of escapes for one.
    text = json.dumps(
        {key: value for key, value in request.items() if value is not None}, ensure_ascii=False
    )
    pointer = getattr(loaded, f"rhumb_{name}")(text.encode(errors="surrogatepass"))
    if not pointer:
        raise MemoryError("the answer of the library")
    try:
        envelope: dict[str, Any] = json.loads(ctypes.string_at(pointer))
    finally:
        loaded.rhumb_free(pointer)
    if not envelope["ok"]:
        raise errors.from_answer(envelope["error"])
    return envelope


def call_interruptibly(name: str, request: dict[str, Any]) -> dict[str, Any]:
    """The same in a thread of its own, so that Ctrl-C ends it.

    Python handles signals between its own instructions, never inside of a foreign function.
    """
    if threading.current_thread() is not threading.main_thread():
        return call(name, request)
    loaded = library()
    cancellation = loaded.rhumb_cancellation_open()
    outcome: list[dict[str, Any] | BaseException] = []

    def work() -> None:
        try:
            outcome.append(call(name, {**request, "cancellation": cancellation}))
        except BaseException as error:  # handed on to the caller's thread
            outcome.append(error)

    thread = threading.Thread(target=work, name=f"rhumb_{name}")
    thread.start()
    try:
        thread.join()
    except KeyboardInterrupt:
        loaded.rhumb_cancel(cancellation)
        thread.join()
        raise
    finally:
        loaded.rhumb_cancellation_close(cancellation)
    (answer,) = outcome
    if isinstance(answer, BaseException):
        raise answer
    return answer
