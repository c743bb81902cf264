"""Every family of lines that the limbs of jurisdiction ask: importing this module enters them all."""

from __future__ import annotations

from . import aftermath, amendments, declarations, force, participation, places, points, referrals

__all__ = ["aftermath", "amendments", "declarations", "force", "participation", "places", "points", "referrals"]
