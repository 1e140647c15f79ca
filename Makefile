# Gatewalk. `make help` lists what there is. Needs python3 (3.11 or newer) and make; the rest is fetched.

VENV ?= .venv
BIN  := $(VENV)/bin
ARGS ?=
# Tests run side by side, a worker for each core, each with a browser of its own; `make test WORKERS=` runs them in one.
WORKERS ?= -n auto --maxprocesses 8

# The first interpreter that is new enough, unless PYTHON names one.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)

# pip, not uv: it honours the mirrors and proxies that a campus or a firm has set up for it.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--custom-compile-command 'make lock'

# One thread for NumPy's BLAS: the products are small, and threads that wait for each other cost milliseconds.
export OPENBLAS_NUM_THREADS ?= 1

.DELETE_ON_ERROR:
.PHONY: help run test test-js test-py browser check check-js format bench wheel lock docs clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(VENV)/.run ## serve the page and print its address (ARGS="--port 9000" and the like)
	@$(BIN)/gatewalk --no-browser $(ARGS) || test $$? -eq 130 # 130: ended by Ctrl+C

test: test-js test-py ## every test, those in a real browser included

test-js: browser
	$(BIN)/python -m tests.node --test

test-py: browser
	$(BIN)/python -m pytest $(WORKERS) $(ARGS)

browser: $(VENV)/.dev
	@$(BIN)/python -m tests.node --ensure
	@$(BIN)/python -m tests.browser --ensure

check: $(VENV)/.dev check-js ## style, types (Python, and JavaScript where npm is)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

check-js:
	@if command -v npm >/dev/null; then $(MAKE) --no-print-directory node_modules/.stamp && npm run --silent check; \
	else echo "check: npm is not installed, the JavaScript types are not checked"; fi

format: $(VENV)/.dev ## put the Python files into shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.run ## speed, against torch where it is installed in $(VENV)
	$(BIN)/python -m benchmarks $(ARGS)

wheel: $(VENV)/.run ## build dist/gatewalk-*.whl, which holds the page and the checkpoints
	$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

docs: $(VENV)/.dev browser ## remake the parts of the docs that come from the code
	$(BIN)/python -m docs.make_equations
	$(BIN)/python -m docs.make_examples
	$(BIN)/python -m docs.make_table
	$(BIN)/python -m docs.make_models
	$(BIN)/python -m docs.make_picture
	$(BIN)/python -m docs.make_film

lock: $(VENV)/.dev ## resolve the dependencies anew into requirements/
	$(COMPILE) --upgrade pyproject.toml -o requirements/run.txt
	$(COMPILE) --upgrade --group build -c requirements/run.txt -o requirements/build.txt
	$(COMPILE) --upgrade pyproject.toml --group build --group dev \
		-c requirements/run.txt -c requirements/build.txt -o requirements/dev.txt

clean: ## remove the environment and everything built
	rm -rf $(VENV) node_modules dist build .pytest_cache .ruff_cache .mypy_cache .hypothesis

# The stamps: each is newer than what it was made from, so a second call does nothing.
$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Gatewalk needs Python 3.11 or newer: install it, or name it: make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "No virtual environment could be made: on Debian or Ubuntu, apt-get install python3-venv"; exit 1; }

$(VENV)/.run: requirements/run.txt requirements/build.txt pyproject.toml | $(VENV)/bin/python
	@echo "installing Gatewalk into $(VENV)"
	@$(INSTALL) --require-hashes -r requirements/run.txt -r requirements/build.txt
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	@echo "installing the tools for tests and checks into $(VENV)"
	@$(INSTALL) --require-hashes -r requirements/dev.txt
	@touch $@

node_modules/.stamp: package.json package-lock.json
	@npm ci --silent --no-audit --no-fund
	@touch $@
