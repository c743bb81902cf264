"""Wording: the grammar of a pattern, from words with brackets, bars and braces to one expression.

``[x]`` may be left out, ``(x|y)`` is one of them, ``<list>`` any word of a list, ``{state}`` a name of that kind, ``...`` up to
six words. Beside the expression it says which words a sentence must hold, and with which it can begin, before it is tried.
"""

from __future__ import annotations

import re

from .marked import CODES

__all__ = [
    "GENITIVE",
    "needed_kinds",
    "needed_words",
    "once",
    "sequence",
    "starts",
    "ways",
    "without_asides",
]

SLOTS = {
    "state": ("state",),
    "treaty": ("treaty", "word"),
    "statute": ("treaty",),
    "body": ("body",),
    "day": ("day",),
    "number": ("number",),
    "resolution": ("resolution",),
    "measure": ("measure",),
    "listed": ("listed",),
    "person": ("person",),
    "region": ("region", "state"),
    "place": ("region", "state", "adjective"),
    "who": ("state", "person", "adjective", "country"),
    "country": ("country",),
    "officer": ("officer", "listed"),
    "agreement": ("agreement",),
    "licence": ("licence",),
    "any": ("treaty", "word", "body"),
}
WITH_ARTICLE = ("treaty", "statute", "any", "state", "body", "who")
ARTICLES = ("the", "its", "this", "that", "a", "an", "their")
GENITIVE = re.compile("'s")
GAP = r"(?:,?[ -](?!and )[^\s.;:]+){0,6}?"
LITERAL = {"*": "[a-z]+", "‹": r"\(", "›": r"\)"}
QUOTE = '["“”«»]'
ASIDE = (
    rf"(?:(?:since|as|of|from|in|on|by|until|at|with|effect|effective|early|late|back|only|the|already|again) ){{0,4}}[{CODES['day']}]+|[0-9]+[-–][0-9]+[^,;.]{{0,40}}|however|too|also|in turn|by contrast|for its part|to date|so far|as yet|for example|"  # noqa: E501 - a grammar or list that reads best in one piece
    r"for instance|meanwhile|in fact|therefore|likewise|like (?:the )?others"
)
HIDDEN = chr(0xE000 + len(CODES))
"""The sign of what is left out between two words of a sentence."""
BETWEEN = f"[{HIDDEN}, –—-]+"
"""What may stand between two words of a pattern: a blank, comma, dash, or what is left out of a sentence."""
ASIDES = re.compile(rf", (?:{ASIDE}),|\([^()0-9{CODES['day']}]{{0,40}}\) |{QUOTE}|(?<= )'(?=[a-z])")
"""What may stand between two words of a pattern: marks of quotation, a day or word between commas, a short bracket."""


def without_asides(shadow: str) -> str:
    """A sentence with its asides hidden, every sign in its place; the same where it has none.

    >>> without_asides("it had, however, signed").replace(HIDDEN, "_")
    'it had__________ signed'
    """
    return ASIDES.sub(lambda found: HIDDEN * len(found.group()), shadow)


def needed_words(way: str, lists: dict[str, tuple[str, ...]]) -> tuple[frozenset[str], ...]:
    """Sets of words, the smallest first; of each a sentence must hold one."""
    found = {words for item in items(way) if item != "..." and item[0] != "[" and (words := openings(item, lists))}
    return tuple(sorted(found, key=lambda words: (len(words), sorted(words))))


def starts(way: str, lists: dict[str, tuple[str, ...]]) -> frozenset[str]:
    """The words, and in braces the kinds of names, with which a way can begin; empty where nothing can be said."""
    found: set[str] = set()
    for item in items(way):
        optional = item[0] == "[" and closing(item, 0) == len(item) - 1
        first = begins(item[1:-1] if optional else item, lists)
        if not first:
            return frozenset()
        found |= first
        if not optional:
            return frozenset(found)
    return frozenset()


def begins(text: str, lists: dict[str, tuple[str, ...]]) -> frozenset[str]:
    """The words and kinds with which a sequence (or each of its alternatives) can begin; empty where nothing can be said."""
    parts = parted(text)
    if len(parts) > 1:
        found = [begins(part, lists) for part in parts]
        return frozenset().union(*found) if all(found) else frozenset()
    item = items(text)[0] if items(text) else ""
    if item[:1] == "(":
        return begins(item[1 : closing(item, 0)], lists) if item[1:2] else frozenset()
    if item[:1] == "{":
        kinds = frozenset(f"{{{kind}}}" for kind in SLOTS[item[1 : item.index("}")]])
        return kinds.union(ARTICLES) if item[1 : item.index("}")] in WITH_ARTICLE else kinds
    if item[:1] == "[":
        return starts(text, lists) if closing(item, 0) == len(item) - 1 else frozenset()
    return openings(text, lists)


def openings(text: str, lists: dict[str, tuple[str, ...]]) -> frozenset[str]:
    """The words with which an item can begin; empty where it can begin with a name or with nothing."""
    first = items(text)[0] if items(text) else ""
    if not first or first[0] in "[{" or first == "...":
        return frozenset()
    if first[0] == "(":
        close = closing(first, 0)
        parts = [openings(part, lists) for part in parted(first[1:close])]
        return frozenset().union(*parts) if all(parts) else frozenset()
    if first[0] == "<":
        parts = [openings(word, lists) for word in lists[first[1 : first.index(">")]]]
        return frozenset().union(*parts) if all(parts) else frozenset()
    if first == "'s":
        return frozenset([first])
    word = re.match(r"[a-z0-9]+", first)
    return (
        frozenset([word.group()])
        if word and first[word.end() : word.end() + 1] not in ("[", "(", "<", "{")
        else frozenset()
    )


def needed_kinds(way: str) -> tuple[frozenset[str], ...]:
    """The kinds of names that must be in a sentence: those of slots that may not be left out."""
    plain = [item for item in items(way) if item != "..." and item[0] not in "[("]
    return tuple(
        frozenset(f"{{{kind}}}" for kind in SLOTS[name]) for item in plain for name in re.findall(r"\{([\w-]+)\}", item)
    )


def once(expression: str) -> str:
    """The expression with each slot named once: a second one of the same kind is matched, not kept."""
    seen: set[str] = set()

    def name(found: re.Match[str]) -> str:
        first = found.group(1) not in seen
        seen.add(found.group(1))
        return found.group() if first else "(?:"

    return re.sub(r"\(\?P<(\w+)>", name, expression)


def ways(words: str) -> list[str]:
    return [" ".join(way.split()) for way in parted(words) if way.strip()]


def parted(text: str) -> list[str]:
    """The parts of a text between strokes that stand in no bracket."""
    parts, depth, begin = [], 0, 0
    for place, sign in enumerate(text + "|"):
        depth += (sign in "([") - (sign in ")]")
        if sign == "|" and depth == 0:
            parts.append(text[begin:place])
            begin = place + 1
    return parts


def sequence(text: str, lists: dict[str, tuple[str, ...]]) -> str:
    """Items one after another, parted by a space, a hyphen, or a comma and a space."""
    result, begun = "", False
    for item in items(text):
        if item == "...":
            result += GAP
        elif item[0] == "[" and closing(item, 0) == len(item) - 1:
            inner = alternatives(item[1:-1], lists)
            result += f"(?:{BETWEEN}{inner})?" if begun else f"(?:{inner}{BETWEEN})?"
        elif item[0] == "[" and item.endswith("]›") and closing(item, 0) == len(item) - 2:
            result += f"(?:{BETWEEN}{alternatives(item[1:-2], lists)})?{LITERAL['›']}"
        else:
            result += (BETWEEN if begun else "") + joined(item, lists)
            begun = True
    return result


def items(text: str) -> list[str]:
    """The items of a sequence: parted by blanks that stand in no bracket."""
    found, depth, begin = [], 0, 0
    for place, sign in enumerate(text + " "):
        if sign in "([":
            depth += 1
        elif sign in ")]":
            depth -= 1
        elif sign == " " and depth == 0:
            if text[begin:place].strip():
                found.append(text[begin:place].strip())
            begin = place + 1
    return found


def closing(text: str, start: int) -> int:
    """Where the bracket that opens at ``start`` closes."""
    depth = 0
    for place in range(start, len(text)):
        depth += (text[place] in "([") - (text[place] in ")]")
        if depth == 0:
            return place
    raise ValueError("a bracket is not closed")


def alternatives(text: str, lists: dict[str, tuple[str, ...]]) -> str:
    return "(?:" + "|".join(sequence(part, lists) for part in parted(text)) + ")"


def joined(item: str, lists: dict[str, tuple[str, ...]]) -> str:
    """One item: words, brackets, slots and lists that stand together without a blank."""
    result, place = "", 0
    while place < len(item):
        sign = item[place]
        if sign in "([":
            close = closing(item, place)
            result += alternatives(item[place + 1 : close], lists) + ("?" if sign == "[" else "")
            place = close + 1
        elif sign in "{<":
            close = item.index("}" if sign == "{" else ">", place)
            name = item[place + 1 : close]
            result += (
                slot(name) if sign == "{" else "(?:" + "|".join(sequence(word, lists) for word in lists[name]) + ")"
            )
            place = close + 1
        else:
            result += LITERAL.get(sign) or re.escape(sign)
            place += 1
    return result


def slot(name: str) -> str:
    """A name of a kind, with an article before it and a genitive behind it where it has them."""
    signs = "".join(CODES[kind] for kind in SLOTS[name])
    article = rf"(?:(?:{'|'.join(ARTICLES)}) )?" if name in WITH_ARTICLE else ""
    return rf"{article}(?P<{name}>[{signs}]+)"
