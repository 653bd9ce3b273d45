package load

import (
	"path"

	"thidua/internal/portal"
)

// assemble puts together what the files hold. The payloads stay as they were
// read, so that the next Load can use them again: records that get rows are
// copied first.
func assemble(files []*file) *portal.Portal {
	p := new(portal.Portal)
	rows := map[string]*parts{}
	for _, f := range files {
		folder := path.Dir(f.path)
		if rows[folder] == nil {
			rows[folder] = new(parts)
		}
		of := rows[folder]
		switch payload := f.payload.(type) {
		case []portal.Unit:
			p.Units = append(p.Units, pointers(payload)...)
		case []portal.Document:
			p.Documents = append(p.Documents, pointers(payload)...)
		case []portal.Field:
			p.Fields = append(p.Fields, pointers(payload)...)
		case []portal.Wording:
			p.Wording = pointers(payload)
		case []portal.LegalReference:
			p.Legal = pointers(payload)
		case []portal.Target:
			of.targets = payload
		case []portal.Deadline:
			of.deadlines = payload
		case []portal.Task:
			of.tasks = payload
		case []portal.Adoption:
			of.adoptions = payload
		case []portal.Result:
			of.results = payload
		case []portal.LedgerEntry:
			of.ledger = payload
		case []portal.Dossier:
			of.dossiers = payload
		}
	}
	for _, f := range files {
		of := rows[path.Dir(f.path)]
		switch payload := f.payload.(type) {
		case *portal.Plan:
			record := *payload
			record.Targets, record.Deadlines, record.Tasks = of.targets, of.deadlines, of.tasks
			p.Plans = append(p.Plans, &record)
		case *portal.Model:
			record := *payload
			record.Adoptions = of.adoptions
			p.Models = append(p.Models, &record)
		case *portal.Report:
			record := *payload
			record.Results, record.Ledger = of.results, of.ledger
			p.Reports = append(p.Reports, &record)
		case *portal.Recognition:
			record := *payload
			record.Dossiers = of.dossiers
			p.Recognitions = append(p.Recognitions, &record)
		case *portal.Movement:
			p.Movements = append(p.Movements, payload)
		case *portal.Exemplar:
			p.Exemplars = append(p.Exemplars, payload)
		case *portal.Column:
			p.Columns = append(p.Columns, payload)
		case *portal.Page:
			p.Pages = append(p.Pages, payload)
		case nil:
			if len(f.problems) > 0 { // else it was removed since the walk
				p.Unread = append(p.Unread, f.path)
			}
		}
	}
	p.Index()
	return p
}

// parts are the rows that lie beside an index.md.
type parts struct {
	targets   []portal.Target
	deadlines []portal.Deadline
	tasks     []portal.Task
	adoptions []portal.Adoption
	results   []portal.Result
	ledger    []portal.LedgerEntry
	dossiers  []portal.Dossier
}

func pointers[T any](list []T) []*T {
	all := make([]*T, len(list))
	for i := range list {
		all[i] = &list[i]
	}
	return all
}
