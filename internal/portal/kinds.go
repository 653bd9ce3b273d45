package portal

import "iter"

// A Kind is a sort of record that lies in folders of its own.
type Kind struct {
	Folder string // below content/, and of the URL
}

// The kinds of record, in the order of their folders.
var (
	RecognitionKind = Kind{Folder: "cong-nhan"}
	ExemplarKind    = Kind{Folder: "dien-hinh"}
	PlanKind        = Kind{Folder: "ke-hoach"}
	ReportKind      = Kind{Folder: "ket-qua"}
	ModelKind       = Kind{Folder: "mo-hinh"}
	MovementKind    = Kind{Folder: "phong-trao"}
	ColumnKind      = Kind{Folder: "thi-dua-la-yeu-nuoc"}

	Kinds = []Kind{RecognitionKind, ExemplarKind, PlanKind, ReportKind, ModelKind, MovementKind, ColumnKind}
)

// OwnFolders are the names below content/ that ordinary pages must not take:
// the folders of records, and the pages that are made from the model alone.
var OwnFolders = func() []string {
	names := []string{"cong-khai", "don-vi", "doi-chieu", English, "lien-he", "lich-su", "linh-vuc", "moc-thoi-gian", "so-do", "so-sanh", "tim-xa"}
	for _, kind := range Kinds {
		names = append(names, kind.Folder)
	}
	return names
}()

// OwnNames are the other names right below content/ that ordinary pages must not
// take: those of Hugo's own pages, and of folders with files of the portal.
var OwnNames = []string{"404", "api", "css", "index", "js", "page", "robots", "sitemap"}

// EnglishNames are the names below /en/ of pages that are made from the model.
var EnglishNames = []string{"contacts", "units"}

// Records visits what all records have in common, kind by kind.
func (p *Portal) Records() iter.Seq2[Kind, *Record] {
	return func(yield func(Kind, *Record) bool) {
		_ = each(yield, RecognitionKind, p.Recognitions) && each(yield, ExemplarKind, p.Exemplars) &&
			each(yield, PlanKind, p.Plans) && each(yield, ReportKind, p.Reports) && each(yield, ModelKind, p.Models) &&
			each(yield, MovementKind, p.Movements) && each(yield, ColumnKind, p.Columns)
	}
}

func each[T interface{ Head() *Record }](yield func(Kind, *Record) bool, kind Kind, records []T) bool {
	for _, record := range records {
		if !yield(kind, record.Head()) {
			return false
		}
	}
	return true
}
