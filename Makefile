# Two commands for a newcomer: `make demo` and `make test`. Each sets up .venv first (Python 3.11+, the package index).
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DOCS := docs/rules.md docs/settings.md docs/commands.md

.PHONY: demo test lint check bench docs architecture clean

demo: $(VENV)/ready
	@echo "# the mangled copy of an article, against its Chinese:"
	@$(BIN)/copydesk check corpora/demo/mangled/chip-controls.en.txt --fail-on never
	@echo "# its clean copy:"
	@$(BIN)/copydesk check corpora/demo/clean

test: $(VENV)/dev
	$(BIN)/python -m pytest

lint: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test

# The texts of two benchmarks are not ours to ship: DOCUMENTS (jsonl of zh and en) and SEGMENTS (jsonl of source and target).
DOCUMENTS := $(wildcard ../shared/data/documents/annual_report_2016.jsonl)
SEGMENTS := $(wildcard ../shared/eval/mqm_dev.jsonl)

bench: $(VENV)/bench
	$(BIN)/python corpora/bench/startup.py
	$(BIN)/python corpora/bench/throughput.py $(if $(SEGMENTS),--segments $(SEGMENTS))
	$(BIN)/python corpora/bench/termbase.py
	$(BIN)/python corpora/bench/fuzz_formats.py
	$(if $(DOCUMENTS),$(BIN)/python corpora/bench/pairing.py --documents $(DOCUMENTS) --mqm $(SEGMENTS) --half report,@echo "pairing: set DOCUMENTS and SEGMENTS to measure it")

docs: $(VENV)/dev
	$(BIN)/python docs/generate.py

$(VENV)/ready: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/dev: $(VENV)/ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev
	touch $@

$(VENV)/bench: $(VENV)/dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group bench
	touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
