# Two commands for a newcomer: `make demo` and `make test`. Each sets up .venv first (Python 3.11+, the package index).
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DOCS := docs/rules.md docs/settings.md docs/commands.md

.PHONY: demo test browser lint check bench docs architecture fixture-model clean

demo: $(VENV)/ready
	@echo "# the mangled copy of an article, against its Chinese:"
	@$(BIN)/copydesk check corpora/demo/mangled/chip-controls.en.txt --fail-on never
	@mkdir -p build
	@echo "# the same for the browser, with the other articles of the demo, is in build/demo.html"
	@$(BIN)/copydesk check corpora/demo --fail-on never --format html --output build/demo.html
	@echo "# its clean copy:"
	@$(BIN)/copydesk check corpora/demo/clean
	@echo "# the paragraphs that failed, translated anew (by a fixture of 3 MB: read build/demo.report.txt, and install a real model):"
	@$(BIN)/copydesk retranslate corpora/demo/mangled/ministry-briefing.zh.md --existing corpora/demo/mangled/ministry-briefing.en.md \
		--only-flagged --model corpora/fixture/model --output build/demo.en.md --report build/demo.report.txt

test: $(VENV)/dev
	$(BIN)/python -m pytest

lint: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test

# The report in a real browser, where the system has a Chromium.
browser: $(VENV)/browser
	$(BIN)/python -m pytest tests/reports/test_page_browser.py

# The texts of two benchmarks are not ours to ship: DOCUMENTS (jsonl of zh and en) and SEGMENTS (jsonl of source and target).
DOCUMENTS := $(wildcard ../shared/data/documents/annual_report_2016.jsonl)
SEGMENTS := $(wildcard ../shared/eval/mqm_dev.jsonl)

bench: $(VENV)/bench
	$(BIN)/python corpora/bench/startup.py
	$(BIN)/python corpora/bench/gate.py
	$(BIN)/python corpora/bench/serve.py
	$(BIN)/python corpora/bench/throughput.py $(if $(SEGMENTS),--segments $(SEGMENTS))
	$(BIN)/python corpora/bench/termbase.py
	$(BIN)/python corpora/bench/markup.py --model corpora/fixture/model
	$(BIN)/python corpora/bench/terms.py --model corpora/fixture/model
	$(BIN)/python corpora/bench/terms.py --model corpora/fixture/model --sentences corpora/fixture/pairs
	$(BIN)/python corpora/bench/cost.py --model corpora/fixture/model --threads 1
	$(BIN)/python corpora/bench/markup.py --model corpora/zh-en-small/model
	$(BIN)/python corpora/bench/terms.py --model corpora/zh-en-small/model
	$(BIN)/python corpora/bench/terms.py --model corpora/zh-en-small/model --sentences corpora/fixture/pairs
	$(BIN)/python corpora/bench/cost.py --model corpora/zh-en-small/model --threads 1
	$(BIN)/python corpora/bench/fuzz_formats.py
	$(if $(DOCUMENTS),$(BIN)/python corpora/bench/pairing.py --documents $(DOCUMENTS) --mqm $(SEGMENTS) --half report,@echo "pairing: set DOCUMENTS and SEGMENTS to measure it")

# Trains the small model that lies in corpora/fixture/model: half an hour on two processors.
fixture-model: $(VENV)/fixture
	$(BIN)/python corpora/fixture/train.py

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

$(VENV)/browser: $(VENV)/dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group browser
	touch $@

$(VENV)/bench: $(VENV)/dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group bench
	touch $@

$(VENV)/fixture: $(VENV)/dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group fixture
	touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
