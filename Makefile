# Each target is one call of `python -m macros`, so that the same works without make: py -m macros serve
# More words for the command: make serve ARGS="--port 9000 --open", make test ARGS="-k sign-off"

PYTHON ?= python3
ARGS ?=

help:
	@$(PYTHON) -m macros --help

serve test check build pdf bench:
	@$(PYTHON) -m macros $@ $(ARGS)

.PHONY: help serve test check build pdf bench
