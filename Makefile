# The commands of this repository. "make" alone lists them.
.DEFAULT_GOAL := help
.PHONY: help serve build check test race fmt golden fuzz bench

FUZZTIME ?= 30s

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

serve: ## show the portal at http://127.0.0.1:1313/
	go run ./cmd/thidua serve

build: ## build the portal into public/
	go run ./cmd/thidua build

check: ## the whole gate: format, vet, modules, tests, the portal's content
	@unformatted=$$(gofmt -l bench cmd internal schema *.go); test -z "$$unformatted" || { echo "gofmt these:" $$unformatted; exit 1; }
	go vet ./...
	go run honnef.co/go/tools/cmd/staticcheck@v0.7.0 ./...
	go mod tidy -diff
	go mod verify
	go test ./...
	go test -race ./internal/load ./internal/publish ./internal/vi ./internal/words
	go run ./cmd/thidua check

test: ## all tests
	go test ./...

fmt: ## format the Go code
	gofmt -w bench cmd internal schema *.go

golden: ## write the golden files anew; then read the diff
	go test ./internal/load ./internal/check ./internal/reuse -update
	go test ./internal/build -run AsTheyAreRead -update

race: ## all tests under the race detector (compiles Hugo once more)
	go test -race ./...

fuzz: ## every fuzz target for FUZZTIME (30s)
	@for package in $$(go list ./internal/...); do \
	  for target in $$(go test -list '^Fuzz' $$package | grep '^Fuzz'); do \
	    echo "$$package $$target"; \
	    go test $$package -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 20x || exit 1; \
	  done; \
	done

bench: ## every benchmark
	go test ./... -run '^$$' -bench . -benchmem
