# The commands of this repository. "make" alone lists them.
.DEFAULT_GOAL := help
.PHONY: help serve build check test race fmt golden fuzz bench tools shots lighthouse

FUZZTIME ?= 30s

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

serve: ## show the portal at http://127.0.0.1:1313/
	go run ./cmd/thidua serve

build: ## build the portal into public/
	go run ./cmd/thidua build

check: ## the whole gate: format, vet, modules, tests, the portal's content
	@unformatted=$$(gofmt -l bench cmd e2e internal schema tools *.go); test -z "$$unformatted" || { echo "gofmt these:" $$unformatted; exit 1; }
	go vet ./...
	go run honnef.co/go/tools/cmd/staticcheck@v0.7.0 ./...
	go mod tidy -diff
	go mod verify
	go test -timeout 20m ./...
	go test -race ./internal/load ./internal/publish ./internal/vi ./internal/words
	go run ./cmd/thidua check
	@go run ./e2e missing

test: ## all tests
	go test -timeout 20m ./...

fmt: ## format the Go code
	gofmt -w bench cmd e2e internal schema tools *.go

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

tools: ## fetch what the browser tests take from npm into .cache/e2e (NPM=... for options)
	mkdir -p .cache/e2e
	cp e2e/package.json e2e/package-lock.json .cache/e2e/
	cd .cache/e2e && npm ci --ignore-scripts --no-audit --no-fund $(NPM)

shots: ## picture of every template, narrow and wide, light and dark, into .cache/shots
	go run ./e2e shots

lighthouse: ## measure with Lighthouse, the median of three
	go run ./e2e lighthouse
