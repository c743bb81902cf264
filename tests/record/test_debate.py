"""Debate files: front matter as debate sites keep it, and good errors for what is wanting."""

from __future__ import annotations

from pathlib import Path

import pytest

from ratione import InputError
from ratione.record.debate import debate_faults, debate_of, read_debate, read_debates
from ratione.record.reading import read

DATA = Path(__file__).parents[2] / "data"

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


def faults_of(folder: Path) -> list[str]:
    """Every fault of the debates in a folder, beside the record as it stands."""
    record, found = read(DATA), []
    known = {"": record.history.statements, "source": record.sources, "point": record.disputes}
    debates = read_debates(folder, found)
    return [*found, *debate_faults(debates, record.history.events, known)]


WRITTEN = """---
title: 'What next?'
date: 2021-05-24
answers:
  - one-view
  - other-view
slug: next-steps
---

## one-view

The United States signed the Statute on 31 December 2000. [2000-12-31-us-signs-the-rome-statute]

## other-view

The signature stands. [point: signature-2002] [source: untc-xviii-10]
"""


def test_a_debate_in_prose_is_read_answer_by_answer(tmp_path):
    (tmp_path / "next-steps.md").write_text(WRITTEN, encoding="utf-8")
    found: list[str] = []
    debate = read_debates(tmp_path, found)["next-steps"]
    assert found == []
    assert [(one.under, one.line, one.cites) for one in debate.sentences] == [
        ("one-view", 12, ("2000-12-31-us-signs-the-rome-statute",)),
        ("other-view", 16, ("point: signature-2002", "source: untc-xviii-10")),
    ]
    assert faults_of(tmp_path) == []


ALTERED = {
    "day": ("31 December 2000", "30 December 2000", 'line 12: the date "30 December 2000" is not that of the event'),
    "verb": ("signed the", "ratified the", 'line 12: the event does not say that somebody "ratified"'),
    "event": ("2000-12-31-us-signs", "2000-12-31-us-sings", "line 12: unknown event or statement"),
    "point": ("point: signature-2002", "point: signature-2003", 'line 16: unknown point "signature-2003"'),
    "kind": ("source: untc", "book: untc", 'line 16: unknown kind of citation "book"'),
    "no citation": (" [point: signature-2002] [source: untc-xviii-10]", "", "line 16: a sentence without a citation"),
    "heading": ("## other-view", "## third-view", 'line 14: heading "third-view" is none of the answers'),
    "empty answer": ("- other-view", "- other-view\n  - third-view", 'answer "third-view" has no sentence under it'),
    "slug": ("slug: next-steps", "slug: next", 'slug "next" is not the name of the file'),
}


@pytest.mark.parametrize(("before", "after", "words"), ALTERED.values(), ids=ALTERED)
def test_a_debate_that_says_what_its_events_do_not_say_is_at_fault(tmp_path, before, after, words):
    (tmp_path / "next-steps.md").write_text(WRITTEN.replace(before, after, 1), encoding="utf-8")
    assert any(words in fault for fault in faults_of(tmp_path))


def test_each_debate_of_the_record_argues_each_of_its_answers():
    debates = read(DATA).history.debates
    assert len(debates) >= 4
    for debate in debates.values():
        assert {one.under for one in debate.sentences} >= set(debate.answers)
        assert all(one.cites for one in debate.sentences)
