# The tasks of the project. Each installs what it needs; `make help` lists them.

# Optional variables: the Python, the port of the sample site, arguments for pytest:
#   make test PYTHON=python3.13     make demo PORT=8080     make test ARGS="-k cli"
export PYTHON
PORT =
SERVE = 1
ARGS =

BIN = .venv/bin
SAMPLE = sample_site

.PHONY: help demo test lint bench screenshots clean

help: ## list all tasks
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

demo: .venv/.demo ## build and serve the sample site (SERVE=0: only build; PORT=8000)
	@$(BIN)/python -m scripts.sample_history build/sample
	@$(BIN)/python -m mkdocs build --quiet --config-file build/sample/mkdocs.yml \
		--site-dir $(CURDIR)/$(SAMPLE)/site
	@echo "Built the sample site in $(SAMPLE)/site"
	@test "$(SERVE)" = 0 || $(BIN)/python -m scripts.serve $(SAMPLE)/site $(PORT)

test: .venv/.dev ## run all tests, including browser tests (ARGS="-k cli" selects some)
	@$(BIN)/python -m scripts.chromium
	@$(BIN)/python -m pytest -n auto $(ARGS)

lint: .venv/.dev ## check style, types and imports
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: .venv/.dev ## measure the build time that the plugin adds
	@$(BIN)/python -m bench $(ARGS)

screenshots: .venv/.dev ## take the screenshots in images/
	@$(BIN)/python -m scripts.chromium
	@$(BIN)/python -m scripts.screenshots

clean: ## remove all generated files and the environment
	rm -rf .venv $(SAMPLE)/site build dist .pytest_cache .ruff_cache .mypy_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Stamp files: setup runs again only when its inputs have changed.
.venv/.demo .venv/.dev: pyproject.toml scripts/setup.sh
	@scripts/setup.sh $(@F:.%=%)
