# Every task of the project. Nothing is needed but Python 3.11 or newer, make and, for some tests, git.
#
#     make                          what there is
#     make test PYTHON=python3.12   with another Python (then `make clean` first, or it stays as it is)

VENV := .venv
BIN  := $(VENV)/bin

# The first Python on the path that is new enough and can make environments; asked only when one is to be made.
FIT    := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
            $$name -c '$(FIT)' 2>/dev/null && { echo $$name; break; }; done)

# Whatever is installed is one of the files named in requirements/, by its hash, and nothing is compiled.
# Where there is no ready-made file for a machine: make ONLY_BINARY= (it then needs a compiler).
ONLY_BINARY ?= --only-binary=:all:
PIP          = $(BIN)/python -m pip --disable-pip-version-check --quiet
INSTALL      = $(PIP) install --require-hashes --no-deps $(ONLY_BINARY)

RUNS := $(VENV)/.runs
DEV  := $(VENV)/.dev

DEMO  ?= demo-output
TESTS ?= tests
ARGS  ?=

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test lint format docs bench scoreboard mutate lock clean

help: ## say what can be made
	@echo 'make what?'
	@sed -n 's/^\([a-z]*\):.*## /  \1\t/p' Makefile | expand -t 12
	@echo 'Everything it needs is installed into $(VENV)/, from the versions locked in requirements/.'

demo: $(RUNS) ## run the main job on the Barbican review, into $(DEMO)/
	$(BIN)/bartizan demo $(DEMO)

test: $(DEV) ## run the tests (TESTS=tests/model ARGS='-k round_trip' for some of them)
	$(BIN)/python -m pytest -n auto --maxprocesses=8 $(ARGS) $(TESTS)

lint: $(DEV) ## ruff, formatting, types, and who may import whom
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: $(DEV) ## put the code into the one layout, and repair what ruff can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(DEV) ## build the documentation, warnings as errors, into docs/_build/html/
	$(BIN)/python -m sphinx -W --keep-going --quiet -b html docs docs/_build/html
	@echo 'Open docs/_build/html/index.html'

bench: $(DEV) ## measure, beside pytm and mal-toolbox, and write bench/RESULTS.md (ARGS=--quick for a short run)
	$(BIN)/python -m bench.run $(ARGS)

scoreboard: $(DEV) ## hold our verdicts against those of people on real systems (ARGS=--write keeps them)
	$(BIN)/python -m tests.scoreboard $(ARGS)

mutate: $(DEV) ## break every rule of threats on purpose and count how many examples notice
	$(BIN)/python -m tests.rules.threats.mutate $(ARGS)

lock: ## choose the newest versions that pyproject.toml allows, and write requirements/*.txt
	$(call need_python)
	"$(PYTHON)" requirements/lock.py $(ARGS)

clean: ## remove whatever was made here
	rm -rf $(VENV) .lock-env bench/.envs docs/_build docs/reference/generated $(DEMO) build dist \
	    .pytest_cache .hypothesis .mypy_cache .ruff_cache .import_linter_cache
	find src tests bench docs -name __pycache__ -type d -prune -exec rm -rf {} +

# ------------------------------------------------------------------------------------------------ the environment
# Three stamps, each written when its step is done: what Bartizan runs on, what its developers use as well, and the
# package itself. A lock that changed makes a new environment: nothing of the old one stays behind. The developers'
# lock holds the other one whole, so `make demo` after `make test` installs nothing.

$(RUNS): $(VENV)/.run.lock pyproject.toml
	$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $@

$(DEV): $(VENV)/.dev.lock pyproject.toml
	$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $(RUNS) $@

$(VENV)/.run.lock: requirements/run.txt
	$(call new_environment,requirements/run.txt)
	@touch $@

$(VENV)/.dev.lock: requirements/dev.txt
	$(call new_environment,requirements/dev.txt)
	@touch $(VENV)/.run.lock $@

define new_environment
$(call need_python)
@echo 'Making $(VENV)/ from $(1) with $(PYTHON); the first time this takes a minute.'
@"$(PYTHON)" -m venv --clear $(VENV)
@$(INSTALL) -r $(1)
endef

define need_python
@"$(PYTHON)" -c '$(FIT)' 2>/dev/null || { \
  echo 'Bartizan needs Python 3.11 or newer with its venv and ensurepip modules, and found no such Python.'; \
  echo 'Debian and Ubuntu: apt install python3-venv. Another Python: make $(MAKECMDGOALS) PYTHON=/path/to/python3'; \
  exit 1; } >&2
endef
