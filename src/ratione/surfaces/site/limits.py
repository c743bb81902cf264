"""Limits: so many heavy questions a client in so much time, and so many at once."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address, ip_network

from starlette.types import Scope

__all__ = ["Allowance", "client_of"]

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


def client_of(scope: Scope) -> str:
    """Who asks, for the limits: the address of the connection; of a long one its network, whose addresses one client has.

    >>> client_of({"client": ("2001:db8:1:2:3::4", 5)}), client_of({"client": ("192.0.2.7", 5)})
    ('2001:db8:1:2::/64', '192.0.2.7')
    """
    host = scope["client"][0] if scope.get("client") else "?"
    try:
        address = ip_address(host)
    except ValueError:
        return str(host)[:60]
    if isinstance(address, IPv6Address):
        return str(address.ipv4_mapped or ip_network(f"{host}/64", strict=False))
    return str(host)
