package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
)

// A Tool is what the tests take from the machine.
type Tool struct {
	Name    string
	Without string                // what is not tested without it
	Install string                // how to get it
	Find    func() (string, bool) // its file
}

var (
	chromium = Tool{
		Name: "Chromium", Without: "pages in a browser",
		Install: "apt-get install chromium, or name another with THIDUA_CHROMIUM",
		Find:    command("THIDUA_CHROMIUM", "chromium", "chromium-browser", "google-chrome"),
	}
	axe = Tool{
		Name: "axe-core", Without: "accessibility rules",
		Install: "make tools, or name the node_modules with THIDUA_MODULES",
		Find:    module("axe-core/axe.min.js"),
	}
	java = Tool{
		Name: "Java", Without: "valid HTML and CSS",
		Install: "apt-get install default-jre-headless",
		Find:    command("THIDUA_JAVA", "java"),
	}
	vnu = Tool{
		Name: "the Nu HTML checker", Without: "valid HTML and CSS",
		Install: "make tools, or name the node_modules with THIDUA_MODULES",
		Find:    module("vnu-jar/build/dist/vnu.jar"),
	}
	pdftotext = Tool{
		Name: "pdftotext", Without: "plans on paper",
		Install: "apt-get install poppler-utils",
		Find:    command("THIDUA_PDFTOTEXT", "pdftotext"),
	}
	pdfinfo = Tool{
		Name: "pdfinfo", Without: "plans on paper",
		Install: "apt-get install poppler-utils",
		Find:    command("THIDUA_PDFINFO", "pdfinfo"),
	}
	lighthouse = Tool{
		Name: "Lighthouse", Without: "make lighthouse",
		Install: "make tools, or name the node_modules with THIDUA_MODULES",
		Find:    module("lighthouse/cli/index.js"),
	}
)

// tested are the tools without which tests are skipped.
var tested = []Tool{chromium, axe, java, vnu, pdftotext, pdfinfo}

// root is the folder of the repository, seen from the program.
var root = "."

// command looks for the first of some programs, or for what a variable of the
// environment names.
func command(variable string, names ...string) func() (string, bool) {
	return func() (string, bool) {
		if name := os.Getenv(variable); name != "" {
			names = []string{name}
		}
		for _, name := range names {
			if file, err := exec.LookPath(name); err == nil {
				return file, true
			}
		}
		return "", false
	}
}

// module looks for a file of an npm package.
func module(name string) func() (string, bool) {
	return func() (string, bool) {
		modules := os.Getenv("THIDUA_MODULES")
		if modules == "" {
			modules = filepath.Join(root, ".cache/e2e/node_modules")
		}
		file := filepath.Join(modules, filepath.FromSlash(name))
		_, err := os.Stat(file)
		return file, err == nil
	}
}

// tell says which tools are missing, and returns how many.
func tell(w io.Writer) (missing int) {
	for _, tool := range tested {
		if _, found := tool.Find(); !found {
			missing++
			fmt.Fprintf(w, "e2e: NOT TESTED: %s, for want of %s: %s\n", tool.Without, tool.Name, tool.Install)
		}
	}
	return missing
}
