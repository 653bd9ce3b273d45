package country

import (
	"fmt"

	"thidua/internal/vi"
)

// A movement is one that plans carry out, with a group for each theme.
type movement struct {
	no        int
	title, id string
	summary   string
	groups    [themes]string
}

func (m *movement) slug() string { return vi.Slug(m.title) }

func (m *movement) group(theme int) string { return vi.Slug(m.groups[theme]) }

// document is the id of the paper that launched the movement.
func (m *movement) document() string { return fmt.Sprintf("qd-%s-m%d", m.slug(), m.no+1) }

var movements = func() []*movement {
	all := []*movement{
		{title: "Việc đúng hẹn", summary: "Việc gì đã hứa với người dân thì làm đúng ngày, có kết quả để đối chiếu.", groups: [themes]string{"Hồ sơ đúng hẹn", "Trực báo đúng giờ", "Việc chung đúng ngày", "Hỗ trợ đúng lúc"}},
		{title: "Xóm làng sạch đẹp", summary: "Từng hộ giữ sạch nhà mình, từng xóm giữ đẹp đường chung.", groups: [themes]string{"Công sở sạch", "Đường xóm sáng", "Cảnh quan đẹp", "Chợ và đồng xanh"}},
		{title: "Chính quyền gần dân", summary: "Cán bộ đến với người dân trước khi người dân phải tìm đến cán bộ.", groups: [themes]string{"Gần trong công việc", "Gần khi hữu sự", "Gần trong sinh hoạt", "Gần lúc khó khăn"}},
		{title: "Bình yên từng ngõ nhỏ", summary: "Phòng ngừa từ sớm, giải quyết từ cơ sở, cùng nhau giữ bình yên.", groups: [themes]string{"Kỷ cương công vụ", "An toàn khu dân cư", "Nếp sống văn minh", "Sinh kế vững"}},
		{title: "Giúp nhau làm ăn khá", summary: "Hộ khá giúp hộ khó, làm ăn minh bạch, cùng có lợi.", groups: [themes]string{"Thủ tục thuận lợi", "Làm ăn yên tâm", "Gia đình nề nếp", "Kinh tế khá lên"}},
	}
	for i, m := range all {
		m.no = i
		m.id = fmt.Sprintf("%s-m%d", m.slug(), i+1)
	}
	return all
}()
