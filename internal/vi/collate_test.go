package vi

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
)

func TestCompareOrders(t *testing.T) {
	for _, tt := range []struct{ promise, ascending string }{
		{"letters by the Vietnamese alphabet", "An Giang|Ăn|Ấn Độ|Ba|Ca|Da|Dương|Đà Nẵng|Em|Ếch|Oanh|Ôn|Ơn|Un|Ưng|Vinh"},
		{"tones as CLDR does", "ma|mà|mả|mã|má|mạ"},
		{"the whole word before its tone", "Hoa Ban|Hòa Bình|Hoa Yên"},
		{"numbers by value", "Số 8|Số 70|Số 612|Xóm 1|Xóm 2|Xóm 10"},
		{"lower before upper case", "hà nội|Hà Nội"},
		{"both tone placements together", "Hoa|hoà|hòa|Hoà|Hòa|Hoả|Hỏa|Hóa"},
		{"prefixes first", "|A|A B|A B C"},
	} {
		t.Run(tt.promise, func(t *testing.T) {
			want := strings.Split(tt.ascending, "|")
			got := slices.Clone(want)
			rand.New(rand.NewPCG(1, 2)).Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
			slices.SortFunc(got, Compare)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCompareIsTotal(t *testing.T) {
	if Compare("hoà", "hoà") != 0 {
		t.Error("equal strings are not equal")
	}
	for _, pair := range [][2]string{{"hòa", "hoà"}, {"Xóm 1", "Xóm 01"}, {"á", norm.NFD.String("á")}, {"", "\u200b"}} {
		a, b := pair[0], pair[1]
		if c := Compare(a, b); c == 0 || c != -Compare(b, a) {
			t.Errorf("Compare(%+q, %+q) = %d, the other way %d", a, b, c, Compare(b, a))
		}
	}
}

func TestCompareMayBeCalledFromManyGoroutines(t *testing.T) {
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 200 {
				if Compare("Xóm 2", "Xóm 10") != -1 || Compare("Đà", "Da") != 1 {
					t.Error("wrong order")
				}
			}
		})
	}
	all.Wait()
}

func TestSortByIsStableAndAsksForEachKeyOnce(t *testing.T) {
	type unit struct {
		name string
		n    int
	}
	units := []unit{{"Xóm 10", 1}, {"Xóm 2", 2}, {"Đông", 3}, {"Xóm 2", 4}, {"Dinh", 5}}
	calls := 0
	SortBy(units, func(u unit) string { calls++; return u.name })
	want := []unit{{"Dinh", 5}, {"Đông", 3}, {"Xóm 2", 2}, {"Xóm 2", 4}, {"Xóm 10", 1}}
	if !slices.Equal(units, want) {
		t.Errorf("got %v, want %v", units, want)
	}
	if calls != len(units) {
		t.Errorf("%d calls of key, want %d", calls, len(units))
	}
}

func TestSortByAgreesWithCompare(t *testing.T) {
	got := manyNames(500)
	want := slices.Clone(got)
	SortBy(got, func(s string) string { return s })
	slices.SortStableFunc(want, Compare)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestSortPeople(t *testing.T) {
	for _, tt := range []struct{ promise, ascending string }{
		{"sorts by given, then family, then middle name", "Phạm Thị An|Lê Văn Bình|Nguyễn An Bình|Nguyễn Văn Bình|Hoàng Châu"},
		{"weighs the tone of the given name before the family name", "Trần Thị Anh|Nguyễn Văn Ánh"},
		{"takes a single word as a given name", "An|Lê An|Lê Bình"},
		{"ignores extra spaces", "Lê  Thị An| Lê Văn An |Lê Thị Bình"},
		{"lets a no-break space join a given name", "Nguyễn Thị Ánh\u00a0Nguyệt|Nguyễn Thị Bình|Lê Ánh Nguyệt"},
		{"puts the nameless first", "|An"},
	} {
		t.Run(tt.promise, func(t *testing.T) {
			want := strings.Split(tt.ascending, "|")
			got := slices.Clone(want)
			slices.Reverse(got)
			SortPeople(got, func(s string) string { return s })
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func FuzzCompare(f *testing.F) {
	f.Add("Xóm 2", "Xóm 10", "Xóm 02")
	f.Add("hoà", "hòa", "hoa\u0300")
	f.Add("\xff", "\x00", "٣٢")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		list := []string{a, b, c}
		slices.SortFunc(list, Compare)
		for i, x := range list {
			for _, y := range list[i:] {
				if Compare(x, y) > 0 || Compare(y, x) < 0 {
					t.Errorf("%+q is sorted before %+q but compares after it", x, y)
				}
			}
		}
	})
}

func ExampleSortBy() {
	places := []string{"Xóm 10", "Đông Hiếu", "Xóm 2", "Ấn Độ", "An Giang", "Dương Nội"}
	SortBy(places, func(s string) string { return s })
	fmt.Println(strings.Join(places, ", "))
	// Output: An Giang, Ấn Độ, Dương Nội, Đông Hiếu, Xóm 2, Xóm 10
}

func ExampleSortPeople() {
	people := []string{"Nguyễn Văn Ánh", "Trần Thị Anh", "Lê Hoà", "Bùi Hòa"}
	SortPeople(people, func(s string) string { return s })
	fmt.Println(strings.Join(people, ", "))
	// Output: Trần Thị Anh, Nguyễn Văn Ánh, Bùi Hòa, Lê Hoà
}

func manyNames(n int) []string {
	words := strings.Fields(sentence)
	random := rand.New(rand.NewPCG(3, 4))
	names := make([]string, n)
	for i := range names {
		names[i] = fmt.Sprintf("%s %s %d", words[random.IntN(len(words))], words[random.IntN(len(words))], random.IntN(100))
	}
	return names
}

func BenchmarkSortBy(b *testing.B) {
	names := manyNames(3321) // about as many as the country has communes
	list := make([]string, len(names))
	b.Run("SortBy", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			copy(list, names)
			SortBy(list, func(s string) string { return s })
		}
	})
	b.Run("Compare", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			copy(list, names)
			slices.SortFunc(list, Compare)
		}
	})
}
