package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strconv"
	"strings"
	"unicode/utf8"

	"thidua/internal/vi"
)

// What a workbook may cost that somebody sends: forms are far smaller. A
// workbook says itself how large its parts are, so they are counted while they
// are read.
const (
	mostBytes   = 20 << 20 // of the file
	mostContent = 32 << 20 // of its parts, unpacked
	mostCells   = 400_000  // with something in them
	mostRow     = 20_000
	mostColumn  = 256
)

// Why a workbook cannot be read.
var (
	errLarge = errors.New("the workbook is too large")
	errFar   = errors.New("something stands far from everything else")
	errOther = errors.New("not a workbook")
)

// A book is a workbook as it was sent: values only, nothing is computed, and
// nothing in it is followed anywhere.
type book struct {
	sheets  []*grid
	from    int      // the year in which its days begin: 1900 or 1904
	shared  []string // texts that cells refer to
	formats []string // how numbers are shown, by the style of a cell
	parts   map[string]*zip.File
	left    int64 // bytes that may still be unpacked
	cells   int   // that may still be read
	words   int   // bytes of text that may still stand in them
}

// openBook reads a workbook. The error is one of those above, or says what
// could not be read.
func openBook(data []byte) (*book, error) {
	if len(data) > mostBytes {
		return nil, errLarge
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, errOther
	}
	b := &book{from: 1900, parts: map[string]*zip.File{}, left: mostContent, cells: mostCells, words: mostContent}
	for _, file := range archive.File {
		b.parts[strings.ToLower(strings.TrimPrefix(path.Clean("/"+file.Name), "/"))] = file
	}
	main := ""
	err = b.relations("_rels/.rels", func(_, kind, target string) {
		if strings.HasSuffix(kind, "/officeDocument") {
			main = resolve("", target)
		}
	})
	if err != nil || b.parts[main] == nil {
		return nil, errors.Join(errOther, err)
	}
	return b, b.read(main)
}

// read reads the parts of the workbook, of which main names the sheets.
func (b *book) read(main string) error {
	folder := path.Dir(main)
	sheets := map[string]*grid{} // by relation
	err := b.elements(main, func(e xml.StartElement, _ *xml.Decoder) error {
		switch e.Name.Local {
		case "workbookPr":
			if truth(attribute(e, "date1904")) {
				b.from = 1904
			}
		case "sheet":
			g := &grid{name: attribute(e, "name"), hidden: attribute(e, "state") != "" && attribute(e, "state") != "visible"}
			b.sheets = append(b.sheets, g)
			sheets[attribute(e, "id")] = g
		}
		return nil
	})
	if err != nil {
		return err
	}
	content := map[*grid]string{}
	strange := map[string]func(string) error{"/sharedStrings": b.readShared, "/styles": b.readStyles}
	var others []func() error
	err = b.relations(path.Join(folder, "_rels", path.Base(main)+".rels"), func(id, kind, target string) {
		target = resolve(folder, target)
		if g := sheets[id]; g != nil {
			content[g] = target
			return
		}
		for end, read := range strange {
			if strings.HasSuffix(kind, end) {
				others = append(others, func() error { return read(target) })
			}
		}
	})
	if err != nil {
		return err
	}
	for _, read := range others {
		if err := read(); err != nil {
			return err
		}
	}
	for _, g := range b.sheets {
		if name := content[g]; b.parts[name] != nil {
			if err := b.readGrid(name, g); err != nil {
				return err
			}
		}
	}
	return nil
}

// resolve finds the part that another one in folder names.
func resolve(folder, target string) string {
	if !strings.HasPrefix(target, "/") {
		target = path.Join("/", folder, target)
	}
	return strings.ToLower(strings.TrimPrefix(path.Clean(target), "/"))
}

// relations reads what a part is related to; none where it does not say.
func (b *book) relations(name string, each func(id, kind, target string)) error {
	if b.parts[strings.ToLower(name)] == nil {
		return nil
	}
	return b.elements(name, func(e xml.StartElement, _ *xml.Decoder) error {
		if e.Name.Local == "Relationship" && attribute(e, "TargetMode") != "External" {
			each(attribute(e, "Id"), attribute(e, "Type"), attribute(e, "Target"))
		}
		return nil
	})
}

// elements visits the elements of a part as they begin. Entities other than
// those of XML itself are an error, and so is what is not UTF-8.
func (b *book) elements(name string, visit func(xml.StartElement, *xml.Decoder) error) error {
	part := b.parts[strings.ToLower(name)]
	if part == nil {
		return errOther
	}
	content, err := part.Open()
	if err != nil {
		return errors.Join(errOther, err)
	}
	defer content.Close()
	limited := &io.LimitedReader{R: content, N: b.left}
	decoder := xml.NewDecoder(limited)
	for {
		token, err := decoder.RawToken()
		if limited.N <= 0 {
			return errLarge
		}
		if errors.Is(err, io.EOF) {
			b.left = limited.N
			return nil
		}
		if err != nil {
			return errors.Join(errOther, err)
		}
		if start, ok := token.(xml.StartElement); ok {
			if err := visit(start, decoder); err != nil && limited.N <= 0 {
				return errLarge
			} else if err != nil {
				return err
			}
		}
	}
}

// attribute is the value of an attribute, whatever its prefix.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func truth(text string) bool { return text == "1" || text == "true" }

// readShared reads the texts that cells refer to.
func (b *book) readShared(name string) error {
	return b.elements(name, func(e xml.StartElement, d *xml.Decoder) error {
		if e.Name.Local != "si" {
			return nil
		}
		text, err := richText(d, "si")
		b.shared = append(b.shared, text)
		return err
	})
}

// richText is the text up to the end of an element, without how it is to be
// pronounced.
func richText(d *xml.Decoder, element string) (string, error) {
	var out strings.Builder
	within, skipped := 0, 0
	for {
		token, err := d.RawToken()
		if err != nil {
			return "", errors.Join(errOther, err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if token.Name.Local == "t" {
				within++
			} else if token.Name.Local == "rPh" {
				skipped++
			}
		case xml.EndElement:
			switch token.Name.Local {
			case "t":
				within--
			case "rPh":
				skipped--
			case element:
				return unescaped(out.String()), nil
			}
		case xml.CharData:
			if within > 0 && skipped == 0 {
				out.Write(token)
			}
		}
	}
}

// unescaped reads the characters that Excel writes as _x000D_, makes line ends
// alike, joins letters with their marks, and leaves out what nobody can see:
// controls, and the marks that turn the direction of writing.
func unescaped(text string) string {
	if strings.Contains(text, "_x") {
		var out strings.Builder
		for i := 0; i < len(text); {
			if rest := text[i:]; len(rest) >= 7 && strings.HasPrefix(rest, "_x") && rest[6] == '_' {
				if code, err := strconv.ParseUint(rest[2:6], 16, 16); err == nil && utf8.ValidRune(rune(code)) {
					out.WriteRune(rune(code))
					i += 7
					continue
				}
			}
			out.WriteByte(text[i])
			i++
		}
		text = out.String()
	}
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return vi.NFC(strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return '\n'
		case r < ' ' && r != '\n' && r != '\t', r >= 0x7f && r <= 0x9f, r >= 0x2028 && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == utf8.RuneError:
			return -1
		}
		return r
	}, text))
}

// readStyles reads how numbers are shown.
func (b *book) readStyles(name string) error {
	own := map[string]string{}
	within := false
	return b.elements(name, func(e xml.StartElement, _ *xml.Decoder) error {
		switch e.Name.Local {
		case "numFmt":
			own[attribute(e, "numFmtId")] = attribute(e, "formatCode")
		case "cellXfs":
			within = true
		case "cellStyles", "dxfs":
			within = false
		case "xf":
			if within {
				id := attribute(e, "numFmtId")
				format, found := own[id]
				if !found {
					format = knownFormat(id)
				}
				b.formats = append(b.formats, format)
			}
		}
		return nil
	})
}

// knownFormat is a format that every workbook has, as far as it makes a date or
// a percentage of a number (ECMA-376, part 1, 18.8.30).
func knownFormat(id string) string {
	switch n, _ := strconv.Atoi(id); {
	case n == 9 || n == 10:
		return "0%"
	case n == 17:
		return "mmm-yy"
	case n >= 14 && n <= 16, n == 22, n >= 27 && n <= 31, n == 36, n >= 50 && n <= 58:
		return "d/m/yy"
	case n >= 18 && n <= 21, n >= 32 && n <= 35, n >= 45 && n <= 47:
		return "h:mm"
	}
	return ""
}
