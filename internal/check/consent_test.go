package check_test

import (
	"bytes"
	"image"
	"image/jpeg"
	"slices"
	"testing"
	"testing/fstest"

	"thidua/internal/portal"
)

// photographed lays the photo beside the exemplar that some edits may name.
func photographed(files fstest.MapFS) fstest.MapFS {
	var photo bytes.Buffer
	_ = jpeg.Encode(&photo, image.NewGray(image.Rect(0, 0, 300, 200)), nil) // a buffer takes all
	files["content/dien-hinh/nguoi-tot/anh.jpg"] = &fstest.MapFile{Data: photo.Bytes()}
	return files
}

// The site of the tests has an individual with a written consent; each case puts
// its own in the place of that, and its own kind of exemplar.
func TestWhoMustAgreeToBeShown(t *testing.T) {
	const (
		written = "consent: [{by: subject, kind: written, date: 2026-02-20}]"
		photo   = "photo: {file: anh.jpg, alt: Lễ trao}\n"
	)
	for _, test := range []struct {
		name, kind, consent string
		want                []string
	}{
		{"a person in writing", "individual", written, nil},
		{"a person with a photo", "individual", photo + written, nil},
		{"a person who was not asked", "individual", "", []string{"8:7 consent-missing “[]”"}},
		{"an empty list", "individual", "consent: []", []string{"14:10 consent-missing “[]”"}},
		{"a household that was not asked", "household", "", []string{"8:7 consent-missing “[]”"}},
		{"a public event is enough for a photo only", "individual", photo + "consent: [{by: subject, kind: public-event}]",
			[]string{"15:10 consent-missing “[]”"}},
		{"another agreed for a person", "individual", "consent: [{by: representative, kind: written}]", []string{"14:10 consent-missing “[]”"}},
		{"a collective", "collective", "", nil},
		{"a collective on a photo", "collective", photo, []string{"8:7 consent-photo “[]”"}},
		{"a collective on a photo of a public event", "collective", photo + "consent: [{by: representative, kind: public-event}]", nil},

		{"a child", "individual", "is_minor: true\nconsent: [{by: subject, kind: written}, {by: representative, kind: written}]", nil},
		{"a child alone", "individual", "is_minor: true\n" + written, []string{"15:10 consent-minor “[representative]”"}},
		{"parents without the child", "individual", "is_minor: true\nconsent: [{by: representative, kind: written}]", []string{"15:10 consent-minor “[subject]”"}},
		{"a child whom nobody asked", "collective", "is_minor: true", []string{"8:7 consent-minor “[subject]”", "8:7 consent-minor “[representative]”"}},
		{"a child at a public event", "individual", "is_minor: true\nconsent: [{by: subject, kind: public-event}, {by: representative, kind: written}]",
			[]string{"15:10 consent-minor “[subject]”"}},
		{"parents who took theirs back", "individual", "is_minor: true\nconsent: [{by: subject, kind: written}, {by: representative, kind: written, withdrawn_on: 2026-11-01}]",
			[]string{"15:91 consent-withdrawn “01/11/2026”"}},

		{"taken back", "individual", "consent: [{by: subject, kind: written, withdrawn_on: 2026-11-01}]", []string{"14:54 consent-withdrawn “01/11/2026”"}},
		{"taken back from a day to come", "individual", "consent: [{by: subject, kind: written, withdrawn_on: 2027-11-01}]", []string{"14:54 consent-withdrawn “01/11/2027”"}},
		{"taken back, whatever was agreed before", "individual", "consent: [{by: subject, kind: written, date: 2026-10-01}, {by: subject, kind: written, withdrawn_on: 2026-11-01}]",
			[]string{"14:102 consent-withdrawn “01/11/2026”"}},
		{"taken back, and given again", "individual", "consent: [{by: subject, kind: written, withdrawn_on: 2026-11-01}, {by: subject, kind: written, date: 2026-11-01}]", nil},
		{"taken back, and given again on some day", "individual", "consent: [{by: subject, kind: written, withdrawn_on: 2026-11-01}, {by: subject, kind: written, date: 2026-11}]",
			[]string{"14:54 consent-withdrawn “01/11/2026”"}},
		{"the last day", "individual", "consent: [{by: subject, kind: written, expires: 2026-11-22}]", []string{"14:49 consent-ends “22/11/2026”"}},
		{"the day after", "individual", "consent: [{by: subject, kind: written, expires: 2026-11-21}]", []string{"14:49 consent-expired “21/11/2026”"}},
		{"the month is not over", "individual", "consent: [{by: subject, kind: written, expires: 2026-11}]", []string{"14:49 consent-ends “tháng 11/2026”"}},
		{"in thirty days", "individual", "consent: [{by: subject, kind: written, expires: 2026-12-22}]", []string{"14:49 consent-ends “22/12/2026”"}},
		{"later", "individual", "consent: [{by: subject, kind: written, expires: 2026-12-23}]", nil},
		{"a longer one beside it", "individual", "consent: [{by: subject, kind: written, expires: 2026-12-01}, {by: subject, kind: written, expires: 2028}]", nil},
		{"one without an end beside it", "individual", "consent: [{by: subject, kind: written}, {by: subject, kind: written, expires: 2026-12-01}]", nil},
		{"expired, and renewed", "individual", "consent: [{by: subject, kind: written, expires: 2026-01-01}, {by: subject, kind: written, date: 2026-01-05}]", nil},
		{"of tomorrow", "individual", "consent: [{by: subject, kind: written, date: 2026-11-23}]", []string{"14:46 consent-future “23/11/2026”"}},
		{"of today", "individual", "consent: [{by: subject, kind: written, date: 2026-11-22}]", nil},

		{"invented for a real person", "individual", "consent: [{by: subject, kind: sample}]", []string{"14:31 consent-sample “sample”"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			edits := []edit{{exemplar, written, test.consent}, {exemplar, "kind: individual", "kind: " + test.kind}}
			var got []string
			for _, p := range problems(t, photographed(edited(t, edits...))) {
				got = append(got, brief(p))
			}
			if !slices.Equal(test.want, got) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestADraftNeedsNoConsentYet(t *testing.T) {
	files := edited(t, edit{exemplar, "status: published", "status: draft"}, edit{exemplar, "consent:", "# consent:"}, edit{column, "exemplars: nguoi-tot", "exemplars: []"})
	for _, p := range problems(t, files) {
		if p.Level() != portal.Note {
			t.Errorf("%s: %s", p.Pos, brief(p))
		}
	}
}

func TestAnAwardNamesItsDecision(t *testing.T) {
	for _, test := range []struct {
		name, award string
		want        []string
	}{
		{"all of it", "{form: Giấy khen, decision_ref: 15/QĐ-UBND, decision_date: 2026-06-30, granted_by: Chủ tịch UBND xã, status: granted}", nil},
		{"none of it", "{form: Giấy khen, status: granted}", []string{"15:9 award-no-decision “Giấy khen” “decision_ref, decision_date, granted_by”"}},
		{"a title, without the day", "{title: Lao động tiên tiến, decision_ref: 15/QĐ-UBND, granted_by: Chủ tịch, status: granted}", []string{"15:9 award-no-decision “Lao động tiên tiến” “decision_date”"}},
		{"revoked", "{form: Giấy khen, decision_date: 2026, granted_by: Chủ tịch, status: revoked}", []string{"15:9 award-no-decision “Giấy khen” “decision_ref”"}},
		{"only proposed", "{form: Giấy khen}", nil},
		{"by a decision of tomorrow", "{form: Giấy khen, decision_ref: 15/QĐ-UBND, decision_date: 2026-11-23, granted_by: Chủ tịch, status: granted}",
			[]string{"15:68 award-future “Giấy khen” “23/11/2026”"}},
		{"by a decision of this month", "{form: Giấy khen, decision_ref: 15/QĐ-UBND, decision_date: 2026-11, granted_by: Chủ tịch, status: granted}", nil},
		{"nameless", "{status: granted}", []string{"15:9 award-no-decision “award” “decision_ref, decision_date, granted_by”"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			expect(t, []edit{{exemplar, "date: 2026-02-20}]", "date: 2026-02-20}]\naward: [" + test.award + "]"}}, test.want)
		})
	}
}
