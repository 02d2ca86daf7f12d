# Recordwell. `make run` opens the program, `make test` runs every test; both do
# their own set-up on a Debian machine that has Go.
SHELL := /bin/bash
.PHONY: run test bench screens looks build ctl clean

run:
	@.ci/setup run && .ci/build && .ci/open

test:
	@.ci/setup test && .ci/test

bench:
	@.ci/setup test && .ci/build && .ci/bench

screens:
	@.ci/setup test && .ci/build && .ci/screens

looks:
	@.ci/setup test && mkdir -p build/looks && LOOKS=$$PWD/build/looks go test -count=1 -timeout 60m -trimpath -tags x11,no_metadata ./cmd/internal/screens -run '^TestLooks$$' && echo "Every screen in seven looks: build/looks"

build:
	@.ci/setup run && .ci/build

ctl:
	@.ci/setup ctl && CGO_ENABLED=0 go build -o build/recordwellctl ./cmd/recordwellctl

clean:
	rm -rf build
