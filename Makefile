# Two commands are all that a newcomer needs: `make generate` and `make test`.

PYTHON ?= python3
VENV := .venv
SECONDS ?= 60
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

# Tests start thousands of processes of Python: with bytecode kept, none compiles our modules anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help generate check test test-fast test-lang lint docs goldens refresh toolchains bench bench-peers fuzz clean

help: ## Show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

$(STAMP): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Edmund needs Python 3.11 or later; set PYTHON=")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --group dev
	touch $@

EXAMPLES := metadata/examples/identity-api-connectors.http

generate: $(STAMP) ## Compile metadata/ into generated/, and write its reference pages
	$(BIN)/edmund generate
	$(BIN)/edmund docs -q $(EXAMPLES) --wording metadata/examples/identity-api-connectors.docs.toml \
		--pages mkdocs --style graph --output generated/docs
	$(BIN)/edmund docs -q $(EXAMPLES) --wording metadata/examples/create-identityapiconnector.page.toml \
		--pages text --style graph --call 'POST /identity/apiConnectors' --output generated/docs/published

check: $(STAMP) ## Say whether generated/ is what metadata/ gives
	$(BIN)/edmund generate --check

lint: $(STAMP) ## Types, lint and format of the compiler, of its tests and of the support code it ships
	$(BIN)/mypy
	$(BIN)/mypy --config-file tests/mypy.ini
	$(BIN)/ruff check .
	$(BIN)/black --quiet --check --diff generator tests templates

test: lint check ## Everything: lint, drift, all tests
	$(BIN)/pytest -n auto --dist loadgroup

test-fast: $(STAMP) ## Unit tests that start no process and need no reference material
	$(BIN)/pytest tests/unit -n auto --dist loadgroup --no-processes -m 'not shared'

test-lang: $(STAMP) ## What concerns one language: make test-lang LANG=go
	$(BIN)/pytest -n auto --dist loadgroup --lang $(LANG)

goldens: $(STAMP) ## Rewrite the golden files from what the compiler gives now (refused under CI)
	$(BIN)/python tests/golden/refresh.py

refresh: goldens generate ## Rewrite all that is made from the code: goldens, generated/, reference pages
	$(BIN)/python docs/make_reference.py
	@git diff --shortstat -- tests/golden generated docs/reference | sed 's/^$$/nothing changed/'
	@git diff --stat=100 -- tests/golden generated docs/reference | sed '$$d'

toolchains: $(STAMP) ## Install what tests of the target languages need, into .toolchains where it can be
	$(BIN)/python tests/toolchains/install.py

docs: $(STAMP) ## Write the reference pages from the code, and build the site into .site
	$(BIN)/python docs/make_reference.py
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group docs
	$(BIN)/mkdocs build --quiet

bench: $(STAMP) ## Print the figures and write bench.json
	$(BIN)/python tests/bench/run.py

bench-peers: $(STAMP) ## The same with other generators beside it (installs them into .venv-peers)
	$(BIN)/python tests/bench/run.py --peers

fuzz: $(STAMP) ## Try hostile input of every kind for some minutes (SECONDS= for each target)
	-$(BIN)/python -m pip install --quiet --disable-pip-version-check --group fuzz
	$(BIN)/python tests/security/fuzz/run.py --seconds $(SECONDS)

clean: ## Remove what the commands above made
	rm -rf $(VENV) .venv-peers .toolchains .mypy_cache .ruff_cache .pytest_cache .hypothesis .site .fuzz bench.json
