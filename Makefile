# Development commands. Each sets up what it needs; `make help` lists them.

# Optional settings: the Python version, the port of the demo, and options for pytest:
#   make test PYTHON=python3.13     make demo PORT=8080     make test ARGS="-k cli"
export PYTHON
# Material's notice about another MkDocs would drown what the tasks say.
export NO_MKDOCS_2_WARNING = 1
PORT =
SERVE = 1
ARGS =

BIN = .venv/bin
SAMPLE = sample_site
QUICK = $(addprefix tests/,exporting model planning reading rendering verify/test_html.py)

.PHONY: help demo test test-quick lint bench fuzz translations screenshots clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

demo: .venv/.demo ## build the sample site and serve it (PORT=8000; SERVE=0: build only)
	@$(BIN)/python -m scripts.sample_history build/sample
	@$(BIN)/python -m mkdocs build --quiet --config-file build/sample/mkdocs.yml \
		--site-dir $(CURDIR)/$(SAMPLE)/site
	@echo "Built the sample site in $(SAMPLE)/site"
	@test "$(SERVE)" = 0 || $(BIN)/python -m scripts.serve $(SAMPLE)/site $(PORT)

test: .venv/.dev ## run all tests, including browser tests (ARGS="-k cli": a selection)
	@$(BIN)/python -m scripts.chromium
# One process more than there are cores, as some of the tests wait for Chromium. Each begins with a
# run of tests in order, so that few build the same sites.
	@$(BIN)/python -m pytest --dist worksteal \
		-n $$($(BIN)/python -c "import os; print((os.cpu_count() or 1) + 1)") $(ARGS)

test-quick: .venv/.dev ## run the tests that build no site and open no browser, while you work
	@$(BIN)/python -m pytest -n auto --hypothesis-profile quick $(QUICK) $(ARGS)

lint: .venv/.dev ## check style, types and imports
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: .venv/.dev ## measure the build time that the plugin adds
	@$(BIN)/python -m bench $(ARGS)

fuzz: .venv/.dev ## build sites from random pages and check them (ARGS="--pages 20000 --seed 7")
	@$(BIN)/python -m fuzz $(ARGS)

translations: .venv/.dev ## bring the translations in line with the catalogue of texts
	@$(BIN)/python -m scripts.translations

screenshots: .venv/.dev ## update the pictures of the sample site in images/
	@$(BIN)/python -m scripts.chromium
	@$(BIN)/python -m scripts.screenshots

clean: ## remove all generated files, including .venv
	rm -rf .venv $(SAMPLE)/site build dist .pytest_cache .ruff_cache .mypy_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Stamp files: setup runs again only if one of these files has changed.
.venv/.demo .venv/.dev: pyproject.toml scripts/setup.sh
	@scripts/setup.sh $(@F:.%=%)
