# Everything below is a thin layer over SwiftPM; `make help` lists the targets.

# The job that `make plan` plans.
JOB ?= Examples/gpt-7.5b-hybrid.yaml

# Random programs that `make fuzz` solves.
FUZZ_CASES ?= 100000

# Damaged requests that `make library-check` sends under valgrind, which is slow.
LEAK_CASES ?= 10000

RHUMB := .build/release/rhumb
GLPK_HEADER := $(wildcard $(addsuffix /include/glpk.h,/usr /usr/local /opt/homebrew))

.DEFAULT_GOAL := help
.PHONY: help plan build test lint matrix check calibrate reports pages-check bench fuzz \
  verify-launchers verify-sharding library library-check wheel python-test example clean dependencies
# One build at a time: SwiftPM uses all cores by itself.
.NOTPARALLEL:

help:  ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

plan: build  ## Plan a job: make plan JOB=Examples/gpt-7.5b-hybrid.yaml
	@$(RHUMB) plan $(JOB)

build: dependencies  ## Build the rhumb command, optimised, at .build/release/rhumb
	swift build --configuration release --product rhumb

test: dependencies  ## Run all tests
	swift build --build-tests
	swift test --skip-build --disable-xctest

lint:  ## Check the formatting of all Swift code
	swift format lint --strict --parallel --recursive Package.swift Sources Tests Benchmarks

matrix: build  ## Plan every shipped model on every shipped cluster
	Tests/matrix.sh $(RHUMB)

.PHONY: bench-search
check: lint test matrix  ## Everything that must hold before a change goes in

calibrate: build  ## Say how far the hardware's descriptions are from the fit to all measurements
	$(RHUMB) calibrate Clusters/Hardware/calibration.yaml

reports: single-reports  ## Write the reports that the project keeps in Reports/
	Reports/index.py > Reports/index.html

.PHONY: single-reports
single-reports: build
	$(RHUMB) validate --format markdown Reports/Measured/runs.csv > Reports/validation.md
	$(RHUMB) validate --format html Reports/Measured/runs.csv > Reports/validation.html
	$(RHUMB) calibrate --leave-one-out --format markdown Clusters/Hardware/calibration.yaml > Reports/calibration.md
	mkdir -p Reports/Gallery
	for job in Examples/*.yaml; do \
	  $(RHUMB) plan $$job --format html > Reports/Gallery/$$(basename $$job .yaml).html || exit 1; \
	done
	$(RHUMB) compare --job Examples/llama-3-70b-dgx-h100.yaml --format html \
	  dgx-h100:8 gcp-a3-mega:8 gcp-a3:8 aws-p5:8 > Reports/Gallery/networks.html
	$(RHUMB) compare --job Examples/gpt-7.5b-hybrid.yaml --format html search=heterogeneous \
	  search=uniform plain=megatron plain=deepspeed plain=fsdp > Reports/Gallery/frameworks.html
	$(RHUMB) sweep Examples/sweeps/scaling.yaml --format html > Reports/Gallery/scaling.html
	$(RHUMB) sequences --published Reports/Published/flexsp.json --statistics \
	  --format markdown > Reports/flexsp.md
	$(RHUMB) sequences --published Reports/Published/flexsp.json --statistics \
	  --format html > Reports/flexsp.html
	$(RHUMB) study Reports/Published/holmes.yaml --format markdown > Reports/holmes.md
	$(RHUMB) study Reports/Published/holmes.yaml --format html > Reports/holmes.html
	$(RHUMB) explore --published Reports/Published/auto-map.json --statistics \
	  --format markdown > Reports/auto-map.md
	$(RHUMB) explore --published Reports/Published/auto-map.json --statistics \
	  --format html > Reports/auto-map.html
	Reports/rhino.py $(RHUMB) > Reports/rhino.md

# A name that would do harm if it were taken for markup.
NASTY := .build/<script>alert("模型")<&>.yaml

pages-check: build  ## Open every page of Reports/ in headless Chromium
	cp Models/gpt2-small.yaml '$(NASTY)'
	$(RHUMB) plan --model '$(NASTY)' --cluster dgx-a100:1 --global-batch-size 8 \
	  --sequence-length 1024 --format html > .build/nasty.html
	Tests/pages-check.py .build/nasty.html Reports/*.html Reports/Gallery/*.html

bench: dependencies  ## Run the benchmarks
	swift build --package-path Benchmarks --configuration release
	@for program in $(notdir $(wildcard Benchmarks/Sources/*)); do \
	  echo "$$program"; Benchmarks/.build/release/$$program || exit 1; \
	done

bench-search: dependencies  ## Measure the searches into Docs/Benchmarks.md, on a quiet machine
	swift build --package-path Benchmarks --configuration release --product search-benchmark
	{ sed '/^<!-- measured -->/q' Docs/Benchmarks.md && \
	  Benchmarks/.build/release/search-benchmark; } > .build/benchmarks.md
	mv .build/benchmarks.md Docs/Benchmarks.md

verify-launchers: build  ## Feed exported plans to deepspeed, torch and jax themselves (from PyPI)
	Tests/verify-launchers.sh $(RHUMB) > .build/launchers.md
	mv .build/launchers.md Docs/LauncherVerification.md

verify-sharding: build  ## Apply sharding plans with JAX (from PyPI) on virtual devices
	Tests/verify-sharding.sh $(RHUMB)

library: dependencies  ## Build the C interface, .build/librhumb/librhumb.so, with what it needs
	swift build --configuration release --scratch-path .build/library --product RhumbC \
	  -Xswiftc -static-stdlib -Xlinker --version-script=Sources/RhumbC/exports.map \
	  -Xlinker -rpath='$$ORIGIN' -Xlinker --disable-new-dtags
	rm -rf .build/librhumb && mkdir -p .build/librhumb
	strip --strip-unneeded -o .build/librhumb/librhumb.so .build/library/release/libRhumbC.so
	@# GLPK and what it needs come along; the C and C++ libraries are the machine's.
	ldd .build/librhumb/librhumb.so \
	  | awk '/glpk|amd|suitesparse|gmp|ltdl|libz/ { print $$3 }' \
	  | xargs -I {} cp -L {} .build/librhumb/
	cp Sources/RhumbC/rhumb.h .build/librhumb/

library-check: library  ## Send damaged requests to the C interface; look for leaks with valgrind
	cc -std=gnu11 -Wall -Wextra -Wno-unknown-pragmas -Wno-attributes -I.build/librhumb -I.build/library/release \
	  -D'RHUMB_GENERATED_HEADER="RhumbC.build/include/RhumbC-Swift.h"' \
	  -o .build/c_interface Tests/c_interface.c .build/librhumb/librhumb.so \
	  -Wl,-rpath,$(CURDIR)/.build/librhumb -lpthread
	.build/c_interface . 10000
	@# The Swift runtime branches on bits it never set when it lays out generic types (swift_initStruct-
	@# Metadata), and keeps those layouts for ever: neither is what is looked for here.
	valgrind --quiet --error-exitcode=1 --undef-value-errors=no --leak-check=full \
	  --show-leak-kinds=definite --errors-for-leak-kinds=definite .build/c_interface . $(LEAK_CASES)

wheel: library  ## Build the Python package, .build/wheels/rhumb-*.whl
	python3 -m pip wheel --quiet --no-deps --wheel-dir .build/wheels Python/

python-test: wheel  ## Install the wheel into a fresh environment and test it without Swift
	rm -rf .build/python && python3 -m venv .build/python
	.build/python/bin/pip install --quiet --no-deps --no-index .build/wheels/rhumb-*.whl
	env --ignore-environment .build/python/bin/python -m unittest discover -s Python/tests

example: dependencies  ## Build Examples/SwiftPackage, which depends on this package, and run it
	cd Examples/SwiftPackage && swift run PlanAndLaunch ../llama-3-8b-one-node.yaml

fuzz: dependencies  ## Solve random linear programs, valid and invalid, for about a minute
	RHUMB_FUZZ_CASES=$(FUZZ_CASES) swift test --disable-xctest --filter FuzzTests

clean:  ## Remove what was built; fetched dependencies stay
	swift package clean

dependencies:  ## Install what SwiftPM does not bring along: GLPK
ifeq ($(GLPK_HEADER),)
	@if command -v apt-get > /dev/null; then \
	  if [ "$$(id -u)" = 0 ]; then as_root=; else as_root=sudo; fi; \
	  echo "GLPK is missing: installing libglpk-dev and glpk-utils"; \
	  $$as_root apt-get update -qq && \
	  $$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq libglpk-dev glpk-utils; \
	else \
	  echo "Rhumb needs GLPK. Fedora: dnf install glpk-devel. macOS: brew install glpk." >&2; \
	  exit 1; \
	fi
endif
