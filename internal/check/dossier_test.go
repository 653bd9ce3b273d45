package check_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDossiersTellOnlyWhatWasDecided(t *testing.T) {
	for _, test := range []struct {
		name, rows string
		want       []string
	}{
		{"a way without a fault", "registered,2025-03-14,\nsubmitted,2025-11,\nappraised,2025-12-10,\ndecided,2025-12-22,88/QĐ-UBND", nil},
		{"a decision of a day to come", "decided,2026-12-22,88/QĐ-UBND", []string{"2:28 dossier-future “[step-decided]” “22/12/2026” “22/11/2026”"}},
		{"a decision of today", "decided,2026-11-22,88/QĐ-UBND", nil},
		{"a decision without a number", "decided,2025-12-22,chưa có", []string{"2:39 dossier-no-decision “[step-decided]”"}},
		{"a loss without a decision", "lost,2025-12-22,", []string{"2:36 dossier-no-decision “[step-lost]”"}},
		{"a decision before the dossier was appraised", "decided,2025-03-01,1/QĐ-UBND\nappraised,2025-05-02,", []string{"2:28 dossier-order “[step-decided]” “01/3/2025” “[step-appraised]” “02/5/2025”"}},
		{"appraised before it was sent", "submitted,2025-06-01,\nappraised,2025-05,", []string{"3:30 dossier-order “[step-appraised]” “tháng 5/2025” “[step-submitted]” “01/6/2025”"}},
		{"a dossier that came back is sent again", "submitted,2025-02-01,\nappraised,2025-03-01,\nsubmitted,2025-06-01,\nappraised,2025-07-01,", nil},
		{"a month that may be in order", "submitted,2025-05-20,\nappraised,2025-05,", nil},
		{"kept after it was lost", "decided,2025-02-01,1/QĐ\nlost,2025-06-01,2/QĐ\nkept,2025-08-01,", []string{"4:20 dossier-kept-lost “content/cong-nhan/xa-dien-hinh/dossiers.csv:3:20”"}},
		{"kept, and lost later in the year", "lost,2025-08-01,2/QĐ\nkept,2025-06-01,", nil},
		{"recognised again", "lost,2025-02-01,1/QĐ\ndecided,2025-06-01,2/QĐ\nkept,2025-08-01,", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			files := site(t)
			rows := []string{"unit,category,year,step,date,decision"}
			for row := range strings.SplitSeq(test.rows, "\n") {
				rows = append(rows, "xa-a-00001,xã,2025,"+row)
			}
			files[dossiers] = lines(rows...)
			var got []string
			for _, p := range problems(t, files) {
				got = append(got, brief(p))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAYearToComeDecidesNothing(t *testing.T) {
	files := site(t)
	files[dossiers] = lines("unit,category,year,step,decision", "xa-a-00001,xã,2027,registered,", "xa-a-00001,xã,2027,decided,7/QĐ-UBND")
	var got []string
	for _, p := range problems(t, files) {
		got = append(got, brief(p))
	}
	if want := []string{"3:15 dossier-future “[step-decided]” “năm 2027” “22/11/2026”"}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}
