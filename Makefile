# Everything that is done with the project, one target each. The environment is made once, from locked and hashed versions.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
BENCHES := ledger reading recognition exchange desk site ceasefire

# Reference pages are not part of the project. Where their folder stands beside it, the tests that measure use it.
ifneq ($(wildcard ../shared/gold),)
export KEPT_REFERENCE ?= $(abspath ../shared)
endif

.PHONY: help demo test coverage browser lint types contracts spelling lock bench torture clean

help:  ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## /  make \1\t/' | expand -t 20

demo: $(VENV)/base.stamp  ## read the sample pages, fill a ledger, write reports, serve the site (SERVE=0: do not serve)
	$(BIN)/kept demo$(if $(filter 0,$(SERVE)), --no-serve)

test: $(VENV)/test.stamp  ## run the tests, but for those that need a browser
	$(BIN)/python -m pytest -m "not browser" $(TESTS)

coverage: $(VENV)/test.stamp  ## run the tests and hold the coverage: 100 % of model and ledger, 90 % of all, branches included
	$(BIN)/python -m coverage run -m pytest -q -m "not browser" $(TESTS)
	$(BIN)/python -m coverage report --include='src/kept/model/*,src/kept/ledger/*' --fail-under=100
	$(BIN)/python -m coverage report --skip-covered --fail-under=90 | tail -n 40

browser: $(VENV)/test.stamp  ## run the tests that need chromium and its driver
	$(BIN)/python -m pytest -m browser $(TESTS) || { code=$$?; [ $$code -eq 5 ] && echo "no browser tests"; }

lint: $(VENV)/test.stamp  ## check the style of the code
	$(BIN)/ruff check .

types: $(VENV)/test.stamp  ## check the types
	$(BIN)/mypy

contracts: $(VENV)/test.stamp  ## check which room imports which
	$(BIN)/lint-imports

spelling: $(VENV)/test.stamp  ## check the spelling
	$(BIN)/codespell src tests tools docs $(wildcard bench) $(wildcard *.md) Makefile .ci/run

lock: $(VENV)/test.stamp  ## lock the versions again
	for name in base test bench; do \
	  $(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url \
	    --no-emit-trusted-host --no-emit-find-links --no-header \
	    --output-file=requirements/$$name.txt requirements/$$name.in || exit 1; \
	done

bench: $(VENV)/bench.stamp  ## measure against the peers, figures into var/bench (SMALL=1: the small form)
	mkdir -p var/bench
	for name in $(BENCHES); do \
	  $(BIN)/python -m bench $$name $(if $(SMALL),--small) --json var/bench/$$name.json || exit 1; \
	done

torture: $(VENV)/test.stamp  ## run the reliability tests at full size
	KEPT_TORTURE=1 $(BIN)/python -m pytest tests/torture $(TESTS)

clean:  ## remove the environment and what the tools left
	rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("Kept needs Python 3.11 or newer: make PYTHON=…" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)

$(VENV)/%.stamp: requirements/%.txt requirements/base.in pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements/$*.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	touch $@
