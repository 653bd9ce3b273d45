package portal

// A Wording is a phrase that praises more than anybody can show ("tránh cường
// điệu, thổi phồng thành tích"), and what to write instead.
type Wording struct {
	Source  Source `yaml:"-"`
	Words   string `yaml:"words"`
	Why     string `yaml:"why"`
	Instead string `yaml:"instead"`
}
