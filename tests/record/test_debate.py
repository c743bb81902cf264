"""Debate files: front matter as debate sites keep it, and good errors for what is wanting."""

from __future__ import annotations

import pytest

from ratione import InputError
from ratione.record.debate import debate_of, read_debate

GOOD = """---
title: 'What are the next steps?'
published: true
date: 2021-05-24 00:00:00
description:
arguendo:
  - >-
    a-commitment-to-accountability
  - renewed-support
slug: next-steps
---

Prose.
"""


def test_front_matter_with_folded_text_is_read():
    found = debate_of(GOOD, "debate.md")
    assert (found.title, found.dated.isoformat(), found.slug) == (
        "What are the next steps?",
        "2021-05-24",
        "next-steps",
    )
    assert found.answers == ("a-commitment-to-accountability", "renewed-support")
    assert "answer: renewed-support" in found.text()


FAULTS = {
    "no front matter": ("Prose.", "debate.md, line 1: no front matter"),
    "no answers": (GOOD.replace("arguendo:", "published_by:"), "missing answers; expected a list"),
    "one answer": (GOOD.replace("  - renewed-support\n", ""), "found one answer, expected at least two"),
    "no title": (GOOD.replace("title: 'What are the next steps?'\n", ""), 'missing field "title"'),
    "no slug": (GOOD.replace("slug: next-steps\n", ""), 'missing field "slug"'),
    "bad date": (GOOD.replace("2021-05-24", "24 May 2021"), "field \"date\": found '24 May 2021 00:00:00'"),
    "unknown field": (GOOD.replace("published:", "publish:"), 'unknown field "publish"'),
    "twice": (GOOD.replace("slug: next-steps", "slug: a\nslug: b"), 'field "slug" stands twice'),
}


@pytest.mark.parametrize(("text", "words"), FAULTS.values(), ids=FAULTS)
def test_a_fault_says_what_is_wanting(text, words):
    with pytest.raises(InputError) as fault:
        debate_of(text, "debate.md")
    assert words in str(fault.value)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        read_debate(tmp_path / "none.md")
