package skeleton

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
)

func TestNamesBecomeIDs(t *testing.T) {
	for _, c := range []struct{ kind, name, id, title string }{
		{"plan", "ba-nhat-xa-minh-hoa-1-2026", "ba-nhat-xa-minh-hoa-1-2026", ""},
		{"plan", "Tổ chức phong trào “Dân vận khéo”", "to-chuc-phong-trao-dan-van-kheo", "Tổ chức phong trào “Dân vận khéo”"},
		{"plan", "KẾ HOẠCH tổ chức Dân vận khéo", "to-chuc-dan-van-kheo", "Tổ chức Dân vận khéo"},
		{"movement", "Kế hoạch nhỏ", "ke-hoach-nho", "Kế hoạch nhỏ"},
		{"model", " Đường hoa ", "duong-hoa", "Đường hoa"},
		{"exemplar", "Ba\u0300 Nguyễn Thị B", "ba-nguyen-thi-b", "Bà Nguyễn Thị B"},
		{"recognition", "Camera", "camera", "Camera"},
		{"result", "xa-a-00001/2026-Q3", "xa-a-00001/2026-Q3", ""},
		{"result", "xa-a-00001/2026-W37", "xa-a-00001/2026-W37", ""},
		{"column", "2026-11", "2026-11", ""},
	} {
		record, err := kind(c.kind).Named(c.name)
		if err != nil || record.ID != c.id || record.Title != c.title {
			t.Errorf("%s %q: %q, %q, %v; want %q, %q", c.kind, c.name, record.ID, record.Title, err, c.id, c.title)
		}
	}
}

func TestNamesThatLeadElsewhereAreRefused(t *testing.T) {
	for _, c := range []struct{ kind, name, suggest string }{
		{"plan", "", "ten-khong-dau-2026"},
		{"plan", "…", "ten-khong-dau-2026"},
		{"plan", "..", "ten-khong-dau-2026"},
		{"plan", "../ngoai", "ngoai"},
		{"plan", "/etc/passwd", "etc-passwd"},
		{"plan", `C:\x`, "c-x"},
		{"model", "a/b", "a-b"},
		{"model", "một\x1b[31m", "mot-31m"},
		{"model", "hai\ndòng", "hai-dong"},
		{"model", "sai \xff", "sai"},
		{"exemplar", "ẩn \u202e", "an"},
		{"result", "xa-a-00001", "xa-a-00001/2026-Q3"},
		{"result", "xa-a-00001/quý 3/2026", "xa-a-00001/2026-Q3"},
		{"result", "xa-a-00001/2026-h1", "xa-a-00001/2026-H1"},
		{"result", "../2026-H1", "xa-minh-hoa-1-m0001/2026-H1"},
		{"result", "Xã A/2026", "xa-minh-hoa-1-m0001/2026"},
		{"result", "xa-a-00001/../2026", "xa-a-00001/2026-Q3"},
		{"column", "2026", "2026-11"},
		{"column", "tháng 9 năm 2026", "2026-09"},
		{"column", "2026-Q3", "2026-11"},
	} {
		_, err := kind(c.kind).Named(c.name)
		var wrong *NameError
		if !errors.As(err, &wrong) || wrong.Suggest != c.suggest {
			t.Errorf("%s %q: %v, suggests %q; want %q", c.kind, c.name, err, wrong.Suggest, c.suggest)
		}
	}
}

func FuzzNamesStayInTheirFolder(f *testing.F) {
	for _, name := range []string{"a", "../a", "xa-a/2026", "2026-11", "Kế hoạch ", "k\u1ebf ho\u1ea1ch"} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		for _, k := range Kinds {
			record, err := k.Named(name)
			if err != nil {
				continue
			}
			if parts := strings.Split(record.ID, "/"); len(parts) != 1+strings.Count(k.Folder, "ket-qua") || !filepath.IsLocal(record.ID) || strings.HasPrefix(record.ID, ".") {
				t.Errorf("%s %q: %q", k.Name, name, record.ID)
			}
		}
	})
}
