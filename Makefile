# What can be made; `make` alone says it.

# Packages that building needs, and those that only the tests need.
BUILD_PACKAGES = pkg-config libxml2-dev libsqlite3-dev libxlsxwriter-dev zlib1g-dev
TEST_PACKAGES = libxml2-utils sqlite3 python3-openpyxl

PREFIX = /usr/local
PROGRAM = .build/release/invoice-batch

help: ## says what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /	/' | column -t -s '	'

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
	GOLDEN=write swift test --filter GoldenTests

lint: ## checks the layout of the source text
	swift format lint --recursive --strict Sources Tests Package.swift

install: build ## installs the program under PREFIX
	install -D -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/invoice-batch

clean: ## removes what was built and the demo
	rm -rf .build demo

.PHONY: help setup build demo test generate golden lint install clean

SEEDS = 5000

soak: setup ## tries the properties on SEEDS random nights
	PROPERTY_SEEDS=$(SEEDS) swift test --filter PropertyTests

.PHONY: soak
