package sheet

import (
	"strings"

	"thidua/internal/portal"
	"thidua/internal/table"
	"thidua/internal/vi"
)

// lists adds what may be chosen of the portal: units, movements, fields, and
// the categories of a programme.
func (f *Form) lists(p *portal.Portal, programme *portal.Recognition) {
	add := func(key string, items []string) {
		if len(items) > 0 {
			vi.SortBy(items, func(item string) string { return item })
			f.Lists = append(f.Lists, List{key, items})
		}
	}
	var units, movements, fields, standards, categories []string
	for _, unit := range p.Units {
		units = append(units, item(unit.Name, unit.ID))
	}
	for _, movement := range p.Movements {
		movements = append(movements, item(movement.Title, movement.ID))
	}
	for _, field := range p.Fields {
		fields = append(fields, item(field.Title, field.ID))
		for _, standard := range field.Standards {
			standards = append(standards, item(standard.Text, standard.ID))
		}
	}
	if programme != nil {
		for _, category := range programme.Categories {
			categories = append(categories, item(category.Title, category.ID))
		}
	}
	add("unit", units)
	add("movement", movements)
	add("fields", fields)
	add("standards", standards)
	add("category", categories)
}

// item is what is chosen from a list: a name on one line, and the id. A semicolon
// would divide it from the next item.
func item(name, id string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(name), " "), ";", ",") + dash + id
}

// choices adds the list of a column that allows only some values.
func (f *Form) choices(column *table.Column) {
	var items []string
	switch {
	case column.Kind == table.Flag:
		items = []string{texts().Yes, texts().No}
	case column.Choices != nil:
		for _, one := range column.Choices {
			items = append(items, one.Word)
		}
	default:
		return
	}
	if f.list(f.listOf(column)) == nil {
		f.Lists = append(f.Lists, List{f.listOf(column), items})
	}
}

// listOf names the list of a column that allows only some values: by the values,
// since columns of one key differ.
func (f *Form) listOf(column *table.Column) string {
	if column.Kind == table.Flag {
		return "flag"
	}
	var values []string
	for _, one := range column.Choices {
		values = append(values, one.Value)
	}
	return strings.Join(values, "|")
}

func (f *Form) list(name string) *List {
	for i := range f.Lists {
		if f.Lists[i].Name == name {
			return &f.Lists[i]
		}
	}
	return nil
}

// shown is the item of a list by which an id is chosen; the id itself where the
// list has it not.
func (f *Form) shown(list, id string) string {
	for _, item := range f.list(list).Items {
		if strings.HasSuffix(item, dash+id) {
			return item
		}
	}
	return id
}

// chosen are the ids that somebody chose or wrote.
func chosen(text string) (ids []string) {
	cut := ";\n"
	if !strings.Contains(text, dash) {
		cut += "," // names may hold commas
	}
	for _, one := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(cut, r) }) {
		if one = strings.TrimSpace(one); one != "" {
			ids = append(ids, idIn(one))
		}
	}
	return ids
}

// idIn is the id behind the name in an item of a list.
func idIn(text string) string {
	if i := strings.LastIndex(text, dash); i >= 0 {
		return strings.TrimSpace(text[i+len(dash):])
	}
	return text
}
