# What can be made; `make` alone says it.

# Packages that building needs, and those that only the tests need.
BUILD_PACKAGES = pkg-config libxml2-dev libsqlite3-dev libxlsxwriter-dev zlib1g-dev
TEST_PACKAGES = libxml2-utils sqlite3 python3-openpyxl chromium fonts-dejavu-core poppler-utils openssl

PREFIX = /usr/local
PROGRAM = .build/release/invoice-batch

help: ## says what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## installs the system packages that building needs and that are missing
	@Scripts/setup $(BUILD_PACKAGES)

build: setup ## builds the program in release mode
	swift build -c release --product invoice-batch

demo: build ## runs the job on the samples into demo/ and prints the summary
	@mkdir -p demo
	@$(PROGRAM) run --registers samples/registers --inbox samples/invoices --out demo/reports \
	    --store demo/invoice-batch.sqlite --as-of 2026-10-12 --no-progress

test: setup ## runs every test
	@Scripts/setup $(TEST_PACKAGES)
	swift test

generate: ## writes anew what is made from the rules and the pack
	@for script in catalogue packs; do \
	    case $$script in \
	    catalogue) target=Sources/Billing/Rules/Catalogue.generated.swift ;; \
	    packs) target=Sources/Billing/Policy/Packs.generated.swift ;; \
	    esac; \
	    Scripts/make-$$script > $$target.new && mv $$target.new $$target || exit 1; \
	done
	swift run -q invoice-batch rules --page > docs/rules.md.new && mv docs/rules.md.new docs/rules.md

golden: ## writes samples/expected anew from what the program says now
	GOLDEN=write swift test --filter 'GoldenTests|ExplanationTests|BalanceTests|OperationsTests'

lint: ## checks the layout of the source text
	swift format lint --recursive --strict Sources Tests Package.swift

install: build ## installs the program, its man page and completions under PREFIX
	Scripts/install-files $(PROGRAM) "$(DESTDIR)" $(PREFIX)

clean: ## removes what was built and the demo
	rm -rf .build demo

man: ## writes the man pages anew from the commands' own help
	Scripts/make-man

deb: setup ## makes the Debian package in .build/deb, with the Swift runtime linked in
	swift build -c release --static-swift-stdlib --scratch-path .build/static --product invoice-batch
	@mkdir -p .build/deb
	Scripts/make-deb .build/static/release/invoice-batch .build/deb

deb-test: deb ## installs the package, runs the samples with it and removes it (as root)
	Scripts/deb-test .build/deb/invoice-batch_*.deb


CRASH_RIG = .build/release/CrashRig
CRASH_WORK = $(shell test -w /dev/shm && echo /dev/shm || echo $${TMPDIR:-/tmp})/invoice-batch-crash
CRASH_OPTIONS = --samples $(CURDIR)/samples --work $(CRASH_WORK)

crash: setup ## kills nights at every step and at random, and lets the world fail under them (docs/reliability.md)
	swift build -c release --product CrashRig
	$(CRASH_RIG) kills $(CRASH_OPTIONS)
	$(CRASH_RIG) power $(CRASH_OPTIONS)
	$(CRASH_RIG) faults $(CRASH_OPTIONS)
	$(CRASH_RIG) damage $(CRASH_OPTIONS) --stride 64
	$(CRASH_RIG) pairs $(CRASH_OPTIONS) --rounds 100
	$(CRASH_RIG) random $(CRASH_OPTIONS) --rounds 500 --seed 20261001

# How long each reader is fuzzed: so many executions or so many seconds, whichever is over first.
FUZZ_EXECUTIONS = 10000000
FUZZ_SECONDS = 1200
FUZZ_TARGETS = csv xml registers pack activities

fuzz: setup ## fuzzes every reader of input (FUZZ_EXECUTIONS, FUZZ_SECONDS, FUZZ_TARGETS)
	swift build -c release --package-path Fuzzing --scratch-path .build-fuzz
	@Scripts/fuzz $(FUZZ_EXECUTIONS) $(FUZZ_SECONDS) $(FUZZ_TARGETS)

# XCTest's own runner, which has none of our tests, leaks. The crash rig is left to `make crash`: a thousand processes of one
# thread each were not through after twenty minutes here. The properties are tried on fewer nights, which are slow here, too.
SANITIZED_TESTS = --disable-xctest --skip CrashTests

sanitize: setup ## runs the tests under the address sanitizer and under the thread sanitizer
	@Scripts/setup $(TEST_PACKAGES)
	PROPERTY_SEEDS=30 SANITIZED=address LSAN_OPTIONS=suppressions=$(CURDIR)/Tests/leaks.txt:print_suppressions=0 \
		swift test $(SANITIZED_TESTS) --sanitize=address --scratch-path .build-asan
	PROPERTY_SEEDS=30 SANITIZED=thread TSAN_OPTIONS=atexit_sleep_ms=0 \
		swift test $(SANITIZED_TESTS) --sanitize=thread --scratch-path .build-tsan

hostile: setup ## reads real files of gigabytes that mean harm, and says what that took
	swift build --build-tests
	HOSTILE=1 swift test --skip-build --filter FilesOfGigabytesTests

# How many random nights the properties are tried on.
SEEDS = 5000

soak: setup ## tries the properties on SEEDS random nights
	PROPERTY_SEEDS=$(SEEDS) swift test --filter PropertyTests

BENCH_OPTIONS =

bench: build ## measures the program beside DuckDB, polars, xmllint and others (BENCH_OPTIONS; 25 GB, an hour)
	python3 Benchmarks/bench --program $(PROGRAM) $(BENCH_OPTIONS)

FIGURES = Tests/AllocationRig/figures.txt

guard: setup ## counts allocations per line in the release build and compares them with the committed figures
	swift build -c release --product AllocationRig
	.build/release/AllocationRig compare $(FIGURES)

guard-figures: setup ## writes the figures of the guard anew, those of both builds
	swift build --product AllocationRig
	swift build -c release --product AllocationRig
	.build/debug/AllocationRig write $(FIGURES)
	.build/release/AllocationRig write $(FIGURES)

.PHONY: bench guard guard-figures help setup build demo test generate golden lint install clean man deb deb-test crash fuzz sanitize hostile soak
