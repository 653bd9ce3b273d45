package portal

import (
	"strings"

	"thidua/internal/vi"
)

// A Tombstone stands at the address of a record that was withdrawn. It says
// that something was there and since when it is gone, and no more.
type Tombstone struct {
	Path string  // below the site: "mo-hinh/<id>", a period in small letters
	On   vi.Date // the latest day of the record's history; may be zero
	Pos  Pos
}

// tombstones are those of all records that were withdrawn.
func (p *Portal) tombstones(audience Audience) (all []Tombstone) {
	for kind, r := range p.Records() {
		if r.Status == Withdrawn && (audience.Samples || !r.Sample) {
			all = append(all, Tombstone{kind.Folder + "/" + strings.ToLower(r.ID), r.Updated(), r.Source.Start()})
		}
	}
	return all
}
