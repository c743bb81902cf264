"""The libraries that tables need; where one is wanting, the error says in one line which command brings it.

>>> pl.DataFrame({"day": [1]}).height, len(np.arange(3)), pa.array([1]).type
(1, 3, DataType(int64))
"""

from __future__ import annotations

from ..errors import NotInstalled

try:
    import numpy as np
    import polars as pl
    import pyarrow as pa  # type: ignore[import-untyped]
except ImportError:
    raise NotInstalled("working on tables", "columns") from None

__all__ = ["np", "pa", "pl"]
