# `make run` opens the window, `make test` runs every test; both set up what they need, once. README says the rest.
# The stamps in .venv are named for the hash of the files that decide what is installed, so that a later start, with
# nothing changed, asks no network. What is installed is compiled when it is first imported: pip would compile all of it,
# of which nine tenths are never used, for half a minute on one core. Where the packages of further layouts cannot be
# installed, Orrery is without them.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --prefer-binary --no-compile
PIP_ARGS ?=
KEY := $(shell cat pyproject.toml constraints.txt | cksum | cut -d' ' -f1)
INSTALLED := $(VENV)/.installed-$(KEY)
TESTABLE := $(VENV)/.testable-$(KEY)
MODEL := SmolLM2-135M-Instruct

.PHONY: run setup model test texts fuzz style types lint clean

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
	$(PIP) -c constraints.txt -e ".[layouts,parquet]" $(PIP_ARGS) || $(PIP) -c constraints.txt -e . $(PIP_ARGS)
	@touch $@

$(TESTABLE): | $(BIN)/python
	$(PIP) -c constraints.txt -e ".[test,layouts,parquet]" $(PIP_ARGS) || $(PIP) -c constraints.txt -e ".[test]" $(PIP_ARGS)
	@touch $@ $(INSTALLED)

# What is compiled is kept, whatever the person's setting: a hundred short-lived processes would each compile it again.
test: $(TESTABLE)
	@sh .ci/system-libraries
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n auto --dist worksteal

# The files of translations are brought up to date with the source; what is new in them is then to be translated.
texts: $(TESTABLE)
	$(BIN)/python -m tests.helpers.collect_texts

# What is random in the suite, very often: files of any content (100,000), gestures and answers in any order (10,000),
# engine and mapper killed at any moment (100). It takes hours and ends with what came of it: crashes, hangs, memory.
# SEED=7 draws others; FUZZ=100 a hundredth of all; ANY=tests/unit/viz/test_any_board.py one kind.
SEED ?= 0
FUZZ ?= 10000
ANY ?= $(shell find tests/unit -name 'test_any_*.py')
fuzz: $(TESTABLE)
	@sh .ci/system-libraries
	ORRERY_FUZZ=$(FUZZ) ORRERY_SEED=$(SEED) $(BIN)/python -m pytest -q --timeout=0 -o faulthandler_timeout=0 \
		--hypothesis-seed=$(SEED) $(ANY)

style: $(TESTABLE)
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(TESTABLE)
	$(BIN)/mypy
	$(BIN)/lint-imports

lint: style types

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .import_linter_cache
