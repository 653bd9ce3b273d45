package country

import (
	"math/rand/v2"
	"strings"
)

// Syllables that places are named with, put together at random: what comes out
// sounds like a name and is meant to be none. Together they have every vowel
// with every tone.
var (
	heads = strings.Fields(`An Bãi Bằng Bích Bồng Bưởi Cẩm Chẽ Chòm Cổ Cồn Dẻ Diễm Dũng Dừa Đá Đầm Đằng Đậu
		Đẽo Đìa Đoài Đỗ Đồi Đức Đượm Gành Giẻ Giồng Gò Hạc Hoằng Hói Hợi Huệ Hữu Kẻ Khoái Khúc Kỳ Lạc Lãm Lẫm Lẽ
		Lệ Liễu Lũng Lưỡi Mai Mặn Mẫn Mẹ Mễ Mọc Mộ Mỡ Mường Mỹ Nậm Nghĩa Ngọc Ngỗng Nhẫn Nội Nữ Ổi Phẫu Phủ Quỳ Rạch Rẫy
		Sậy Sến Sỏi Sơn Suối Sỹ Tạ Tẻ Thạch Thẳng Thổ Thượng Tịnh Trà Trĩ Trúc Tứ Tỵ Uyển Vạc Vĩnh Vọng Võ Xuân Yểng Ỷ`)
	tails = strings.Fields(`Ái Ân Ấm Bảng Bền Biếc Bình Cao Chẩm Chỉ Cúc Cự Cử Dâu Dĩnh Dung Đài Đạo Đảnh Đệ Định Đoan
		Đồng Đỡ Gấm Giang Hảo Hậu Hiển Hòa Hoè Hồng Hưởng Hy Ích Ké Kế Khê Khuê Kiều Kỵ Lan Lãnh Lâm Lĩnh Loan Lộc
		Lùng Lụa Lưu Lý Mẫu Mận Mỗ Mười Nghè Nghị Nguyệt Nhã Nhuệ Ninh Nở Pháo Phẳng Phấn Phục Phước Quế Quỹ Sen Sẵn Sồi
		Tâm Tằm Tân Thuận Thuỷ Thủy Tía Trắc Trầm Triều Tụ Tường Uyên Vãn Vân Vẽ Vịnh Vượng Xá Xoan Yến`)
	middles = strings.Fields(`Đại Đông Hạ Thượng Trung Tiền Hậu Nam Bắc Tây`)
)

// A name is how a place is called, and its kind by its index in placeKinds.
type name struct {
	kind  int
	words string
	alien bool // stands in the second province, not in the first
}

// hardNames are what makes names hard: twins within a province and across
// provinces, of the same and of another kind, of the same slug; numbers that
// sort by value; long names; each tone in the old place and in the new; names
// with hyphens and without Vietnamese form.
var hardNames = []name{
	{commune, "Lũng Hoè", false},
	{commune, "Lũng Hoè", false}, // a twin next door
	{ward, "Lũng Hoè", false},
	{commune, "Lũng Hòe", true}, // and one across, the tone in its old place
	{commune, "Đằng Thuỷ", false},
	{commune, "Đằng Thủy", true},
	{ward, "Mộ Khoá 1", false},
	{ward, "Mộ Khoá 10", false},
	{ward, "Mộ Khoá 2", false},
	{commune, "Sỏi Vẽ", false},
	{commune, "Sỏi Vẻ", false}, // one slug
	{commune, "Sỏi Vê", true},
	{ward, "Thượng Nghiêng Trường Đường Phước Khuỷu", false},
	{commune, "Nghiễm Xuyên Thượng Đoành Hoằng Nghĩa", true},
	{commune, "Đắk Đoa-Đrăng", false},
	{commune, "Ia Blứ Pưh", true},
	{island, "Cồn Ngỗng Đỏ", false},
	{commune, "Rẫy Mỡ", true},
	{ward, "Đẽo Quỹ", false},
	{commune, "Tỵ Nữ", true},
}

// avoided are what these syllables would make of provinces that there are or
// were.
var avoided = map[string]bool{"An Giang": true, "Vĩnh Bình": true}

// invent puts a new name together.
func invent(chance *rand.Rand) string {
	for {
		words := []string{heads[chance.IntN(len(heads))], tails[chance.IntN(len(tails))]}
		if chance.IntN(6) == 0 {
			words = append(words, middles[chance.IntN(len(middles))])
		}
		if name := strings.Join(words, " "); !avoided[name] {
			return name
		}
	}
}
