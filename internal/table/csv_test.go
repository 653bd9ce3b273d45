package table

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func anyName(string) bool { return false }

// readAll reads a text divided by commas; rows of no text are left out.
func readAll(text string) (rows [][]string, err error) {
	r := &Reader{text: text, comma: ',', next: Mark{Line: 1, Row: 1}}
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return rows, err
		}
		var row []string
		for _, cell := range cells {
			row = append(row, cell.Text)
		}
		if len(row) > 1 || row[0] != "" {
			rows = append(rows, row)
		}
	}
}

// What encoding/csv accepts is read as encoding/csv does.
func FuzzReadLikeTheStandardLibrary(f *testing.F) {
	for _, text := range []string{"a,b\n1,\"2\n3\"\n", "\n\n,\n", "a,\"b\"\"c\",\"\"", "\"a", "a\"b", "\"a\"b,", "\"a\" ,b", "a,b,"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if strings.Contains(text, "\r") {
			return // the loader makes line ends alike
		}
		standard := csv.NewReader(strings.NewReader(text))
		standard.FieldsPerRecord = -1
		var want [][]string
		for {
			row, err := standard.Read()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				return
			}
			if len(row) > 1 || row[0] != "" {
				want = append(want, slices.Clone(row))
			}
		}
		got, err := readAll(text)
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("%q: %v\n%s", text, err, diff)
		}
	})
}

// Whatever is written is read again, and rows are where they are said to be.
func FuzzReader(f *testing.F) {
	f.Add("sep=;\na;b\n\"1\n2\";3\n")
	f.Add("a\tb\n\n\"x\" y\n1\t2")
	f.Fuzz(func(t *testing.T, text string) {
		r := NewReader(text, anyName)
		last := Mark{}
		for {
			mark := r.Next()
			if mark.Offset < last.Offset || mark.Row <= last.Row && last.Row > 0 || int(mark.Offset) > len(text) {
				t.Fatalf("%q: %+v after %+v", text, mark, last)
			}
			last = mark
			cells, err := r.Read()
			if errors.Is(err, io.EOF) {
				break
			}
			if trouble := new(SyntaxError); errors.As(err, &trouble) {
				cells = []Cell{trouble.Cell}
			} else if diff := cmp.Diff(cells, r.At(mark)); diff != "" {
				t.Errorf("%q at %+v:\n%s", text, mark, diff)
			}
			for _, cell := range cells {
				if line := 1 + strings.Count(text[:cell.Offset], "\n"); line != int(cell.Line) {
					t.Errorf("%q: %+v is on line %d", text, cell, line)
				}
				if r.Column(cell) < 1 {
					t.Errorf("%q: %+v is in no column", text, cell)
				}
			}
		}
	})
}

func FuzzWhatIsWrittenIsRead(f *testing.F) {
	for _, text := range []string{"a", "=1+1", "'=x", "-5", "- một", " x ", "một\nhai", "\"", "", "+84", "@x", "＝1", "\tx"} {
		f.Add(text, "b")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if strings.Contains(a+b, "\r") || a == "" {
			return
		}
		rows := [][]string{{"target", "note"}, {a, b}}
		text := strings.TrimPrefix(string(Write(rows)), "\ufeff")
		got, err := readAll(text)
		for _, row := range got {
			for i := range row {
				if runs(row[i]) && row[i][0] != '\'' && row[i][0] != '-' {
					t.Errorf("%q would be run", row[i])
				}
				row[i] = Unguard(row[i])
			}
		}
		if diff := cmp.Diff(rows, got); diff != "" || err != nil {
			t.Errorf("%q: %v\n%s", text, err, diff)
		}
	})
}

func TestGuard(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "a": "a", "=1": "'=1", "+cmd|' /C calc'!A0": "'+cmd|' /C calc'!A0", "@SUM(1)": "'@SUM(1)", "- thiếu": "'- thiếu",
		"-5": "-5", "-5,5": "-5,5", "-5 người": "'-5 người", " =1": "' =1", "'=1": "''=1", "'a'": "'a'", "\t=1": "'\t=1", "1=1": "1=1", "＝1": "'＝1",
	} {
		if got := Guard(text); got != want {
			t.Errorf("%q is written %q, want %q", text, got, want)
		}
		if got := Unguard(want); got != text {
			t.Errorf("%q is read %q, want %q", want, got, text)
		}
	}
}

func TestSeparators(t *testing.T) {
	known := func(name string) bool { return name == "Mã" || name == "Số" }
	for text, want := range map[string]byte{
		"":                       ',',
		"a":                      ',',
		"a;b":                    ';',
		"a\tb":                   '\t',
		"a,b;c;d":                ';',
		"a,b,c;Mã;d,e":           ';', // of names that are known there are more
		"\"a;b;c\",d":            ',',
		"\n;;\nMã;Số":            ';',
		"sep=;\na,b":             ';',
		"SEP=,\na;b;c":           ',',
		"sep=\t\na;b;c":          '\t',
		"\"sep=;\"\na,b,c":       ';',
		"sep=x\na,b;c;d;e":       ',',
		"sep=;;;\na,b,c":         ';',
		"a,b\nc;d;e;f\nMã;Số;x;": ';',
		"a,b\nc;d;e;f\nx;":       ',',
	} {
		if got := NewReader(text, known).comma; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	text := strings.Repeat("chi-tieu-1,,188,200,,\"Số liệu đến ngày 15/9, chưa đủ\",,,,ba-nhat-xa-minh-hoa-1-2026\n", 10_000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		r := NewReader(text, anyName)
		for {
			if _, err := r.Read(); err != nil {
				break
			}
		}
	}
}
