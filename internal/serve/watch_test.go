package serve_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// newPlan writes a plan in a new folder.
func (f folder) newPlan(id string) {
	f.Helper()
	text := f.read(planFolder + "/index.md")
	f.write("content/ke-hoach/"+id+"/index.md", strings.Replace(text, "thử lần thứ nhất", "mới "+id, 1))
}

func TestNewMovedAndRemovedFoldersAreFollowed(t *testing.T) {
	site := smallSite(t)
	s := start(site, site.builder())
	events := s.events()
	next(t, events)

	site.newPlan("minh-hoa-moi")
	s.comes(events, "/ke-hoach/minh-hoa-moi/", "mới minh-hoa-moi")
	site.replace("content/ke-hoach/minh-hoa-moi/index.md", "mới minh", "sửa minh")
	s.comes(events, "/ke-hoach/minh-hoa-moi/", "sửa minh-hoa-moi")

	site.rename("content/ke-hoach/minh-hoa-moi", "content/ke-hoach/minh-hoa-khac")
	s.comes(events, "/ke-hoach/minh-hoa-khac/", "sửa minh-hoa-moi")
	site.replace("content/ke-hoach/minh-hoa-khac/index.md", "sửa minh", "lại minh")
	s.comes(events, "/ke-hoach/minh-hoa-khac/", "lại minh-hoa-moi")

	site.rename("content/ke-hoach", "content/cu") // the folders in it keep their watches, under old names
	next(t, events)
	site.rename("content/cu", "content/ke-hoach")
	next(t, events)
	site.newPlan("minh-hoa-nua")
	next(t, events)
	site.replace("content/ke-hoach/minh-hoa-nua/index.md", "mới minh", "sửa minh")
	s.comes(events, "/ke-hoach/minh-hoa-nua/", "sửa minh-hoa-nua")

	if err := os.RemoveAll(site.path("content/ke-hoach/minh-hoa-khac")); err != nil {
		t.Fatal(err)
	}
	next(t, events)
	if status, _ := s.get("/ke-hoach/minh-hoa-khac/"); status != 404 {
		t.Errorf("a plan that was removed: %d", status)
	}
}

func TestEditorsWriteInTheirWays(t *testing.T) {
	site := smallSite(t)
	s := start(site, site.builder())
	events := s.events()
	next(t, events)
	file := planFolder + "/index.md"

	// Beside, then renamed over it.
	site.write(planFolder+"/sedAbC12", strings.Replace(site.read(file), "lần thứ nhất", "lần thứ hai", 1))
	site.rename(planFolder+"/sedAbC12", file)
	s.comes(events, planPage, "lần thứ hai")

	// The old file renamed away, the new one written.
	text := site.read(file)
	site.write(planFolder+"/4913", "")
	os.Remove(site.path(planFolder + "/4913"))
	site.rename(file, file+"~")
	site.write(file, strings.Replace(text, "lần thứ hai", "lần thứ ba", 1))
	os.Remove(site.path(file + "~"))
	s.comes(events, planPage, "lần thứ ba")

	// In small pieces: one build.
	none(t, events)
	text = site.read(file)
	for i := 0; i <= len(text); i += len(text)/20 + 1 {
		site.write(file, text[:i])
	}
	site.write(file, strings.Replace(text, "lần thứ ba", "lần thứ tư", 1))
	next(t, events)
	none(t, events)
	s.want(planPage, "lần thứ tư", `role="alert"`)
}

func TestPassingFilesAreNoSaves(t *testing.T) {
	site := smallSite(t)
	site.write("static/robots.txt", "")
	s := start(site, site.builder())
	events := s.events()
	next(t, events)
	for _, name := range []string{
		planFolder + "/.index.md.swp", planFolder + "/index.md~", planFolder + "/4913", planFolder + "/#index.md#",
		planFolder + "/.#index.md", planFolder + "/~$results.csv", "data/.~lock.units.csv#", "data/x.tmp",
		"static/.DS_Store", "notes.txt", "public/index.html", ".git/index", ".thidua.lock",
	} {
		site.write(name, "x")
	}
	if err := os.Chmod(site.path("config.toml"), 0o600); err != nil {
		t.Fatal(err)
	}
	none(t, events)
}

func TestManyFilesAtOnceMakeFewBuilds(t *testing.T) {
	site := smallSite(t)
	s := start(site, site.builder())
	next(t, s.outcomes)
	for i := range 60 {
		site.newPlan(fmt.Sprintf("minh-hoa-%d", i))
	}
	builds := 0
	for outcome := next(t, s.outcomes); ; outcome = next(t, s.outcomes) {
		builds++
		if plans := countPlans(s); plans == 61 && outcome.Err == nil {
			break
		}
	}
	if builds > 5 {
		t.Errorf("%d builds", builds)
	}
	t.Log(builds, "builds")
}

func countPlans(s *served) int {
	_, list := s.get("/api/v1/index.json")
	return strings.Count(list, `"url":"/ke-hoach/`)
}
