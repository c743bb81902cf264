"""Text in, a record out, or every fault of one reading.

>>> try:
...     read(Path("nowhere"))
... except RecordError as fault:
...     print(fault.faults[0])
nowhere: no such folder
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from ..errors import RecordError
from .folder import gather
from .record import Record
from .soundness import examine

__all__ = ["build", "read"]


def read(folder: Path) -> Record:
    """The record that the text in ``folder`` makes; a :class:`RecordError` lists all faults of all its files.

    >>> from ratione import RecordError, read_record
    >>> try:
    ...     read_record(Path("nowhere"))
    ... except RecordError as fault:
    ...     print(fault.faults[0])
    nowhere: no such folder
    """
    found = gather(folder)
    if found.faults:
        raise RecordError(found.faults)
    return found.record


def build(folder: Path, out: Path) -> Record:
    """Reads ``folder`` and writes the record to ``out`` in canonical bytes: whole, or not at all.

    A record that is not sound is not written; the :class:`RecordError` lists its faults.

    >>> from ratione import RecordError, build_record
    >>> try:
    ...     build_record(Path("nowhere"), Path("record.json"))
    ... except RecordError as fault:
    ...     print(fault)
    the record is unsound: 3 faults
    nowhere: no such folder
    record.toml: missing; expected a file that says: begins = 2026-11-21
    bounds.toml: cannot be read (No such file or directory)
    """
    record, faults = examine(folder)
    if faults:
        raise RecordError(faults)
    out.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(record.encode())
        os.chmod(name, 0o644)
        os.replace(name, out)
    except BaseException:
        os.unlink(name)
        raise
    return record
