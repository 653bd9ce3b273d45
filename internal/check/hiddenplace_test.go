package check_test

import (
	"testing"

	"thidua/internal/check"
)

func TestNoNumbersOrPlacesOfCameras(t *testing.T) {
	for _, test := range []struct{ precision, title, row, want string }{
		{"none", "Mắt thần", ",", ""},
		{"none", "Mắt thần", "12,", "2:20 places-hidden “Mắt thần”"},
		{"commune", "Camera an ninh", "12,", "2:20 places-hidden “Camera an ninh”"},
		{"none", "Mắt thần", ",Báo cáo số 66/BC-UBND ngày 28/11/2025 về camera", ""},
		{"none", "Mắt thần", ",Kế hoạch năm 2026 về 15 mắt camera", "2:21 places-told “15 mắt camera” “Mắt thần”"},
		{"none", "Mắt thần", ",mười camera của xã", "2:21 places-told “mười camera” “Mắt thần”"},
		{"none", "Mắt thần", ",Lắp ở ngã tư Đình", "2:21 places-told “ngã tư Đ” “Mắt thần”"},
		{"none", "Mắt thần", ",Trụ sở xóm 3", "2:21 places-told “xóm 3” “Mắt thần”"},
		{"none", "Mắt thần", ",trên đường Lê Lợi", "2:21 places-told “trên đường Lê” “Mắt thần”"},
		{"none", "Mắt thần", ",Báo cáo về trật tự trên đường bộ", ""},
		{"none", "Mắt thần", ",18.66795", "2:21 places-told “18.66795” “Mắt thần”"},
	} {
		files := edited(t, edit{model, "title: Camera", "title: " + test.title}, edit{model, "location_precision: none", "location_precision: " + test.precision})
		files[adoptions] = lines("unit,from,places,evidence", "xa-a-00001,2026-03,"+test.row)
		found := problems(t, files)
		got := ""
		for _, p := range found {
			got += brief(p)
		}
		if got != test.want {
			t.Errorf("%+v: %q\n%s", test, got, told(t, found, check.Vietnamese))
		}
	}
}
