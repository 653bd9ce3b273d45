package portal

import "thidua/internal/vi"

// A Movement (phong trào thi đua) is a named emulation movement with the
// groups of content that its plans share.
type Movement struct {
	Record
	Title      string          `yaml:"title"`
	Summary    string          `yaml:"summary"`
	LaunchedBy IDs             `yaml:"launched_by"`
	LaunchedOn vi.Date         `yaml:"launched_on"`
	Groups     []MovementGroup `yaml:"groups"`
}

// A MovementGroup is one of a movement's groups of content, such as "Kỷ luật
// nhất" of "Ba nhất".
type MovementGroup struct {
	ID      string `yaml:"id" json:"id"`
	Title   string `yaml:"title" json:"title"`
	Summary string `yaml:"summary" json:"summary"`
}

// Group finds a group by its id.
func (m *Movement) Group(id string) (MovementGroup, bool) {
	for _, group := range m.Groups {
		if group.ID == id {
			return group, true
		}
	}
	return MovementGroup{}, false
}
