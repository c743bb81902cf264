"""Patience: so many seconds for the working out of one answer; a question that takes longer is given up.

A question that leaves nearly every fact open asks the rule of every state in turn, day by day, which can take minutes.
Who serves many must not work for minutes for one.
"""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

__all__ = ["TooLong", "within"]


class TooLong(Exception):
    """An answer that was not worked out in time."""


class Stopped(BaseException):
    """What is raised in the block: no part of the program that bears with faults takes it for one."""


AGAIN = 0.5
"""Seconds after which a block that still goes on is told again: what is raised in a finaliser is lost."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raises :class:`TooLong` when the seconds are over and the block is not. Locks that it needs are taken before it.

    >>> with suppress(TooLong), within(0.05):
    ...     while True:
    ...         pass
    """
    thread, over = ctypes.c_ulong(threading.get_ident()), threading.Event()
    guard = threading.Lock()

    def watch() -> None:
        wait = seconds
        while not over.wait(wait):
            with guard:
                if not over.is_set():
                    ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, ctypes.py_object(Stopped))
            wait = AGAIN

    late = False
    try:
        threading.Thread(target=watch, daemon=True).start()
        yield
    except Stopped:
        late = True
    finally:
        # What was sent at the very end may come a little later: it is waited out here, not in the code of somebody else.
        with suppress(Stopped):
            with guard:
                over.set()
            ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, None)
    if late:
        raise TooLong(f"not worked out within {seconds:g} s")
