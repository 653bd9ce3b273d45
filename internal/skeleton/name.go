package skeleton

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"thidua/internal/vi"
)

// A Kind is a kind of record that has a skeleton: its name on the command line,
// which is also its folder below archetypes/, and its folder below content/.
type Kind struct {
	Name   string
	Folder string
}

// Kinds are all kinds of record that have a skeleton.
var Kinds = []Kind{
	{"plan", "ke-hoach"},
	{"movement", "phong-trao"},
	{"model", "mo-hinh"},
	{"exemplar", "dien-hinh"},
	{"result", "ket-qua"},
	{"recognition", "cong-nhan"},
	{"column", "thi-dua-la-yeu-nuoc"},
}

// A Record is what is known of a new record before its blanks are filled.
type Record struct {
	Kind   Kind
	ID     string    // "unit/period" of a result, the month of an issue of the column
	Title  string    // where the name was given as a title
	Unit   string    // of a result
	Period vi.Period // of a result or an issue of the column
	Sample bool      // the unit of a result is fictitious
}

// A NameError says that a record cannot have this name.
type NameError struct {
	Name    string
	Suggest string // a name that can be used: the nearest one, or an example
}

func (e *NameError) Error() string { return fmt.Sprintf("%q cannot be used as a name", e.Name) }

// Named begins a record of kind k. A result takes "unit/period", an issue of the
// column its month, any other record an id, or a Vietnamese title that becomes
// one. An error is a [*NameError].
func (k Kind) Named(name string) (Record, error) {
	switch k.Folder {
	case "ket-qua":
		return k.ofPeriod(name)
	case "thi-dua-la-yeu-nuoc":
		return k.ofMonth(name)
	}
	if vi.IsSlug(name) {
		return Record{Kind: k, ID: name}, nil
	}
	title := strings.TrimSpace(vi.Clean(name))
	id := vi.Slug(k.title(title))
	if id == "" || !isTitle(title) {
		if id == "" {
			id = "ten-khong-dau-2026"
		}
		return Record{}, &NameError{name, id}
	}
	return Record{Kind: k, ID: id, Title: k.title(title)}, nil
}

// isTitle refuses what is meant as a path, and what no text should hold.
func isTitle(title string) bool {
	unseen := func(r rune) bool { return !unicode.IsPrint(r) || r == utf8.RuneError }
	return !strings.ContainsAny(title, `/\`) && !strings.Contains(title, "..") && strings.IndexFunc(title, unseen) < 0
}

// title is the title as the record holds it: that of a plan goes without the
// type of document, which stands in a field of its own.
func (k Kind) title(title string) string {
	const docType = "Kế hoạch "
	if k.Folder != "ke-hoach" || len(title) <= len(docType) || !strings.EqualFold(title[:len(docType)], docType) {
		return title
	}
	first, size := utf8.DecodeRuneInString(title[len(docType):])
	return string(unicode.ToUpper(first)) + title[len(docType)+size:]
}

func (k Kind) ofPeriod(name string) (Record, error) {
	unit, text, _ := strings.Cut(name, "/")
	period, err := vi.ParsePeriod(text)
	if err == nil && vi.IsSlug(unit) {
		return Record{Kind: k, ID: name, Unit: unit, Period: period}, nil
	}
	suggest := "2026-Q3"
	var wrong *vi.PeriodError
	if err == nil {
		suggest = text
	} else if errors.As(err, &wrong) && wrong.Suggest != "" {
		suggest = wrong.Suggest
	}
	if !vi.IsSlug(unit) {
		unit = "xa-minh-hoa-1-m0001"
	}
	return Record{}, &NameError{name, unit + "/" + suggest}
}

func (k Kind) ofMonth(name string) (Record, error) {
	period, err := vi.ParsePeriod(name)
	if err == nil && period.Kind() == vi.Month {
		return Record{Kind: k, ID: name, Period: period}, nil
	}
	suggest := "2026-11"
	var wrong *vi.PeriodError
	if errors.As(err, &wrong) {
		if meant, err := vi.ParsePeriod(wrong.Suggest); err == nil && meant.Kind() == vi.Month {
			suggest = wrong.Suggest
		}
	}
	return Record{}, &NameError{name, suggest}
}
