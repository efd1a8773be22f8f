# `make run` opens the window, `make test` runs every test; both set up what they need, once. README says the rest.
# The stamps in .venv are named for the hash of the files that decide what is installed, so that a later start, with
# nothing changed, asks no network. What is installed is compiled when it is first imported: pip would compile all of it,
# of which nine tenths are never used, for half a minute on one core.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --prefer-binary --no-compile
PIP_ARGS ?=
KEY := $(shell cat pyproject.toml constraints.txt | cksum | cut -d' ' -f1)
INSTALLED := $(VENV)/.installed-$(KEY)
TESTABLE := $(VENV)/.testable-$(KEY)
MODEL := SmolLM2-135M-Instruct

.PHONY: run setup model test fuzz style types lint clean

run: setup
	@$(BIN)/python main.py

setup: $(INSTALLED) model
	@sh .ci/system-libraries window

model: $(INSTALLED)
	@$(BIN)/python main.py models get $(MODEL)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Orrery needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
		|| { echo "The venv module is missing; on Debian or Ubuntu: apt-get install python3-venv" >&2; exit 1; }

$(INSTALLED): | $(BIN)/python
	$(PIP) -c constraints.txt -e . $(PIP_ARGS)
	@touch $@

$(TESTABLE): | $(BIN)/python
	$(PIP) -c constraints.txt -e ".[test]" $(PIP_ARGS)
	@touch $@ $(INSTALLED)

# What is compiled is kept, whatever the person's setting: a hundred short-lived processes would each compile it again.
test: $(TESTABLE)
	@sh .ci/system-libraries
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n auto --dist worksteal

# Gestures and answers in random orders, ten thousand times (half an hour); SEED=7 repeats or varies them.
SEED ?= 0
fuzz: $(TESTABLE)
	ORRERY_FUZZ=10000 $(BIN)/python -m pytest -q tests/unit/app/session/test_any_order.py --hypothesis-seed=$(SEED)

style: $(TESTABLE)
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(TESTABLE)
	$(BIN)/mypy
	$(BIN)/lint-imports

lint: style types

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .import_linter_cache
