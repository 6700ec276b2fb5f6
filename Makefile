# kubebook: `make run` opens the workbook, `make test` runs every test.

PREFIX ?= /usr/local
RELEASE := .build/release/kubebook
# Debug information would make the build longer by a quarter. A program that holds Swift's libraries starts sooner and
# runs where no toolchain is installed; macOS brings them itself.
RELEASE_FLAGS := -c release -debug-info-format none $(if $(filter Linux,$(shell uname)),--static-swift-stdlib)
CONTENT := Lessons Manifests

.DEFAULT_GOAL := build
.PHONY: build run test lint format bench install uninstall toolchain libedit clean

build: toolchain libedit
	swift build $(RELEASE_FLAGS) --product kubebook

run: build
	$(RELEASE)

test: toolchain libedit lint
	swift build --build-tests
	swift test --skip-build
	.build/debug/kubebook lesson test

lint: toolchain
	swift format lint --strict --recursive Package.swift Sources Tests

format: toolchain
	swift format --in-place --recursive Package.swift Sources Tests

# Each scenario in a process of its own, so that its memory is its own.
bench: build
	swift build $(RELEASE_FLAGS) --product kubebook-bench
	@for scenario in $$(.build/release/kubebook-bench); do .build/release/kubebook-bench "$$scenario"; done

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/kubebook"
	install -m 755 $(RELEASE) "$(DESTDIR)$(PREFIX)/bin/kubebook"
	rm -rf $(addprefix "$(DESTDIR)$(PREFIX)/share/kubebook"/,$(CONTENT))
	cp -R $(CONTENT) "$(DESTDIR)$(PREFIX)/share/kubebook/"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/kubebook"
	rm -rf "$(DESTDIR)$(PREFIX)/share/kubebook"

clean:
	rm -rf .build

toolchain:
	@command -v swift >/dev/null 2>&1 || { \
	  echo "kubebook needs a Swift 6.2 toolchain or newer, and there is no 'swift' on the PATH."; \
	  echo "Get one from https://www.swift.org/install (on Linux, swiftly installs it in your home folder), then run make again."; \
	  exit 1; }

# On macOS libedit is part of the system.
libedit:
	@[ "$$(uname)" = Darwin ] || [ -e /usr/include/histedit.h ] || ./.ci/install-libedit
