"""Documents in, reports out: which of a document's claims the record contradicts, and what was not checked.

No model, no network, no clock: the same bytes against the same record on the same day give the same report. A report never
says that a document is right; it says which claims were found and checked, and lists what was not.
"""

from .check import Checker, check
from .claim import Citation, Claim, Judged, Skipped, Verdict
from .coverage import Coverage
from .patterns import Patterns
from .report import Report

__all__ = ["Checker", "Citation", "Claim", "Coverage", "Judged", "Patterns", "Report", "Skipped", "Verdict", "check"]
