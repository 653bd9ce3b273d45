package publish

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// ManifestPath is where a published site lists its files, relative to its root.
// It also marks a folder as one that a later build may replace.
const ManifestPath = ".well-known/thidua-manifest.json"

// ManifestSchema names the shape of the manifest; it changes when that does.
const ManifestSchema = "thidua/v1/manifest"

// A Manifest lists every file of a site but itself, sorted by path in byte
// order. It holds no times, so that the same site has the same manifest.
type Manifest struct {
	Schema string `json:"schema"`
	Files  []File `json:"files"` // never null
}

// A File is one published file, as it is served.
type File struct {
	Path   string `json:"path"`   // from the root of the site, with slashes
	Size   int64  `json:"size"`   // in bytes
	SHA256 string `json:"sha256"` // lower-case hexadecimal
}

func writeManifest(dir string, files []File) error {
	files = append([]File{}, files...)
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })

	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(Manifest{Schema: ManifestSchema, Files: files}); err != nil {
		return err
	}
	name := filepath.Join(dir, filepath.FromSlash(ManifestPath))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(name, out.Bytes(), 0o644); err != nil {
		return err
	}
	return os.Chmod(name, 0o644)
}
