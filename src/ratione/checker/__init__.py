"""Documents in, reports out: which of a document's claims the record contradicts, and what was not checked.

No model, no network, no clock: the same bytes against the same record on the same day give the same report. A report never
says that a document is right; it says which claims were found and checked, and lists what was not.
"""

from .annotated import annotated, claim_review
from .check import Checker, check
from .claim import PREDICATES, Citation, Claim, Judged, Skipped, Verdict
from .corrections import corrections
from .coverage import Coverage
from .document import LARGEST
from .patterns import Patterns
from .patterns import build as build_patterns
from .proposals import proposals
from .report import Report
from .shown import shown
from .site import pages, site_table, site_text, without

__all__ = [
    "LARGEST",
    "PREDICATES",
    "Checker",
    "Citation",
    "Claim",
    "Coverage",
    "Judged",
    "Patterns",
    "Report",
    "Skipped",
    "Verdict",
    "annotated",
    "build_patterns",
    "check",
    "claim_review",
    "corrections",
    "pages",
    "proposals",
    "shown",
    "site_table",
    "site_text",
    "without",
]
