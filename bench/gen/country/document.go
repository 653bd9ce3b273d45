package country

import (
	"fmt"

	"thidua/internal/vi"
)

// A document is the body of a plan while it is written. Each part returns the
// address that docs/data-format.md §4 gives it.
type document struct {
	page
	section, item, point, bullets int
	holder                        string // the address above the next bullet
	addresses                     []string
}

func (d *document) at(address string) string {
	d.addresses = append(d.addresses, address)
	return address
}

func (d *document) heading(title string) string {
	d.section++
	d.item, d.point, d.bullets = 0, 0, 0
	d.holder = vi.Roman(d.section)
	d.line("\n## %s. %s", d.holder, title)
	return d.at(d.holder)
}

func (d *document) itemAddress() string { return fmt.Sprintf("%s.%d", vi.Roman(d.section), d.item) }

// part is a khoản with a heading of its own.
func (d *document) part(title string) string {
	d.item++
	d.point, d.bullets = 0, 0
	d.holder = d.itemAddress()
	d.line("\n### %d. %s", d.item, title)
	return d.at(d.holder)
}

// numbered is a khoản that is a paragraph.
func (d *document) numbered(text string) string {
	d.item++
	d.point, d.bullets = 0, 0
	d.holder = d.itemAddress()
	d.line("\n%d. %s", d.item, text)
	return d.at(d.holder)
}

// letter is a điểm, with or without a heading.
func (d *document) letter(text string, heading bool) string {
	d.point++
	d.bullets = 0
	letter := vi.Letter(d.point)
	d.holder = d.itemAddress() + "." + letter
	mark := ""
	if heading {
		mark = "#### "
	}
	d.line("\n%s%s) %s", mark, letter, text)
	return d.at(d.holder)
}

func (d *document) bullet(text string) string {
	if d.bullets == 0 {
		d.WriteByte('\n')
	}
	d.bullets++
	d.line("- %s", text)
	return d.at(fmt.Sprintf("%s.%d", d.holder, d.bullets))
}

// below are bullets of the last bullet.
func (d *document) below(texts ...string) {
	for i, text := range texts {
		d.line("  + %s", text)
		d.at(fmt.Sprintf("%s.%d.%d", d.holder, d.bullets, i+1))
	}
}
