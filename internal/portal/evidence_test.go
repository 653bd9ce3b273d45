package portal_test

import (
	"testing"

	"thidua/internal/portal"
)

func TestEvidenceThatCanBeLookedUp(t *testing.T) {
	for text, want := range map[string]struct{ traceable, denied bool }{
		"https://example.org/ket-qua":       {true, false},
		"xaminhhoa.gov.vn":                  {true, false},
		"15/QĐ-UBND":                        {true, false},
		"Thông báo số 12/2026/TB-UBND":      {true, false},
		"Công văn 05-CV/ĐU":                 {true, false},
		"niêm yết tại trụ sở từ 05/10/2026": {true, false},
		"Bản tin tháng 10/2026":             {true, false},
		"Họp dân ngày 5 tháng 10":           {true, false},
		"Đã công khai":                      {false, false},
		"Bảng tin":                          {false, false},
		"":                                  {false, false},
		"Chưa công khai":                    {false, true},
		"Không":                             {false, true},
		"không.":                            {false, true},
		"KHÔNG CÓ":                          {false, true},
		"Sẽ đăng trên xa.gov.vn, chưa công khai": {false, true},
		"0":               {false, true},
		"Quyết định số 1": {true, false},
		"Thông báo 12/TB-UBND về nơi chưa có nước sạch": {true, false},
		"Khôngcó": {false, false},
	} {
		if got := portal.Traceable(text); got != want.traceable {
			t.Errorf("%q: traceable %v", text, got)
		}
		if got := portal.Denied(text); got != want.denied {
			t.Errorf("%q: denied %v", text, got)
		}
	}
}
