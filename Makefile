PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed

DOCS := .venv/.docs

.PHONY: demo docs test test-long test-handoff test-postgres test-page test-editor test-matrix test-vendor check bench clean

demo: $(INSTALLED)  ## a real video from a recipe, without network or token
	$(BIN)/nemo-spec apply specs/intro.edit specs/media/interview.mp4 --offline -o out/intro.mp4

test: $(INSTALLED)  ## the default suite; tests wait half of their time, so four at once suit two cores
	$(BIN)/python -m pytest -n 4 --dist worksteal

test-long: $(INSTALLED)  ## what takes minutes: long fuzzing, long clips
	$(BIN)/python -m pytest -n 2 -m slow

test-handoff: $(INSTALLED)  ## what is handed over, in other programs: needs melt, from Debian's packages
	$(BIN)/python -m pytest -n 2 -m slow tests/interchange

test-postgres: $(INSTALLED)  ## the journal that machines share: needs PostgreSQL, which it installs on Debian
	test -n "$$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null)$$(command -v initdb)" || apt-get install --yes --quiet postgresql
	$(BIN)/python -m pytest -n 2 -m postgres

test-page: $(INSTALLED)  ## the review page in a browser; needs Chromium, node and npm; pictures in build/page
	$(BIN)/python tools/look_at_page.py

test-editor: $(INSTALLED)  ## the VS Code extension, by VS Code's own libraries; needs node and npm
	$(BIN)/python tools/try_extension.py

test-matrix:  ## the default suite with each Python and the lowest versions; PYTHONS='3.12 /path/to/python'
	$(PYTHON) tools/run_matrix.py $(PYTHONS)

test-vendor: $(INSTALLED)  ## the vendor's own command line tool against the mock; needs node and npm
	$(BIN)/python tools/run_vendor_client.py

check: $(INSTALLED)  ## style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(INSTALLED)  ## every figure against its yardstick; ONLY=name for one
	$(BIN)/python -m benchmarks --only '$(ONLY)'

docs: $(DOCS)  ## the site, into build/site
	$(BIN)/mkdocs build --quiet --strict

$(DOCS): $(INSTALLED)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[docs]'
	touch $@

$(INSTALLED): pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,mcp]'
	touch $@

clean:  ## remove the environment and everything that was made
	rm -rf .venv .matrix .bench out build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
