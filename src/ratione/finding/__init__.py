"""Facts put to a rule: an answer with its reasons, articles, acts and sources; no law of its own, no clock."""
