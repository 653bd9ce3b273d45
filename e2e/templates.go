package main

// A Template is a page on which a template of the theme is looked at: the
// hardest of its kind.
type Template struct {
	Name   string // of its pictures and tests
	Layout string // below layouts/
	Path   string // below the portal
}

// Templates has every template of the theme at least once.
var Templates = []Template{
	{"home", "home.html", ""},
	{"plans", "ke-hoach/section.html", "ke-hoach/"},
	{"plan-longest", "ke-hoach/page.html", "ke-hoach/dien-hinh-tien-tien-xa-cam-chau-2023-2025/"},
	{"plan-most-targets", "ke-hoach/page.html", "ke-hoach/ba-nhat-tinh-hung-yen-2026/"},
	{"plan-with-results", "ke-hoach/page.html", "ke-hoach/ba-nhat-xa-minh-hoa-1-2026/"},
	{"units", "don-vi/section.html", "don-vi/"},
	{"unit-overdue", "don-vi/page.html", "don-vi/xa-minh-hoa-4-m0004/"},
	{"unit-province", "don-vi/page.html", "don-vi/tinh-minh-hoa-m0/"},
	{"movements", "phong-trao/section.html", "phong-trao/"},
	{"movement-compared", "phong-trao/page.html", "phong-trao/ba-nhat/"},
	{"models", "mo-hinh/section.html", "mo-hinh/"},
	{"model-adopted", "mo-hinh/page.html", "mo-hinh/camera-an-ninh/"},
	{"results", "ket-qua/section.html", "ket-qua/"},
	{"result-corrected", "ket-qua/page.html", "ket-qua/xa-minh-hoa-1-m0001/2026-q2/"},
	{"result-late", "ket-qua/page.html", "ket-qua/xa-minh-hoa-4-m0004/2026-q3/"},
	{"result-periods", "danh-sach/page.html", "ket-qua/xa-minh-hoa-1-m0001/"},
	{"result-periods-none", "danh-sach/page.html", "ket-qua/tinh-hung-yen-33/"},
	{"units-of-a-target", "danh-sach/page.html", "ke-hoach/ba-nhat-tinh-minh-hoa-2026/chi-tieu/pham-phap-hinh-su/xa/"},
	{"units-compared", "so-sanh/section.html", "so-sanh/"},
	{"comparisons", "doi-chieu/section.html", "doi-chieu/"},
	{"comparison", "doi-chieu/page.html", "doi-chieu/ba-nhat-xa-hung-nguyen-2026/ba-nhat-tinh-hung-yen-2026/"},
	{"programmes", "cong-nhan/section.html", "cong-nhan/"},
	{"programme", "cong-nhan/page.html", "cong-nhan/don-vi-dien-hinh-antq-tinh-minh-hoa/"},
	{"exemplars", "dien-hinh/section.html", "dien-hinh/"},
	{"exemplar-with-photo", "dien-hinh/page.html", "dien-hinh/to-tu-quan-ben-do/"},
	{"exemplar-with-film", "dien-hinh/page.html", "dien-hinh/doan-thanh-nien-xa-minh-hoa-4/"},
	{"column", "thi-dua-la-yeu-nuoc/section.html", "thi-dua-la-yeu-nuoc/"},
	{"issue", "thi-dua-la-yeu-nuoc/page.html", "thi-dua-la-yeu-nuoc/2026-10/"},
	{"column-year", "danh-sach/page.html", "thi-dua-la-yeu-nuoc/nam/2026/"},
	{"fields", "linh-vuc/section.html", "linh-vuc/"},
	{"field", "linh-vuc/page.html", "linh-vuc/an-ninh-trat-tu/"},
	{"calendar", "moc-thoi-gian/section.html", "moc-thoi-gian/"},
	{"calendar-soon", "danh-sach/page.html", "moc-thoi-gian/sap-toi/"},
	{"calendar-year", "danh-sach/page.html", "moc-thoi-gian/nam/2026/"},
	{"communes", "danh-sach/page.html", "tim-xa/tinh-minh-hoa-m0/"},
	{"corrections", "lich-su/section.html", "lich-su/"},
	{"find-a-commune", "tim-xa/section.html", "tim-xa/"},
	{"contacts", "lien-he/section.html", "lien-he/"},
	{"to-be-public", "cong-khai/section.html", "cong-khai/"},
	{"promises-to-publish", "danh-sach/page.html", "cong-khai/chi-tieu/"},
	{"plans-issued", "danh-sach/page.html", "cong-khai/ke-hoach/"},
	{"site-map", "so-do/section.html", "so-do/"},
	{"english-home", "home.en.html", "en/"},
	{"english-organisation", "units/section.html", "en/units/"},
	{"english-province", "units/page.html", "en/units/tinh-minh-hoa-m0/"},
	{"english-contacts", "contacts/section.html", "en/contacts/"},
	{"ordinary-section", "section.html", "huong-dan/"},
	{"ordinary-page", "page.html", "gioi-thieu/"},
	{"withdrawn", "withdrawn/page.html", "mo-hinh/mo-hinh-da-go/"},
	{"missing", "404.html", "khong/co/trang-nay/"},
}
