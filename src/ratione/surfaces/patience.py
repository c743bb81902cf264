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


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raises :class:`TooLong` inside the block when the seconds are over. Locks that the block needs are taken before it.

    >>> with suppress(TooLong), within(0.05):
    ...     while True:
    ...         pass
    """
    thread, guard, over = threading.get_ident(), threading.Lock(), False

    def stop() -> None:
        with guard:
            if not over:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(TooLong))

    timer = threading.Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    late = False
    try:
        yield
    except TooLong:
        late = True
    finally:
        # What was sent at the very end may come a little later: it is waited out here, not in the code of somebody else.
        with suppress(TooLong):
            with guard:
                over = True
            timer.cancel()
            ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), None)
    if late:
        raise TooLong(f"not worked out within {seconds:g} s")
