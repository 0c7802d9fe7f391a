# SPDX-FileCopyrightText: 2026 The Leadroom contributors
# SPDX-License-Identifier: EUPL-1.2

# Every command of the project. `make` alone prints this list.

PYTHON ?= python3
IN := .venv/bin/
export LEADROOM_STARTED_AT := $(shell date +%s)

.DEFAULT_GOAL := help
.PHONY: help setup develop run worker demo test check fix texts measure docs shots bench soak lock clean

help:  ## Print this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: setup  ## Install what is missing, load the demo, start web and worker (PORT=8000)
	@$(IN)python -m tools.run

test: develop  ## Run every test: both databases and a real browser; install what they need
	@$(IN)python -m tools.test

check: develop  ## Run all but the browser and PostgreSQL: format, lint, types, imports, texts, tests
	@$(IN)python -m tools.test check

setup:  ## Install the locked packages and place what the browser gets
	@$(PYTHON) -m tools.setup

develop:  ## The same, with what tests and checks need
	@$(PYTHON) -m tools.setup --dev

worker: setup  ## Run the background worker alone
	@LEADROOM_MODE=$${LEADROOM_MODE:-demo} $(IN)leadroom worker

demo: setup  ## Load the invented councils anew; all else in the demo's database is forgotten
	@LEADROOM_MODE=demo $(IN)leadroom demo --fresh

fix: develop  ## Format and mend what ruff can
	@$(IN)ruff check --fix . ; $(IN)ruff format .

texts: develop  ## Gather the interface's texts for translators and compile what they wrote
	@$(IN)python -m tools.texts

measure: develop  ## Print function and file lengths beside what we aim for
	@$(IN)python -m tools.measure

docs: develop  ## Check that every path, command and decision the docs name is there
	@$(IN)python -m pytest tests/house -k docs

shots: develop  ## Photograph every page into shots/
	@$(IN)python -m tests.journeys.shots

bench: develop  ## Measure the main pages on both databases
	@$(IN)python -m bench.pages

soak: develop  ## Run the property tests for long
	@LEADROOM_HYPOTHESIS=soak $(IN)python -m pytest tests --ignore=tests/journeys -m "not slow" -n 2
	@LEADROOM_HYPOTHESIS=soak $(IN)python -m pytest tests/journeys/test_dropped_browser.py

lock: develop  ## Renew the locked requirements from pyproject.toml
	@$(IN)python -m tools.lock

clean:  ## Remove all that was made, but the data in var/
	rm -rf .venv node_modules leadroom/static leadroom/ui/static/vendor leadroom/kit/fonts shots build dist *.egg-info
	rm -rf .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find locale -name '*.mo' -delete; find leadroom tests tools -name __pycache__ -prune -exec rm -rf {} +
