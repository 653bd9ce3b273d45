package portal

import (
	"regexp"
	"strings"

	"thidua/internal/vi"
)

// traces are what a reader can follow: a link, the number of a document, a day.
var traces = regexp.MustCompile(`(?i)https?://\S|\bwww\.\S|\b[a-z0-9-]+\.(?:vn|com|org|net)\b|\d+\s*[/-]\s*(?:\d+\s*[/-]\s*)?\p{L}{2}|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b|\b\d{1,2}/\d{4}\b|\b\d{4}-\d{2}\b|(?:ngày|số):? *\d`)

// Traceable reports whether evidence can be looked up: it names a link, the
// number of a document or a day. Whether it is there nobody has looked.
func Traceable(evidence string) bool {
	return traces.MatchString(evidence) && !Denied(evidence)
}

// denials say that something was not published.
var denials = []string{"chưa công khai", "không công khai", "chưa niêm yết", "không niêm yết"}

// Denied reports whether what stands for evidence says that there is none:
// "Chưa công khai", "Không", "0".
func Denied(evidence string) bool {
	text := strings.Join(strings.Fields(strings.ToLower(vi.NFC(evidence))), " ")
	for _, words := range denials {
		if strings.Contains(text, words) {
			return true
		}
	}
	first, _, _ := strings.Cut(strings.Trim(text, ".,;:!()-–— "), " ")
	switch first {
	case "chưa", "không", "chua", "khong", "ko", "0":
		return true
	}
	return false
}
