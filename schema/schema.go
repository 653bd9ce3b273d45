// Package schema holds the JSON Schema of every record kind, for the loader
// and for the editors of data files.
package schema

import "embed"

// Files are the schemas (JSON Schema 2020-12) by their file names:
// "plan.json". Those of one value shared by several are in "common.json",
// which the others name by a relative reference.
//
//go:embed *.json
var Files embed.FS
