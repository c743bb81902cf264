# Two commands do everything: `make run` and `make test`. `make check` adds format, lint, types, data and docs.
# Python 3.11 and make are all that is needed beforehand; the environment is built in .venv from constraints.txt.

PYTHON ?= python3
BIN := .venv/bin
COMPILED := src/ratione/record.json src/ratione/patterns.json

.PHONY: run test check browser lint types record docs clean

run: .venv/.ready $(COMPILED)
	$(BIN)/ratione serve

test: .venv/.ready $(COMPILED) browser
	$(BIN)/python -m pytest -n 2 --dist worksteal

check: .venv/.ready $(COMPILED) browser lint types record docs
	$(BIN)/python -m pytest -n 2 --dist worksteal

.venv/.ready: pyproject.toml constraints.txt hatch_build.py
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt uv
	$(BIN)/uv pip install --quiet --python $(BIN)/python -c constraints.txt -e '.[columns,dev]'
	$(BIN)/python -m compileall -q src .venv/lib/python*/site-packages/msgspec
	touch $@

# The record is compiled anew when its text has changed.
src/ratione/record.json: .venv/.ready $(shell find data -name '*.toml' -not -path 'data/patterns/*' 2>/dev/null)
	$(BIN)/ratione record build data

src/ratione/patterns.json: .venv/.ready $(wildcard data/patterns/*.toml) src/ratione/checker/patterns.py src/ratione/checker/wording.py
	$(BIN)/ratione patterns build data/patterns

# Tests look at the site in a real browser; it comes from the system's package manager where that may install it.
# Spark, one of the engines that are tested, wants Java.
browser:
	@command -v chromium >/dev/null || (apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium) >/dev/null 2>&1 \
	  || echo "chromium is not here and could not be installed: the browser tests will fail"
	@command -v java >/dev/null || (apt-get update -qq && apt-get install -y -qq --no-install-recommends default-jre-headless) >/dev/null 2>&1 \
	  || echo "java is not here and could not be installed: the Spark test will fail"

lint: .venv/.ready
	$(BIN)/ruff format --check src tests bench hatch_build.py
	$(BIN)/ruff check src tests bench hatch_build.py

types: .venv/.ready
	$(BIN)/mypy

record: .venv/.ready
	$(BIN)/ratione record check data

docs: .venv/.ready
	$(BIN)/python -m pytest -q tests/test_docs.py

clean:
	rm -rf .venv build dist src/ratione/record.json src/ratione/patterns.json
