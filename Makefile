# Two commands matter: `make site` and `make test`. Both set up what they need, once.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TOOLS := .tools
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: sbom audit load valid lighthouse reliability fuzz mutants mutation help site test check review serve bench format lock clean

help: ## This list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

site: $(READY) ## Build the guide into site/
	@$(BIN)/startklar build

test: $(READY) ## Run every check and test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/startklar check
	$(BIN)/python -m tests.browser
	$(BIN)/pytest

check: $(READY) ## Hold the catalogue against every rule
	@$(BIN)/startklar check

# A branch may be called anything, so its name is neither expanded here nor read by the shell.
BASE ?= origin/main
override BASE := $(value BASE)
export BASE

review: $(READY) ## Tell what a change does, in review/: make review BASE=origin/main
	@$(BIN)/startklar review $(if $(GITHUB_ACTIONS),--annotate) -- "$$BASE"

serve: $(READY) ## Show the guide at http://127.0.0.1:8000/ and follow every change
	@$(BIN)/startklar serve

bench: $(READY) ## Measure Startklar beside its peers, and write docs/performance.md (18 minutes)
	@$(BIN)/python -m bench $(ONLY)

reliability: $(READY) ## Refuse and kill at every moment of a build, on small disks too (hours)
	@$(BIN)/python -m tests.reliability.full_disk
	@$(BIN)/python -m tests.reliability.kill --times 200
	@$(BIN)/python -m tests.reliability.sweep

fuzz: $(READY) $(TOOLS)/fuzz/.ready ## Look for input that ends in a fault of the program (hours; Linux)
	@PYTHONPATH=$(TOOLS)/fuzz/packages $(BIN)/python -m tests.fuzz.guided -runs=500000
	@$(BIN)/python -m tests.fuzz.grammar --runs 50000

mutants: $(READY) ## Break the catalogue in 2,000 ways, one at a time, and see that each is told
	@$(BIN)/python -m tests.mutations --mutants 2000

mutation: $(READY) $(TOOLS)/mutation/.ready ## Put slips in the code, one at a time, and see that a test fails (an hour; Linux)
	@PYTHONPATH=$(TOOLS)/mutation/packages $(BIN)/python -m tests.code_mutants

valid: site $(TOOLS)/.ready ## Hold every page against the Nu HTML checker (needs npm and Java)
	@$(BIN)/python -m tests.tools.valid site $(TOOLS)/node_modules/vnu-jar/build/dist/vnu.jar

lighthouse: site $(TOOLS)/.ready ## Hold the main pages against Lighthouse (needs npm and Chromium)
	@$(BIN)/python -m tests.tools.lighthouse site $(TOOLS)/node_modules/.bin/lighthouse

sbom: $(TOOLS)/supply/.ready ## List what the guide is built with, in sbom.json (CycloneDX)
	@$(TOOLS)/supply/bin/cyclonedx-py requirements --output-reproducible --of JSON -o sbom.json requirements.lock
	@echo "Written: sbom.json"

audit: $(TOOLS)/supply/.ready ## Hold every pinned package against the known vulnerabilities
	@worst=0; for pins in requirements.lock tests/tools/supply.txt bench/peers/pinned/*.txt; do \
		$(BIN)/python -m tests.tools.audit $(TOOLS)/supply/bin/pip-audit $$pins || worst=$$?; done; exit $$worst

load: site ## Ask nginx on this machine for pages, half a minute (needs nginx and wrk)
	@$(BIN)/python -m tests.tools.load site

format: $(READY) ## Format the code and renew the editors' schema
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .
	@$(BIN)/startklar schema

lock: $(READY) ## Pin every dependency anew, with hashes
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --group dev --python-version 3.11.5 \
		--custom-compile-command "make lock" --output-file requirements.lock pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11.5 \
		--custom-compile-command "make lock" --output-file tests/tools/supply.txt tests/tools/supply.in
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-deps --python-version 3.11.5 \
		--custom-compile-command "make lock" --output-file tests/tools/mutation.txt tests/tools/mutation.in

$(TOOLS)/supply/.ready: tests/tools/supply.txt $(READY)
	@$(PYTHON) -m venv $(TOOLS)/supply
	@$(TOOLS)/supply/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

clean: ## Remove what was built and installed
	rm -rf $(VENV) $(TOOLS) site review sbom.json .site-* .startklar .bench .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(TOOLS)/.ready: tests/tools/package.json tests/tools/package-lock.json
	@command -v npm >/dev/null || { echo "npm is needed (Debian: apt-get install npm)"; exit 2; }
	@mkdir -p $(TOOLS) && cp $^ $(TOOLS)/
	@npm ci --prefix $(TOOLS) --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

$(TOOLS)/fuzz/.ready: tests/tools/fuzz.txt
	@mkdir -p $(TOOLS)/fuzz
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --upgrade \
		--target $(TOOLS)/fuzz/packages -r $<
	@touch $@

$(TOOLS)/mutation/.ready: tests/tools/mutation.txt
	@mkdir -p $(TOOLS)/mutation
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --upgrade \
		--target $(TOOLS)/mutation/packages -r $<
	@touch $@

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11, 5) and "Startklar needs Python 3.11.5 or newer; set PYTHON=…")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing the pinned packages into $(VENV) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	@touch $@
