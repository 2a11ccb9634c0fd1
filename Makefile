# Two commands for a newcomer: `make demo` and `make test`. Each sets up what it needs.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: demo test wheel-test lint docs bench clean
.DEFAULT_GOAL := help

help:
	@echo "make demo    clean the sample corpus in seeds/ and show what was found"
	@echo "make test    run the tests"
	@echo "make lint    types, style, and textrepair on its own documentation"
	@echo "make bench   quality on seeds/ and speed, side by side with other tools"

# Debian's Python may lack ensurepip: then the system's pip fills the environment.
$(BIN)/python:
	$(PYTHON) -m venv $(VENV) 2>/dev/null || ( rm -rf $(VENV) && $(PYTHON) -m venv --without-pip $(VENV) && $(PYTHON) -m pip --python $(BIN)/python install --quiet pip )

KERNEL := hatch_build.py $(wildcard src/textrepair/kernel/*.[ch])

$(VENV)/.installed: pyproject.toml $(KERNEL) $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.tested: pyproject.toml tests/requirements.txt $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --requirement tests/requirements.txt
	@touch $@

demo: $(VENV)/.installed
	$(BIN)/textrepair fix seeds/ --exit-zero

test: $(VENV)/.tested
	sh tests/install-programs.sh
	$(BIN)/python -m pytest

wheel-test: $(VENV)/.tested
	sh tests/wheel-test.sh $(BIN)/python

lint: $(VENV)/.tested
	$(BIN)/python -m ruff check .
	$(BIN)/python -m mypy
	$(BIN)/textrepair check README.md CHANGELOG.md CONTRIBUTING.md docs/*.md

docs: $(VENV)/.installed
	$(BIN)/python docs/generate.py

bench: $(VENV)/.tested
	$(BIN)/python benchmarks/quality.py seeds
	$(BIN)/python benchmarks/speed.py

clean:
	rm -rf $(VENV) build dist textrepair-out
