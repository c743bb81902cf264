"""Limits: so many heavy questions a client in so much time, and so many at once."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

__all__ = ["Allowance"]

MOST_CLIENTS = 4096


class Allowance:
    """A bucket a client: it holds ``burst`` questions and fills at ``rate`` a second; of clients the latest are kept."""

    def __init__(self, burst: float = 30, rate: float = 1.0, clock: Callable[[], float] = time.monotonic) -> None:
        self.burst, self.rate, self.clock = burst, rate, clock
        self.buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, client: str) -> bool:
        """Whether one more question of the client is answered now."""
        now = self.clock()
        level, last = self.buckets.pop(client, (self.burst, now))
        level = min(self.burst, level + (now - last) * self.rate)
        allowed = level >= 1
        self.buckets[client] = (level - 1 if allowed else level, now)
        while len(self.buckets) > MOST_CLIENTS:
            self.buckets.popitem(last=False)
        return allowed

    @property
    def wait(self) -> int:
        """Seconds after which a client that was refused may ask again."""
        return max(1, int(1 / self.rate))
