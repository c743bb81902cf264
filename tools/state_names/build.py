"""Writes the names of states and territories in French and Spanish, from CLDR (Unicode licence) as Babel carries it.

pip install babel, then: python tools/state_names/build.py
"""

import tomllib
from pathlib import Path

from babel import Locale
from babel.core import get_global

ROOT = Path(__file__).parents[2]
OUT = ROOT / "src" / "ratione" / "surfaces" / "site" / "catalogue"
OWN = {"XKX": "XK", "PSE": "PS"}
TREATY_NAMES = {
    "fr": {"PSE": "État de Palestine", "VAT": "Saint-Siège"},
    "es": {"PSE": "Estado de Palestina", "VAT": "Santa Sede"},
}
"""Those that act under the treaties by another name than the territory that CLDR names."""


def codes() -> dict[str, str]:
    """The code of each state and territory of the record that CLDR knows, with CLDR's own."""
    aliases, found = get_global("territory_aliases"), {}
    for path in sorted([*ROOT.glob("data/states/*.toml"), *ROOT.glob("data/territories/*.toml")]):
        code = path.stem.upper()
        number = tomllib.loads(path.read_text("utf-8")).get("iso_numeric", "")
        short = OWN.get(code) or (aliases.get(code) or aliases.get(number) or [""])[0]
        if short:
            found[code] = short
    return found


def main() -> None:
    """One file a language."""
    for language in ("fr", "es"):
        names = Locale(language).territories
        said = {code: names[short] for code, short in codes().items() if short in names} | TREATY_NAMES[language]
        rows = [f'{code} = "{name}"' for code, name in sorted(said.items())]
        (OUT / f"names.{language}.toml").write_text("\n".join(["# CLDR, Unicode licence", *rows]) + "\n", "utf-8")


if __name__ == "__main__":
    main()
