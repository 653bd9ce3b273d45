package portal

// A Cited is one document with all that a plan says of it.
type Cited struct {
	ID      string
	Ref     string    // as the plan first writes it
	Roles   []string  // each once
	Clauses []Address // each once; not the whole document
}

// Cited gathers the plan's citations by document, in the order in which the
// plan first names each.
func (p *Plan) Cited() []Cited {
	var all []Cited
	at := map[string]int{}
	for _, citation := range p.Documents {
		n, known := at[citation.ID]
		if !known {
			n = len(all)
			at[citation.ID] = n
			all = append(all, Cited{ID: citation.ID})
		}
		cited := &all[n]
		if cited.Ref == "" {
			cited.Ref = citation.Ref
		}
		cited.Roles = once(cited.Roles, citation.Role)
		cited.Clauses = once(cited.Clauses, citation.Clause)
	}
	return all
}

// once adds a value that is neither empty nor in the list.
func once[T ~string](list []T, value T) []T {
	for _, have := range list {
		if have == value {
			return list
		}
	}
	if value == "" {
		return list
	}
	return append(list, value)
}
