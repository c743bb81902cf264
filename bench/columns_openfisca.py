"""OpenFisca as a peer, run by the Python of its own environment (it is under the AGPL, and no part of this project).

    python3 -m venv elsewhere; elsewhere/bin/pip install openfisca-core pyarrow
    .venv/bin/python bench/columns.py --openfisca elsewhere/bin/python

Reads the events and the derived intervals, and answers a line ``whole`` or ``dated`` with the seconds that it took.
``whole``: one simulation of all rows, one formula over whole arrays. ``dated``: the intervals as dated parameters, one
simulation for each day with all rows of that day, the parameter of each row by its index. Both as OpenFisca's pages on
vectorial computing advise. The system with its parameters is made anew, untimed, for each run: a table is tagged once, and
each of its days is then met for the first time.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import numpy as np
import pyarrow.ipc
from openfisca_core.entities import Entity
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import DateUnit
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

FOLDER = Path(sys.argv[1])
EVENT = Entity("event", "events", "An event", "")


def read(name: str) -> dict[str, np.ndarray]:
    """A table as arrays; days as numbers."""
    held = pyarrow.ipc.open_file(FOLDER / f"{name}.arrow").read_all()
    days = {"day", "from", "until"}
    return {
        column: (held[column].cast("int32") if column in days else held[column]).to_numpy()
        for column in held.column_names
    }


SPANS = read("spans")
STARTS = SPANS["place"].astype(np.int64) * 1_000_000 + SPANS["from"] + 100_000


class place(Variable):
    value_type = int
    entity = EVENT
    definition_period = DateUnit.ETERNITY


class day(Variable):
    value_type = int
    entity = EVENT
    definition_period = DateUnit.ETERNITY


class answer(Variable):
    value_type = int
    entity = EVENT
    definition_period = DateUnit.DAY

    def formula(events, period):  # noqa: N805 - as OpenFisca writes it
        sought = events("place", period).astype(np.int64) * 1_000_000 + events("day", period) + 100_000
        return SPANS["answer"][np.searchsorted(STARTS, sought, side="right") - 1]


class answer_by_parameter(Variable):
    value_type = int
    entity = EVENT
    definition_period = DateUnit.DAY

    def formula(events, period, parameters):  # noqa: N805 - as OpenFisca writes it
        names = np.char.add("s", events("place", period).astype(str))
        return parameters(period).answer[names]


def said(number: int) -> str:
    """A day as text."""
    return str(np.datetime64(int(number), "D"))


def made() -> TaxBenefitSystem:
    """The variables, and the intervals as dated parameters."""
    found = TaxBenefitSystem([EVENT])
    found.add_variables(place, day, answer, answer_by_parameter)
    values: dict[str, dict[str, dict[str, dict[str, int]]]] = {}
    for code, start, worth in zip(SPANS["place"], SPANS["from"], SPANS["answer"], strict=True):
        values.setdefault(f"s{code}", {"values": {}})["values"][said(start)] = {"value": int(worth)}
    found.parameters = ParameterNode("", data={"answer": values})
    return found


def whole(system: TaxBenefitSystem, rows: dict[str, np.ndarray]) -> np.ndarray:
    """One simulation of all rows."""
    simulation = SimulationBuilder().build_default_simulation(system, len(rows["day"]))
    simulation.set_input("place", "ETERNITY", rows["place"])
    simulation.set_input("day", "ETERNITY", rows["day"])
    return simulation.calculate("answer", "2020-01-01")


def dated(system: TaxBenefitSystem, rows: dict[str, np.ndarray]) -> np.ndarray:
    """One simulation for each day."""
    order = np.argsort(rows["day"], kind="stable")
    days, starts = np.unique(rows["day"][order], return_index=True)
    found = np.empty(len(order), np.uint8)
    for number, same in zip(days, np.split(order, starts[1:]), strict=True):
        simulation = SimulationBuilder().build_default_simulation(system, len(same))
        simulation.set_input("place", "ETERNITY", rows["place"][same])
        found[same] = simulation.calculate("answer_by_parameter", said(number))
    return found


def main() -> None:
    """Answers each line with wall and CPU seconds."""
    ways = {"whole": (whole, read("all")), "dated": (dated, read("days"))}
    for line in sys.stdin:
        way, rows = ways[line.strip()]
        system = made()
        wall, cpu = time.perf_counter(), time.process_time()
        found = way(system, rows)
        taken = time.perf_counter() - wall, time.process_time() - cpu
        np.save(FOLDER / f"{line.strip()}.npy", found.astype(np.uint8))
        print(json.dumps(taken), flush=True)


if __name__ == "__main__":
    main()
