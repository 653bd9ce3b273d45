package portal

import (
	"fmt"
	"slices"
	"strings"

	"thidua/internal/vi"
)

// A List (danh sách) is what readers look through: all records of one kind, or
// those of them with one value of one facet. It is cut into pages, so that none
// grows with the country.
type List struct {
	Path    string       // of its first page, below the site: "ke-hoach/nam/2026"
	Of      ListKind     // what its entries are
	Facet   string       // what it was narrowed by, as in Facets; "" of a whole list
	Value   Label        // which value of that, or what the whole list is of beside its kind
	Unit    *Unit        // that Value is; nil where it is none
	Whole   *List        // that it is a part of, or itself
	Facets  []Facet      // of a whole list: how it may be narrowed
	Places  []FacetValue // of a province's: the places in it that have entries, with their own pages
	Entries []Entry      // real ones first, in the order of readers
	Count   Tally
	Size    int    // how many entries a page has at most
	Other   string // the path of the same list in the other language; "" where there is none
	Cut     bool   // Entries are only the first ones; the parts by province have them all
}

// A ListKind is what a list is of. It names the words of the list in i18n/ and
// the partial that shows its entries.
type ListKind string

// The kinds of list, and what their entries hold.
const (
	ListPlans       ListKind = "plans"       // *Plan
	ListUnits       ListKind = "units"       // *Unit
	ListProvinces   ListKind = "provinces"   // *Unit, or what stands at its level
	ListCommunes    ListKind = "communes"    // *Unit
	ListMovements   ListKind = "movements"   // *Movement
	ListModels      ListKind = "models"      // *Model
	ListExemplars   ListKind = "exemplars"   // *Exemplar
	ListReporters   ListKind = "reporters"   // *Unit
	ListOverdue     ListKind = "overdue"     // *Obligation
	ListProgrammes  ListKind = "programmes"  // *Recognition
	ListPaths       ListKind = "paths"       // *RecognitionPath
	ListAlignments  ListKind = "alignments"  // *Alignment
	ListCorrections ListKind = "corrections" // *CorrectedReport
	ListCompared    ListKind = "compared"    // *PlanCounts
	ListMonth       ListKind = "month"       // *Due
	ListYear        ListKind = "year"        // *Due
	ListRhythms     ListKind = "rhythms"     // *Due: the next of each recurring duty
	ListUndated     ListKind = "undated"     // *Due
	ListMilestones  ListKind = "milestones"  // *Milestone
	ListReceived    ListKind = "received"    // *Due: the next of each that others owe to a unit
	ListAdoptions   ListKind = "adoptions"   // *Adoption
	ListSoon        ListKind = "soon"        // *Due: the next of each that falls due within 90 days
	ListTracks      ListKind = "tracks"      // *Tracks: what a unit answers for, plan by plan
	ListUndertaking ListKind = "undertaking" // *Undertaking: who of one kind answers for a target
	ListBelow       ListKind = "below"       // *Plan: that carry out a plan
	ListLinked      ListKind = "linked"      // *Plan: that tie themselves to a movement
	ListAligned     ListKind = "aligned"     // *Alignment: of one plan
	ListAsked       ListKind = "asked"       // *ClauseRef: that ask for a model
	ListContacts    ListKind = "contacts"    // *Unit that has published how to reach it
	ListDisclosures ListKind = "disclosures" // *Promise: to make something public
	ListIssued      ListKind = "issued"      // *Plan, by when it was issued and came onto the portal
	ListIssues      ListKind = "issues"      // *Column, of one year
	ListValues      ListKind = "values"      // FacetValue
)

// An Entry is one line of a list.
type Entry struct {
	Record any    // as the kind of the list says
	Sample bool   // invented
	Letter string // under which it stands, where the list has letters
}

// Calendars are the lists of a calendar, in the order of time.
type Calendars struct{ Months, Years []*List }

// OldNames is the letter of places that are no more.
const OldNames = "old"

// A Milestone is a stage of a plan that is not over, or the next occurrence of
// an anniversary.
type Milestone struct {
	Plan     *Plan
	Text     string
	Clause   Address
	From, To vi.Date // either may be zero
	Stage    bool
}

// A Label is what something is called: the words of a record, or a key of i18n/.
type Label struct{ Text, Key string }

// A Tally counts what is real and what is invented, which are never added up.
type Tally struct{ Real, Sample int }

// Invented reports whether there is something, and all of it invented.
func (t Tally) Invented() bool { return t.Real == 0 && t.Sample > 0 }

// Add counts one more.
func (t *Tally) Add(sample bool) {
	if sample {
		t.Sample++
	} else {
		t.Real++
	}
}

func tally[T interface{ Head() *Record }](records []T) (t Tally) {
	for _, record := range records {
		t.Add(record.Head().Sample)
	}
	return t
}

// IsZero reports whether there is nothing.
func (t Tally) IsZero() bool { return t == Tally{} }

// A Facet is a way to narrow a list: by movement, by year, …
type Facet struct {
	Key    string // "movement"; names it in i18n/
	List   *List  // of its values
	Values []FacetValue
}

// Few are the values of a facet that has no more than n, and none of others:
// those are looked for on a page of their own.
func (f Facet) Few(n int) []FacetValue {
	if len(f.Values) > n {
		return nil
	}
	return f.Values
}

// A FacetValue is one value of a facet, and how many entries have it.
type FacetValue struct {
	Label
	Path  string // of its page, below the site
	Count Tally
}

// A ListPage is one page of a list.
type ListPage struct {
	*List
	Number, Last  int   // from 1
	From          int   // which entry of the list its first one is, from 1; 0 of an empty list
	Real, Samples []any // the records of its entries
}

// English is the second language of a portal, and the folder of its pages.
const English = "en"

// IsEnglish reports whether the list is one of the English pages.
func (l *List) IsEnglish() bool { return strings.HasPrefix(l.Path, English+"/") }

// Pages is how many pages the list has; an empty list has one.
func (l *List) Pages() int {
	return max(1, (len(l.Entries)+l.Size-1)/l.Size)
}

// PagePath is the path of a page of the list, below the site.
func (l *List) PagePath(number int) string { return pagePath(l.Path, l.IsEnglish(), number) }

// OtherPath is the path of the same page in the other language; "" where there
// is none.
func (l *List) OtherPath(number int) string {
	if l.Other == "" {
		return ""
	}
	return pagePath(l.Other, !l.IsEnglish(), number)
}

func pagePath(list string, english bool, number int) string {
	switch {
	case number == 1:
		return list
	case english:
		return fmt.Sprintf("%s/page/%d", list, number)
	}
	return fmt.Sprintf("%s/trang/%d", list, number)
}

// Page is one page of the list, counted from 1; the error names one that it
// does not have.
func (l *List) Page(number int) (ListPage, error) {
	page := ListPage{List: l, Number: number, Last: l.Pages()}
	if number < 1 || number > page.Last {
		return page, fmt.Errorf("list %q has no page %d", l.Path, number)
	}
	from := (number - 1) * l.Size
	for _, entry := range l.Entries[from:min(from+l.Size, len(l.Entries))] {
		page.From = from + 1
		if entry.Sample {
			page.Samples = append(page.Samples, entry.Record)
		} else {
			page.Real = append(page.Real, entry.Record)
		}
	}
	return page, nil
}

// Letters are the entries of the page by the letter that they stand under, real
// and invented ones apart.
func (p ListPage) Letters(sample bool) (groups []LetterGroup) {
	for i := range len(p.Real) + len(p.Samples) {
		entry := p.Entries[p.From-1+i]
		if entry.Sample != sample {
			continue
		}
		if len(groups) == 0 || groups[len(groups)-1].Letter != entry.Letter {
			groups = append(groups, LetterGroup{Letter: entry.Letter})
		}
		last := &groups[len(groups)-1]
		last.Records = append(last.Records, entry.Record)
	}
	return groups
}

// Columns is how many periods the first tracks of the page have beside each
// other; 0 where the page shows none.
func (p ListPage) Columns() int {
	for _, record := range slices.Concat(p.Real, p.Samples) {
		if tracks, ok := record.(*Tracks); ok {
			return len(tracks.Periods)
		}
	}
	return 0
}

// A LetterGroup are the entries of a page under one letter.
type LetterGroup struct {
	Letter  string
	Records []any
}

// Near are the numbers of the pages that a page leads to: the first, the last
// and those around it; 0 stands for a gap.
func (p ListPage) Near() (numbers []int) {
	for n := 1; n <= p.Last; n++ {
		if n == 1 || n == p.Last || n >= p.Number-1 && n <= p.Number+1 {
			numbers = append(numbers, n)
		} else if numbers[len(numbers)-1] != 0 {
			numbers = append(numbers, 0)
		}
	}
	return numbers
}

// Head are the first records of the list, at most n: for a page that leads to
// the whole of it.
func (l *List) Head(n int) (records []any) {
	for _, entry := range l.Entries[:min(n, len(l.Entries))] {
		records = append(records, entry.Record)
	}
	return records
}

// More reports whether the list has more than n entries.
func (l *List) More(n int) bool { return l.Cut || len(l.Entries) > n }

// By is the facet of the list with a key; nil where it has none.
func (l *List) By(key string) *Facet {
	for i := range l.Facets {
		if l.Facets[i].Key == key {
			return &l.Facets[i]
		}
	}
	return nil
}
