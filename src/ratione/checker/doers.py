"""Doers: of whom the words of a pattern are said: a name before them, behind them, in them, or the body that they imply."""

from __future__ import annotations

import re

from .context import Context
from .gazetteer import Mention
from .hits import STATUS, Hit
from .marked import CODES, Marked
from .subjects import Subject, Words, behind_comma, both, earlier, found_before, group, owner

__all__ = ["Doers"]

BRACKETED = re.compile(rf"^ \([{CODES['day']}]+\)")
BEHIND = re.compile(rf"^ (?:\([{CODES['day']}]+\)|(?:on|in) [{CODES['day']}]+)")
"""The day of one of a list whose words have no day of their own: in brackets, or with on or in."""

ALIKE = re.compile(
    rf", (?:just )?(?:like|as well as|along with|together with|alongside) (?:the )?[{CODES['state']}]+(?: and (?:the )?[{CODES['state']}]+)?, $"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""Others of whom the same is told: Israel, like the United States, is not."""
ITS_ACT = re.compile(
    rf"(?P<name>[{CODES['state']}]+)(?: (?:has |had |then |later |also |[a-z]+ly )*| \()(?:ratified|acceded|joined|deposited)\b[^.]*?(?:;|,| and|\))[^.;]{{0,40}}?(?:[{CODES['country']}]+|\bwhich)(?: then| later)? $"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""A state that joined, before the Statute is said to have entered into force: Mexico ratified it, and it entered into force."""
THE_DAY = re.compile(
    rf"\b(?:day|date|month|year|when|as|before|after|until|on which|that) (?:[{CODES['country']}]+|which) $"
)
"""What makes of the words the time of something else, told of the Statute: the day it entered into force."""
IN_ONE = re.compile(
    rf"(?:^|[;:] |, (?:and|but|while) )(?:in|for) (?:[a-z]+ ){{1,3}}(?P<name>[{CODES['state']}]+)[^.;]{{0,60}}$|"
    rf"^in (?P<other>[{CODES['state']}]+), [^.;]{{0,60}}$"
)
"""A state in which the Statute is said to have entered into force, with a word beside its name."""
FOR_ONE = re.compile(
    rf"\b(?:for|in respect of|with respect to|with regard to|vis-a-vis|as regards) (?:which|whom|(?:the )?(?:islands?|kingdom|territor)|(?:the )?[{CODES['state']}{CODES['country']}{CODES['person']}]|(?:you|us|them|him|any|each|every|such|a|that|those)\b)"  # noqa: E501 - a grammar or list that reads best in one piece
)
"""A state for which a treaty is said to be in force."""


STATES_ALONE = frozenset(("signed", "ratified", "acceded", "unsigned", "withdrew", "declared-12-3", "succeeded"))
"""What no body does, so that ``it`` stands for a state."""


class Doers:
    """Finds the subjects of hits; made once for the word lists of the patterns."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def of(self, hit: Hit, sentence: Marked, context: Context) -> Subject:
        """Of whom the claim is made."""
        found = self.found(hit, sentence, context)
        if "agreement" not in hit.pattern.how or hit.pattern.subject == "USA":
            return found
        if found.codes == ("USA",):
            found = found_before(sentence, hit.match.start(), context, self.words)
        others = tuple(code for code in found.codes if code != "USA")
        if not others or ";" in sentence.fold[max(0, found.end) : hit.match.start()]:
            return Subject((), -1, 0, "names no state that made the agreement")
        return found._replace(codes=others)

    def found(self, hit: Hit, sentence: Marked, context: Context) -> Subject:
        """Of whom the words are said."""
        wanted = hit.pattern.subject
        if wanted == "context":
            inside = sentence.inside(*hit.span, "state")
            if inside and "jurisdiction" in hit.pattern.how:
                return self.of_group(sentence, inside[-1])
            got = found_before(sentence, hit.match.start(), context, self.words)
            code = context.subject or context.section or context.page
            return got if got.codes or not code else Subject((code,), -1, hit.match.start())
        if wanted == "before" and (ahead := behind_comma(sentence, hit.match.start(), hit.match.end())):
            return self.of_group(sentence, ahead)
        opens = hit.match.groupdict().get("state") and hit.match.start("state") == hit.match.start()
        if wanted == "before" and opens and hit.pattern.claims in ("declared-12-3", "referred"):
            mention = sentence.at(hit.match.start())
            return self.of_group(sentence, mention) if mention else Subject((), -1, 0, "names no state")
        if wanted == "before":
            body = hit.pattern.claims not in STATES_ALONE
            got = found_before(sentence, hit.match.start(), context, self.words, body=body)
            if hit.pattern.claims in STATUS and (
                alike := ALIKE.search(sentence.shadow, max(got.end, 0), hit.match.start())
            ):
                more = [one.value for one in sentence.inside(alike.start(), alike.end(), "state")]
                got = got._replace(codes=tuple(dict.fromkeys((*got.codes, *more)))) if got.codes else got
            inside = [one for one in sentence.inside(*hit.span, "state") if "state" in hit.match.groupdict()]
            return got if got.codes or not inside else self.of_group(sentence, inside[0])
        if wanted == "slot":
            name = "state" if hit.match.groupdict().get("state") else "who"
            if hit.match.groupdict().get(name):
                mention = sentence.at(hit.match.start(name))
                if mention and mention.kind == "country":
                    codes = earlier(sentence, mention, self.words, context) or (
                        context.subject or context.section or context.page,
                    )
                    return Subject(tuple(filter(None, codes)), mention.start, mention.end, "names no state")
                placed = hit.pattern.claims == "voted" or "placed" in hit.pattern.how
                return (
                    self.of_group(sentence, mention, placed=placed, dated=hit.pattern.day == "none")
                    if mention
                    else Subject((), -1, 0, "names no state")
                )
            return found_before(sentence, hit.match.start(), context, self.words)
        if wanted == "both":
            return both(sentence, hit.match.start(), context, self.words)
        if wanted == "owner":
            return owner(sentence, hit.match.start(), context, self.words)
        if wanted == "by":
            after = [one for one in sentence.of("state", "person") if one.start >= hit.match.end()]
            return self.of_group(sentence, after[0]) if after else Subject((), -1, 0, "names no state")
        return self.fixed(hit, sentence, wanted, context)

    def fixed(self, hit: Hit, sentence: Marked, wanted: str, context: Context) -> Subject:
        """A subject that the pattern names itself: the Court, the Council, the Prosecutor."""
        bodies = [one for one in sentence.of("body", "resolution") if one.start < hit.match.end() + 80]
        if "taken-up" in hit.pattern.how:
            taken = context.actor == "UNSC" and sentence.fold.startswith("it ")
            return Subject((wanted,) if taken else (), -1, hit.match.start(), "names no body that could do so")
        if wanted == "UNSC" and not any(one.value == "UNSC" or one.kind == "resolution" for one in bodies):
            return Subject((), -1, 0, "another body than the Security Council")
        if wanted in ("OTP", "ICC-PTC"):
            near = [one for one in bodies if one.end <= hit.match.start()]
            if near and near[-1].value not in ("OTP", "ICC", "ICC-PTC", "UNSC", "ASP"):
                return Subject((), -1, 0, "another body than the Court")
            states = [one for one in sentence.of("state", "adjective") if one.end <= hit.match.start()]
            if not near and (states and states[-1].end > hit.match.start() - 30):
                return Subject((), -1, 0, "an act of a state, none of the Court")
            return Subject((wanted,), near[-1].start if near else -1, near[-1].end if near else hit.match.start())
        if (
            wanted == "ICC"
            and "established" in hit.pattern.how
            and not any(one.value == "ICC" for one in sentence.inside(*hit.span, "body"))
        ):
            return Subject((), -1, 0, "another body than the Court")
        force = wanted == "ICC" and hit.pattern.claims == "entered-into-force"
        if force and (whose := bound(hit, sentence)):
            return whose
        if force and (FOR_ONE.search(sentence.shadow) or re.match(r" there\b", sentence.shadow[hit.match.end() :])):
            return Subject((), -1, 0, "says for whom it entered into force")
        return Subject((wanted,), -1, hit.match.start())

    def of_group(self, sentence: Marked, mention: Mention, *, placed: bool = False, dated: bool = False) -> Subject:
        """The states of the list in which a name stands."""
        codes, first = group(sentence, mention, self.words, placed=placed)
        after = [one for one in sentence.of("state") if one.start > mention.end]
        end = mention.end
        for one in after:
            gap = (BEHIND if dated else BRACKETED).sub("", sentence.shadow[end : one.start])
            if not re.fullmatch(r",? (?:and|or|nor|&) (?:the )?|, (?:the )?", gap):
                break
            codes, end = (*codes, one.value), one.end
        return Subject(tuple(dict.fromkeys(codes)), first, end)


def bound(hit: Hit, sentence: Marked) -> Subject | None:
    """The state for which the Statute is said to have entered into force, told before the words."""
    lead = sentence.shadow[: hit.match.start()]
    told = (None if THE_DAY.search(lead) else ITS_ACT.search(lead)) or IN_ONE.search(lead)
    if told is None:
        return None
    name = next(name for name, found in told.groupdict().items() if found)
    mention = sentence.at(told.start(name))
    return Subject((mention.value,), mention.start, mention.end) if mention else None
