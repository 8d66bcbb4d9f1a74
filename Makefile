# make run and make test need nothing but make and Python 3.11: each brings its own set-up.
SHELL := /bin/bash
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?=
ARGS ?=
PYTEST_ARGS ?= -n 2 --dist worksteal
SETUP := packaging/setup

OFFSCREEN := QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8

.PHONY: help venv run-venv run test check acceptance bench fuzz shots readme-pictures lock clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-15s %s\n", $$1, $$2}' Makefile

run: run-venv ## open the program (ARGS="--phone"); without a display: the guided tour
	@$(SETUP)/run.sh $(BIN)/python $(ARGS)

test: check ## style, import rules, types and all tests
	@$(SETUP)/test-tools.sh $(BIN)/python
	$(OFFSCREEN) $(BIN)/python -m pytest $(PYTEST_ARGS)

check: venv ## style, import rules and types alone
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy

acceptance: venv ## run the acceptance tests and write docs/acceptance.md
	$(OFFSCREEN) $(BIN)/python -m pytest tests/acceptance --write-acceptance $(PYTEST_ARGS)

bench: venv ## print the speed figures
	$(OFFSCREEN) $(BIN)/python -m tests.benchmarks

fuzz: venv ## 300,000 mutated codes
	$(BIN)/python -m tests.fuzz --inputs 300000

shots: venv ## a picture of every screen under build/shots
	$(OFFSCREEN) $(BIN)/python -m tests.shots build/shots

readme-pictures: shots ## the pictures of README.md, from those of make shots
	$(OFFSCREEN) $(BIN)/python -m tests.shots.readme build/shots

venv: ## the set-up alone: system libraries and .venv from the lock
	@$(SETUP)/venv.sh $(VENV) requirements-dev.lock $(PYTHON)

run-venv:
	@$(SETUP)/venv.sh $(VENV) requirements.lock $(PYTHON)

lock: ## pin the newest allowed versions with their hashes
	@$(SETUP)/lock.sh $(PYTHON)

clean: ## remove what make made, the virtual environment too
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find bcdesktop tests -name __pycache__ -type d -prune -exec rm -rf {} +
