"""Address: how pages link to each other, from a server (absolute) and from files (relative, so that disk is enough)."""

from __future__ import annotations

from collections.abc import Mapping
from posixpath import relpath
from urllib.parse import quote, urlencode

__all__ = ["Links"]


class Links:
    """Addresses as seen from one page in one language. ``static`` gives relative addresses of files."""

    def __init__(
        self, path: str, language: str = "en", *, static: bool = False, query: Mapping[str, str] | None = None
    ) -> None:
        self.path, self.language, self.static = path, language, static
        self.query = {key: value for key, value in (query or {}).items() if value}

    def __call__(self, path: str, form: str = "", language: str = "", **query: object) -> str:
        """The address of a page, perhaps with a part of it after ``#``; ``form`` is ``json`` or ``csv`` for a twin."""
        told = {key: str(value) for key, value in query.items() if value not in ("", None)}
        place, mark, part = path.partition("#")
        return self.to(self.inside(place, language or self.language), form, told) + mark + part

    def to(self, path: str, form: str, told: Mapping[str, str]) -> str:
        """The address of a path that already stands in its language."""
        if self.static:
            return relpath(file_of(path, form), folder_of(self.inside(self.path, self.language)))
        said = quote(path if not form else (path.rstrip("/") or "/index") + f".{form}", safe="/:@")
        return said + (f"?{urlencode(told)}" if told else "")

    def inside(self, path: str, language: str) -> str:
        """The path in the folder of a language."""
        return path if language == "en" else f"/{language}{path if path != '/' else ''}"

    def asset(self, name: str) -> str:
        """The address of a file that pages share."""
        if self.static:
            return relpath(f"/static/{name}", folder_of(self.inside(self.path, self.language)))
        return f"/static/{name}"

    def cited(self, site: str) -> str:
        """The whole address by which this page is cited: of the site, as far as it is known, with the days that were used."""
        inside = self.inside(self.path, self.language)
        if self.static:
            return site + file_of(inside)
        said = quote(inside, safe="/:@")
        return site + said + (f"?{urlencode(self.query, safe=':/')}" if self.query else "")

    def here(self, language: str = "", form: str = "", **query: object) -> str:
        """This page again, in another language, as a twin, or with other words in its query."""
        return self(self.path, form, language, **{**self.query, **query})


def file_of(path: str, form: str = "") -> str:
    """The file in which a page stands.

    >>> file_of("/states/UKR"), file_of("/states", "csv"), file_of("/")
    ('/states/UKR.html', '/states.csv', '/index.html')
    """
    stem = path.rstrip("/") or "/index"
    if stem in ("/fr", "/es"):
        stem += "/index"
    return f"{stem}.{form or 'html'}".replace(":", "-")


def folder_of(path: str) -> str:
    """The folder of the file in which a page stands."""
    return file_of(path).rpartition("/")[0] or "/"
