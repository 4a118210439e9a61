# Every task of the project, each setting up what it needs: `make help` lists them.

# Another Python, the sample's port, and more words for pytest, when given:
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

.PHONY: help demo test test-quick lint bench screenshots clean

help: ## list the tasks
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

demo: .venv/.demo ## build the sample site and serve it (SERVE=0: only build; PORT=8000)
	@$(BIN)/python -m scripts.sample_history build/sample
	@$(BIN)/python -m mkdocs build --quiet --config-file build/sample/mkdocs.yml \
		--site-dir $(CURDIR)/$(SAMPLE)/site
	@echo "Built $(SAMPLE)/site"
	@test "$(SERVE)" = 0 || $(BIN)/python -m scripts.serve $(SAMPLE)/site $(PORT)

test: .venv/.dev ## run every test, those in the browser too (ARGS="-k cli" for some)
	@$(BIN)/python -m scripts.chromium
# Each process begins with a run of tests in order, so that few build the same sites.
	@$(BIN)/python -m pytest -n auto --dist worksteal $(ARGS)

test-quick: .venv/.dev ## run the tests that build no site and open no browser, while you work
	@$(BIN)/python -m pytest -n auto --hypothesis-profile quick $(QUICK) $(ARGS)

lint: .venv/.dev ## check style, types and the direction of imports
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: .venv/.dev ## measure what the plugin adds to a build
	@$(BIN)/python -m bench $(ARGS)

screenshots: .venv/.dev ## take the pictures in images/ of the sample site
	@$(BIN)/python -m scripts.chromium
	@$(BIN)/python -m scripts.screenshots

clean: ## remove what these tasks made, the environment too
	rm -rf .venv $(SAMPLE)/site build dist .pytest_cache .ruff_cache .mypy_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Stamps: a set-up is repeated only when what it follows from has changed.
.venv/.demo .venv/.dev: pyproject.toml scripts/setup.sh
	@scripts/setup.sh $(@F:.%=%)
