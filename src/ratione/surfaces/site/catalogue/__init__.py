"""Catalogue: every string of the interface in English, French and Spanish, and the names of states in them.

The words of the law are those of the Statute's own French and Spanish texts (``État Partie``, ``Estado Parte``, ``retrait``,
``denuncia``); what the record itself says stays in English. A test makes sure that no language lacks a string.
"""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files

__all__ = ["LANGUAGES", "MONTHS", "day_in", "name_in", "said_date", "say", "strings"]

LANGUAGES = {"en": "English", "fr": "Français", "es": "Español"}

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}


@cache
def strings(language: str) -> dict[str, str]:
    """Every string of a language by its key."""
    return tomllib.loads((files(__package__) / f"{language}.toml").read_text("utf-8"))


@cache
def names(language: str) -> dict[str, str]:
    """Names of states and territories in a language other than English."""
    if language == "en":
        return {}
    return tomllib.loads((files(__package__) / f"names.{language}.toml").read_text("utf-8"))


def say(language: str, key: str) -> str:
    """The string under a key.

    >>> say("fr", "status.party")
    'État Partie'
    """
    return strings(language)[key]


def name_in(language: str, code: str, name: str) -> str:
    """The name of a state or territory in a language; ``name`` where it has none of its own there.

    >>> name_in("es", "DEU", "Germany")
    'Alemania'
    """
    return names(language).get(code, name)


def day_in(language: str, day: date | str | None) -> str:
    """A day in words; one known by year or month only is said so far, anything else stays as it is.

    >>> day_in("fr", "2016-09"), day_in("en", "2016"), day_in("es", None)
    ('septembre 2016', '2016', '')
    """
    if isinstance(day, str):
        parts = day.split("-")
        if not all(part.isdigit() for part in parts) or len(day) not in (7, 10) or not 1 <= int(parts[1]) <= 12:
            return day
        if len(parts) == 2:
            word = MONTHS[language].split()[int(parts[1]) - 1]
            return f"{word} de {parts[0]}" if language == "es" else f"{word} {parts[0]}"
        day = date.fromisoformat(day)
    return said_date(language, day.year, day.month, day.day) if day else ""


def said_date(language: str, year: int, month: int, day: int) -> str:
    """A day in words.

    >>> said_date("es", 2002, 7, 1)
    '1 de julio de 2002'
    """
    word = MONTHS[language].split()[month - 1]
    if language == "es":
        return f"{day} de {word} de {year}"
    first = "1er" if language == "fr" and day == 1 else str(day)
    return f"{first} {word} {year}"
