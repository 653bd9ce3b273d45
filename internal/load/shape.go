package load

import (
	"path"
	"slices"
	"strings"

	"thidua/internal/portal"
)

// A shape is one kind of file that holds records: where it lies, which schema
// it follows, how it is read.
type shape struct {
	pattern string // as path.Match takes it
	schema  string
	read    func(src *source, schema string) any
}

// shapes lists every file that is read, see docs/data-format.md. Each payload
// type stands once, so that assemble can tell them apart.
var shapes = []shape{
	{"data/units.yaml", "units", readList[portal.Unit]},
	{"data/units/*.yaml", "units", readList[portal.Unit]},
	{"data/documents.yaml", "documents", readList[portal.Document]},
	{"data/documents/*.yaml", "documents", readList[portal.Document]},
	{"data/fields.yaml", "fields", readList[portal.Field]},
	{"data/legal.yaml", "legal", readList[portal.LegalReference]},
	{"data/wording.yaml", "wording", readList[portal.Wording]},
	{"content/phong-trao/*/index.md", "movement", readPage[portal.Movement]},
	{"content/ke-hoach/*/index.md", "plan", readPage[portal.Plan]},
	{"content/ke-hoach/*/targets.yaml", "targets", readList[portal.Target]},
	{"content/ke-hoach/*/deadlines.yaml", "deadlines", readList[portal.Deadline]},
	{"content/ke-hoach/*/tasks.yaml", "tasks", readList[portal.Task]},
	{"content/mo-hinh/*/index.md", "model", readPage[portal.Model]},
	{"content/mo-hinh/*/adoptions.csv", "adoption", readTable[portal.Adoption]},
	{"content/dien-hinh/*/index.md", "exemplar", readPage[portal.Exemplar]},
	{"content/ket-qua/*/*/index.md", "report", readPage[portal.Report]},
	{"content/ket-qua/*/*/results.csv", "result", readTable[portal.Result]},
	{"content/ket-qua/*/*/ledger.jsonl", "", readLedger}, // written by the program, so there is no schema
	{"content/cong-nhan/*/index.md", "recognition", readPage[portal.Recognition]},
	{"content/cong-nhan/*/dossiers.csv", "dossier", readTable[portal.Dossier]},
	{"content/thi-dua-la-yeu-nuoc/*/index.md", "column", readPage[portal.Column]},
}

// limit is the greatest size in bytes that a file of this shape may have.
func (s shape) limit() int64 {
	if strings.HasSuffix(s.pattern, ".csv") || strings.HasSuffix(s.pattern, ".jsonl") {
		return 50 << 20
	}
	return 5 << 20
}

// shapeOf finds the shape of a file and the id of the record it belongs to.
func shapeOf(name string) (found shape, id string, known bool) {
	for _, s := range shapes {
		if ok, _ := path.Match(s.pattern, name); ok {
			return s, idOf(name), true
		}
	}
	return shape{}, "", false
}

// idOf is the id that a record has from its folder: the folder's name, for a
// report "unit/period".
func idOf(name string) string {
	folder := path.Dir(name)
	if strings.HasPrefix(name, "content/ket-qua/") {
		return strings.TrimPrefix(folder, "content/ket-qua/")
	}
	return path.Base(folder)
}

// namesIn lists the files that a record below content/folder may have.
func namesIn(folder string) []string {
	var names []string
	for _, s := range shapes {
		if strings.HasPrefix(s.pattern, "content/"+folder+"/") {
			names = append(names, path.Base(s.pattern))
		}
	}
	slices.Sort(names)
	return names
}
