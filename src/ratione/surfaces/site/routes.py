"""Routes: which view answers which address, and every address there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .page import Missing, Page, Request, View
from .views import ask, check, court, grid, home, people, sources, state, states, texts, united_states

__all__ = ["ROUTES", "Route", "found_route", "page_at"]

Every = Callable[[Request], Iterator[tuple[str, ...]]]


@dataclass(frozen=True)
class Route:
    """An address, with words in braces, its view, and what its words may be; ``heavy`` where it may take a second."""

    pattern: str
    view: View
    every: Every = lambda request: iter(((),))
    heavy: bool = False

    def match(self, path: str) -> tuple[str, ...] | None:
        """The words of a path that fits."""
        ours, theirs = self.pattern.strip("/").split("/"), path.strip("/").split("/")
        if len(ours) != len(theirs):
            return None
        found = []
        for mine, word in zip(ours, theirs, strict=True):
            if mine.startswith("{"):
                found.append(word)
            elif mine != word:
                return None
        return tuple(found)

    def path(self, words: tuple[str, ...]) -> str:
        """The path for these words."""
        left = list(words)
        return "/" + "/".join(
            left.pop(0) if part.startswith("{") else part for part in self.pattern.strip("/").split("/")
        )


ROUTES = (
    Route("/", home.home),
    Route("/map", states.world_map),
    Route("/map/{year}", states.map_of_year, states.years),
    Route("/states", states.state_list),
    Route("/states/{code}", state.state, state.every_state),
    Route("/grid", grid.grid),
    Route("/instruments", states.instrument_list),
    Route("/instruments/{code}", states.instrument, states.every_instrument),
    Route("/situations", court.situation_list),
    Route("/situations/{code}", court.situation, court.every_situation),
    Route("/debates", court.debate_list),
    Route("/debates/{code}", court.debate, court.every_debate),
    Route("/limbs", court.limb_list),
    Route("/limbs/{name}", court.limb, court.every_limb),
    Route("/sources", sources.source_list),
    Route("/sources/{code}", sources.source, sources.every_source),
    Route("/publishers/{family}", sources.publisher, sources.every_publisher),
    Route("/changes", home.changes),
    Route("/changes/{year}", home.changes_of_year, states.years),
    Route("/search", home.search),
    Route("/ask", ask.ready),
    Route("/ask/jurisdiction", ask.jurisdiction, heavy=True),
    Route("/ask/united-states", ask.us_law, heavy=True),
    Route("/check", check.form),
    Route("/united-states", united_states.overview),
    Route("/united-states/law", united_states.law),
    Route("/united-states/measures", united_states.measure_list),
    Route("/united-states/measures/{code}", united_states.measure, united_states.every_measure),
    Route("/united-states/sanctions", united_states.sanctions),
    Route("/united-states/agreements", united_states.agreements),
    Route("/united-states/timeline", united_states.timeline),
    Route("/united-states/administrations", united_states.administrations),
    Route("/united-states/administrations/{code}", united_states.administration, united_states.every_administration),
    Route("/united-states/statements", people.statements),
    Route("/people", people.people),
    Route("/people/{code}", people.person, people.every_person),
    Route("/organisations", people.organisations),
    Route("/about", texts.about),
    Route("/methods", texts.methods),
    Route("/corrections", texts.corrections),
)


def found_route(path: str) -> tuple[Route, tuple[str, ...]]:
    """The route of a path with its words, or :class:`Missing`."""
    for route in ROUTES:
        words = route.match(path)
        if words is not None:
            return route, words
    raise Missing(path)


def page_at(request: Request, path: str) -> Page:
    """The page at a path."""
    route, words = found_route(path)
    return route.view(request, *words)
