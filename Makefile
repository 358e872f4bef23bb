# What people run. Everything happens inside .venv; `make setup` is the only step that needs the network.

PYTHON ?= python3
PROMPT ?= /song a cheerful pop song about friendship
BIN := .venv/bin
override PROMPT := $(value PROMPT)
export PROMPT
STAMP := .venv/.set-up

.PHONY: help setup try run test test-local-slack check format bench listen torture lock

help: ## Say what can be run
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 18

setup: $(STAMP) ## Make .venv with every pinned package

$(STAMP): pyproject.toml requirements-dev.lock
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

try: setup ## Make a song in the terminal with the house band: make try PROMPT="/music lo-fi rain"
	@$(BIN)/busker try "$$PROMPT"

run: setup ## Run the bot on every platform whose token is set
	@$(BIN)/busker run

test: setup ## Run every test, two at a time for each processor
	@$(BIN)/python -m pytest -q -n auto --dist worksteal

test-local-slack: setup ## Make a song on local-slack, a stand-in by others; npm fetches it
	@$(BIN)/python -m tests.local_slack

check: setup ## Lint, types, layers and warnings as errors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: setup ## Put every file into the house's form
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

bench: setup ## Measure, one table: both sides in the same run
	@$(BIN)/python -m bench

listen: setup ## Render ten songs and a page to judge them by ear and by measure: listening/index.html
	@$(BIN)/python -m listen

torture: setup ## Kill it, break it, fill its disk: is anything lost? Takes minutes; SEED=… repeats one
	@$(BIN)/python -m tests.torture

lock: ## Pin what pyproject.toml asks for (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --group dev pyproject.toml -o requirements-dev.lock
