package portal

import (
	"fmt"
	"strings"
)

// A ClauseRef names a clause of a plan: "plan-id#III.1.a.2". Without "#" it
// names the plan as a whole.
type ClauseRef struct {
	Plan   string
	Clause Address
}

// UnmarshalText reads "plan" or "plan#clause".
func (r *ClauseRef) UnmarshalText(text []byte) error {
	plan, clause, found := strings.Cut(string(text), "#")
	if plan == "" || found && clause == "" {
		return fmt.Errorf("%q does not name a plan and a clause", text)
	}
	*r = ClauseRef{plan, Address(clause)}
	return nil
}

// String is the form that UnmarshalText reads.
func (r ClauseRef) String() string {
	if r.Clause == "" {
		return r.Plan
	}
	return r.Plan + "#" + string(r.Clause)
}

// MarshalText is String.
func (r ClauseRef) MarshalText() ([]byte, error) { return []byte(r.String()), nil }
