# The two commands to know are `make audit` and `make test`; each does all set-up in .venv on a fresh machine.
# Needed before: Python 3.11 or newer with its venv module and headers, a C compiler, make, git.

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
MAIN := examples/main

# The Python to set up with, where the one that is found first will not do: make PYTHON=/path/to/python3.11 test
PYTHON ?=
export PYTHON

# Passed on to pytest: make test ARGS='-k calendar'
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help audit test check lint types imports prove fuzz soak bench coverage mutate mutation-score norm-pages pin-meaning cli-reference api-reference pictures docs format pins clean

help:
	@echo 'make audit     audit the main example and show the report and the exit code'
	@echo 'make test      run the tests'
	@echo 'make check     what a commit should pass: lint, types, imports, test'
	@echo 'make prove     the random tests at full size (many minutes)'
	@echo 'make fuzz      every kind of file, made and damaged at random, for FUZZ_SECONDS (300 unless set)'
	@echo 'make soak      50,000 audits by each engine in one process, and some in threads, in children, broken off'
	@echo 'make bench     the benchmarks; some of them with ARGS, as docs/performance.md says'
	@echo 'make coverage  which lines and branches the tests do not reach'
	@echo 'make mutate    whether the tests notice changes of engine/: many hours, or ARGS="--modules 20 --sample 500"'
	@echo 'make mutation-score  whether the examples of the norms notice changes of their conditions'
	@echo 'make norm-pages      write docs/norms/ anew from the clause files'
	@echo 'make pin-meaning     pin how miit-b25 judges the pinned companies anew, and tell what moved'
	@echo 'make cli-reference   write docs/cli.md anew from the commands'
	@echo 'make api-reference   write docs/api.md anew from the docstrings'
	@echo 'make pictures  take the pictures of the READMEs anew; the pages need Chromium'
	@echo 'make docs      the documentation as a site, in site/; a broken link is an error'
	@echo 'make format    format the sources and mend what ruff can mend'
	@echo 'make pins      write constraints.txt anew with the newest versions'
	@echo 'make clean     remove what builds and tools leave behind; .venv stays'

$(READY): pyproject.toml constraints.txt scripts/setup.sh scripts/preflight.py
	@sh scripts/setup.sh $(VENV)
	@touch $@

# 1 and 3 are verdicts, which the audit of an example may well give; 2 means that it did not work.
audit: $(READY)
	@as_of=$$(cat $(MAIN)/as_of.txt) || exit 1; \
	code=0; $(BIN)/hegui audit $(MAIN)/facts.yaml --as-of "$$as_of" || code=$$?; \
	echo "exit code of hegui audit: $$code"; \
	case $$code in 0|1|3) ;; *) exit 1 ;; esac

# One process a core: `make test ARGS='-n 0 …'` runs in one.
test: $(READY)
	$(BIN)/python -m pytest -n auto $(ARGS)

check: lint types imports test

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(READY)
	$(BIN)/mypy hegui tests

imports: $(READY)
	$(BIN)/lint-imports --no-logo

# hypothesis marks its tests itself; `sized` marks others that try more here, and `prove` what runs nowhere else.
prove: $(READY)
	HEGUI_PROVE=1 $(BIN)/python -m pytest -n auto --dist worksteal --durations 25 -m 'hypothesis or prove or sized' $(ARGS)

# By the code that inputs reach where atheris is installed: .venv/bin/pip install -c constraints.txt atheris
fuzz: $(READY)
	$(BIN)/python -m tests.fuzz

soak: $(READY)
	$(BIN)/python -m tests.soak

bench: $(READY)
	$(BIN)/python -m benchmarks $(ARGS)

# The two folders that verdicts come from have to be covered; the rest is shown. Some tests are left out: a signal, or a
# fork amid threads, can come while coverage holds a lock of its own, and they would wait for ever.
UNCOVERED := hazards/test_interrupted.py engine/test_lifecycle.py soak spark
coverage: $(READY)
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -n auto $(UNCOVERED:%=--ignore tests/%) $(ARGS)
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report --show-missing --skip-covered
	$(BIN)/coverage report --include 'engine/*,facts/*' --fail-under 95 --format total

# Needs mutmut: .venv/bin/pip install -c constraints.txt mutmut
mutate: $(READY)
	@$(BIN)/python -m scripts.mutate $(ARGS)

# ARGS may be a ruleset's folder and beginnings of norm ids: make mutation-score ARGS='rulesets/miit_b25 SP-09'
mutation-score: $(READY)
	@$(BIN)/python -m scripts.mutation_score $(ARGS)

norm-pages: $(READY)
	@$(BIN)/python -m scripts.norm_pages
	@$(BIN)/python -m scripts.rule_functions

# ARGS=--add takes more companies from the examples of the norms, for what no pinned one shows.
pin-meaning: $(READY)
	@$(BIN)/python -m scripts.pin_meaning $(ARGS)

cli-reference: $(READY)
	@$(BIN)/python -m scripts.cli_reference

api-reference: $(READY)
	@$(BIN)/python -m scripts.api_reference

pictures: $(READY)
	@$(BIN)/python -m scripts.terminal_pictures
	@$(BIN)/python -m scripts.report_pictures

# The variable silences a word of the theme about versions to come, which is printed at every build.
docs: $(READY)
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

pins: $(READY)
	sh scripts/pins.sh

clean:
	rm -rf build dist htmlcov .benchmarks .coverage .grimp_cache .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache site
	find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +
