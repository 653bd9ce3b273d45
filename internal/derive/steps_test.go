package derive

import (
	"fmt"
	"strings"
	"testing"

	"thidua/internal/portal"
)

// takenText writes what was taken of each duty of a schedule: "dot-1 2026-06: ub1 on 2026-05-30 late 0 of 2".
func takenText(dues []portal.Due) string {
	var lines []string
	for _, due := range dues {
		for _, taken := range due.Taken {
			lines = append(lines, fmt.Sprintf("%s %d: %s %s late %d of %d", due.Deadline.ID, due.Date.Year, taken.Unit, taken.Dossier.Date, taken.Late, due.Owing))
		}
	}
	return strings.Join(lines, "; ")
}

// A step that a dossier tells of marks the deadline that the programme names for
// it, for the unit that owes it and no other.
func TestStepsMarkTheirDeadlines(t *testing.T) {
	for _, test := range []struct{ name, rows, want string }{
		{"in time", "xa1 2026 registered 2026-02-20", "dang-ky 2026: ub1 2026-02-20 late 0 of 2"},
		{"on the last day", "xa1 2026 registered 2026-02-28", "dang-ky 2026: ub1 2026-02-28 late 0 of 2"},
		{"late", "xa1 2026 registered 2026-03-05", "dang-ky 2026: ub1 2026-03-05 late 5 of 2"},
		{"late, where nobody follows what the unit sends", "xa2 2026 registered 2026-03-05", "dang-ky 2026: ub2 2026-03-05 late 0 of 2"},
		{"by the body that owes it", "ub1 2026 registered 2026-02-20", "dang-ky 2026: ub1 2026-02-20 late 0 of 2"},
		{"without a day", "xa1 2026 registered -", "dang-ky 2026: ub1  late 0 of 2"},
		{"some day of the month after", "xa1 2026 registered 2026-04", "dang-ky 2026: ub1 2026-04 late 32 of 2"},
		{"some day of the year", "xa1 2026 registered 2026", "dang-ky 2026: ub1 2026 late 0 of 2"},
		{"the first of two rounds", "xa1 2026 submitted 2026-05-30", "dot-1 2026: ub1 2026-05-30 late 0 of 2"},
		{"the second of two rounds", "xa1 2026 submitted 2026-06-20", "dot-2 2026: ub1 2026-06-20 late 0 of 2"},
		{"after the last of them", "xa1 2026 submitted 2026-12-08", "dot-2 2026: ub1 2026-12-08 late 4 of 2"},
		{"a round that nobody names", "xa1 2026 submitted -", ""},
		{"nor does a month", "xa1 2026 submitted 2026-05", ""},
		{"of the year after, a year ahead", "xa1 2027 registered 2026-11-20", ""},
		{"of another unit than those that owe it", "truong 2026 registered 2026-02-20; tinh 2026 registered 2026-02-20", ""},
		{"a step without a deadline", "xa1 2026 kept 2026-02-20", ""},
		{"both", "xa1 2026 registered 2026-02-20; xa2 2026 registered 2026-02-21", "dang-ky 2026: ub1 2026-02-20 late 0 of 2; dang-ky 2026: ub2 2026-02-21 late 0 of 2"},
	} {
		p := world(t, `
		unit tinh province -
		unit xa1 commune tinh since=2026-01-01
		unit xa2 commune tinh
		unit ub1 committee xa1
		unit ub2 committee xa2
		unit truong office xa1
		unit cac-ub group tinh members=ub1,ub2
		plan k 2026-01-01 2026 2027
		deadline dang-ky cac-ub every year 03-01 before
		deadline dot-1 cac-ub every year 06-05 before
		deadline dot-2 cac-ub every year 12-05 before
		deadline khac cac-ub every year 12-05 before`)
		r := &portal.Recognition{Record: portal.Record{ID: "r"}, Steps: []portal.StepDeadline{
			{Step: portal.Registered, Deadline: "k#dang-ky"}, {Step: portal.Sent, Deadline: "k#dot-2"}, {Step: portal.Sent, Deadline: "k#dot-1"}, {Step: portal.Decided, Deadline: "k#khong-co"}}}
		for row := range strings.SplitSeq(test.rows, "; ") {
			words := strings.Fields(row)
			d := portal.Dossier{Unit: words[0], Year: day(t, words[1]), Step: portal.Step(words[2])}
			if words[3] != "-" {
				d.Date = day(t, words[3])
			}
			r.Dossiers = append(r.Dossiers, d)
		}
		p.Plans[0].Issuer, p.Recognitions = portal.IDs{"tinh"}, []*portal.Recognition{r}
		p.Index()
		f := Figures(p, day(t, "2026-12-31"))
		if got := takenText(f.Calendar); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
		for id, of := range map[string]string{"ub1": "ub1", "xa1": "ub1", "ub2": "ub2", "xa2": "ub2", "tinh": ""} {
			want := test.want // the province sees all
			if of != "" {
				want = ""
				for one := range strings.SplitSeq(test.want, "; ") {
					if strings.Contains(one, ": "+of) {
						want = strings.Replace(one, "of 2", "of 0", 1)
					}
				}
			}
			if got := takenText(duesOf(f.Units[id].Duties)); got != want {
				t.Errorf("%s: %s sees %s, want %s", test.name, id, got, want)
			}
		}
	}
}

// duesOf are all dues of a schedule in the order of time.
func duesOf(s portal.Schedule) (dues []portal.Due) {
	for _, years := range [][]portal.DueYear{s.Past, s.Later} {
		for _, year := range years {
			for _, series := range year.Series {
				dues = append(dues, series.Dues...)
			}
		}
	}
	dues = append(dues, s.Near...)
	sortDues(dues)
	return dues
}
