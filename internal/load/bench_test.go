package load_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"thidua/internal/load"
)

// generated is a site of many plans, each with 40 targets, 12 deadlines, 30
// tasks and a body of 90 clauses.
func generated(plans int) fstest.MapFS {
	files := fstest.MapFS{}
	put := func(name, text string) { files[name] = &fstest.MapFile{Data: []byte(text)} }
	const sentence = "Triển khai **phong trào** đến từng đơn vị, bảo đảm hồ sơ đúng hạn; gắn với nhiệm vụ chính trị tại địa phương."
	var body, targets, deadlines, tasks, units strings.Builder
	body.WriteString("\nThực hiện kế hoạch của tỉnh.\n")
	for _, roman := range []string{"I", "II", "III"} {
		fmt.Fprintf(&body, "\n## %s. MỤC ĐÍCH, YÊU CẦU\n", roman)
		for number := range 5 {
			fmt.Fprintf(&body, "\n### %d. Nội dung\n\n- **Tiêu đề:** %s\n- %s\n  + %s\n- %s\n- %s\n", number+1, sentence, sentence, sentence, sentence, sentence)
		}
	}
	for i := range 40 {
		fmt.Fprintf(&targets, "- id: chi-tieu-%d\n  clause: III.%d.%d\n  statement: Hồ sơ xong đúng hạn lần thứ %d\n  owner: don-vi-%d-m1\n  measure: {kind: at-least, value: %d, unit: \"%%\", every: quarter}\n  aligns: [ke-hoach-0#chi-tieu-%d]\n", i, 1+i%5, 1+i%4, i, i%10, 60+i, i)
	}
	for i := range 12 {
		fmt.Fprintf(&deadlines, "- id: moc-%d\n  clause: III.%d\n  kind: report\n  text: Báo cáo kết quả\n  recurrence: {every: year, on: %02d-30, rule: before, from: 2026, to: 2030}\n  owner: don-vi-%d-m1\n  recipient: [don-vi-0-m1]\n", i, 1+i%5, 3+i%9, i%10)
	}
	for i := range 30 {
		fmt.Fprintf(&tasks, "- {id: viec-%d, clause: II.%d, unit: don-vi-%d-m1, role: lead, text: Lập danh sách hộ lắp camera}\n", i, 1+i%5, i%10)
	}
	for i := range 10 {
		fmt.Fprintf(&units, "- {id: don-vi-%d-m1, name: Đơn vị %d, kind: group, sample: true}\n", i, i)
	}
	put("data/units.yaml", units.String())
	for i := range plans {
		folder := fmt.Sprintf("content/ke-hoach/ke-hoach-%d/", i)
		put(folder+"index.md", planFront+body.String())
		put(folder+"targets.yaml", targets.String())
		put(folder+"deadlines.yaml", deadlines.String())
		put(folder+"tasks.yaml", tasks.String())
	}
	return files
}

func BenchmarkLoad(b *testing.B) {
	const plans = 1000
	files := generated(plans)
	for _, problem := range mustLoad(b, load.New(files)) {
		b.Fatal(problem)
	}
	b.ReportAllocs()
	for b.Loop() {
		mustLoad(b, load.New(files))
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/plans, "ns/plan")
}

// Nothing has changed since: what a save of one file costs at least.
func BenchmarkLoadAgain(b *testing.B) {
	const plans = 1000
	loader := load.New(generated(plans))
	mustLoad(b, loader)
	for b.Loop() {
		mustLoad(b, loader)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/plans, "ns/plan")
}

func mustLoad(b *testing.B, loader *load.Loader) []string {
	_, problems, err := loader.Load(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	return told(problems)
}

// A loader reads again only what has changed, and gives the same each time.
func TestLoadAgain(t *testing.T) {
	files := generated(3)
	loader := load.New(files)
	first, problems, err := loader.Load(t.Context())
	if err != nil || len(problems) > 0 {
		t.Fatal(told(problems), err)
	}
	again, _, err := loader.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if first.Plan("ke-hoach-1").Clauses[0] != again.Plan("ke-hoach-1").Clauses[0] {
		t.Error("a file that has not changed was read again")
	}
	delete(files, "content/ke-hoach/ke-hoach-1/tasks.yaml")
	delete(files, "content/ke-hoach/ke-hoach-2/index.md")
	files["content/ke-hoach/ke-hoach-0/targets.yaml"] = &fstest.MapFile{Data: []byte("- {id: a, clause: I, statement: x, owner: b, measure: {kind: none}}\n")}
	changed, problems, err := loader.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(changed.Plan("ke-hoach-1").Tasks) != 0 || len(changed.Plan("ke-hoach-0").Targets) != 1 || changed.Plan("ke-hoach-2") != nil {
		t.Error("changes were not seen")
	}
	if want := "content/ke-hoach/ke-hoach-2 no-index “content/ke-hoach/ke-hoach-2/index.md”"; len(problems) != 1 || told(problems)[0] != want {
		t.Errorf("%q", told(problems))
	}
	if len(first.Plan("ke-hoach-1").Tasks) != 30 || len(first.Plan("ke-hoach-0").Targets) != 40 {
		t.Error("the portal that was given before has changed")
	}
}
