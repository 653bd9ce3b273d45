package portal

import (
	"html/template"
	"iter"
	"strings"
)

// An Address names a clause by the document's own numbering, bullets counted
// from 1 below what holds them: "III.1.a.2". The opening lines of a plan are
// Opening, its closing lines Closing.
type Address string

const (
	Opening Address = "mo-dau"
	Closing Address = "ket-thuc"
)

// Anchor is the fragment of the clause on its plan's page: "muc-iii-1-a-2",
// đ written dd.
func (a Address) Anchor() string {
	if a == Opening || a == Closing {
		return string(a)
	}
	return "muc-" + strings.NewReplacer(".", "-", "đ", "dd").Replace(strings.ToLower(string(a)))
}

// Join is the address of the part named last below a.
func (a Address) Join(last string) Address {
	if a == "" {
		return Address(last)
	}
	return a + "." + Address(last)
}

// ClauseKind is the level of a clause in the form of administrative documents
// (Nghị định 30/2020/NĐ-CP, Phụ lục I).
type ClauseKind string

const (
	Section   ClauseKind = "section"    // mục: "I."
	Numbered  ClauseKind = "numbered"   // khoản: "1.", "1.1."
	Point     ClauseKind = "point"      // điểm: "a)"
	Bullet    ClauseKind = "bullet"     // gạch đầu dòng: "-"
	SubBullet ClauseKind = "sub-bullet" // "+"
	Prose     ClauseKind = "prose"      // the opening and the closing lines
)

// A Clause is one numbered or bulleted part of a plan. Text and HTML are its
// own, without those of its children.
type Clause struct {
	Address  Address
	Kind     ClauseKind
	Number   string // as the document writes it: "III.", "1.", "a)", "-"
	Title    string // of a heading, or run-in before the text; may be empty
	Text     string // plain, paragraphs separated by line breaks
	HTML     template.HTML
	Tail     template.HTML // what follows the children and still belongs to this clause
	Heading  bool          // set as a heading, so that its title stands alone
	Restored bool          // the source lost this heading and the editor put it back
	Children []*Clause
	Pos      Pos
}

// Last is the final part of the address: "2" of "III.1.a.2".
func (a Address) Last() string {
	return string(a[strings.LastIndexByte(string(a), '.')+1:])
}

// Parent is the address without its final part, "" at the top.
func (a Address) Parent() Address {
	return a[:max(strings.LastIndexByte(string(a), '.'), 0)]
}

// Walk visits the clauses and their children in the order of the document.
func Walk(clauses []*Clause) iter.Seq[*Clause] {
	return func(yield func(*Clause) bool) { walk(clauses, yield) }
}

func walk(clauses []*Clause, yield func(*Clause) bool) bool {
	for _, clause := range clauses {
		if !yield(clause) || !walk(clause.Children, yield) {
			return false
		}
	}
	return true
}
