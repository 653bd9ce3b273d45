package check_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

type phrase struct{ Message, Hint, Otherwise string }

// phrases reads the words of every rule in one language.
func phrases(t *testing.T, language string) map[string]phrase {
	t.Helper()
	var words struct{ Rules map[string]phrase }
	data, err := os.ReadFile("messages/" + language + ".yaml")
	if err == nil {
		err = yaml.Load(data, &words)
	}
	if err != nil {
		t.Fatal(err)
	}
	return words.Rules
}

func TestEveryRuleHasWordsInBothLanguages(t *testing.T) {
	vietnamese, english := phrases(t, "vi"), phrases(t, "en")
	used, literals := rulesInSource(t)
	for rule, uses := range used {
		for language, words := range map[string]map[string]phrase{"vi": vietnamese, "en": english} {
			phrase, known := words[rule]
			if !known || phrase.Message == "" || phrase.Hint == "" {
				t.Errorf("%s: rule %q has no message or no hint", language, rule)
			}
			for _, use := range uses {
				if most := slices.Max(append(blanks(phrase), 0)); use.args >= 0 && most > use.args {
					t.Errorf("%s: %q asks for {%d}, %s gives %d arguments", language, rule, most, use.pos, use.args)
				}
			}
		}
	}
	for rule := range vietnamese {
		if !literals[rule] {
			t.Errorf("nothing reports %q", rule)
		}
	}
	if v, e := slices.Sorted(maps.Keys(vietnamese)), slices.Sorted(maps.Keys(english)); !slices.Equal(v, e) {
		t.Errorf("rules in Vietnamese and English differ:\n%q\n%q", v, e)
	}
}

// A hint that leaves a blank open is replaced, so what both languages leave
// open has to be the same.
func TestBothLanguagesFillTheSameBlanks(t *testing.T) {
	english := phrases(t, "en")
	for rule, v := range phrases(t, "vi") {
		e := english[rule]
		for _, part := range [][2]string{{v.Message, e.Message}, {v.Hint, e.Hint}, {v.Otherwise, e.Otherwise}} {
			if !slices.Equal(blanks(phrase{Message: part[0]}), blanks(phrase{Message: part[1]})) {
				t.Errorf("%s: %q and %q", rule, part[0], part[1])
			}
		}
		if len(blanks(phrase{Message: v.Otherwise})) > 0 && v.Otherwise == v.Hint {
			t.Errorf("%s: otherwise is no other hint", rule)
		}
	}
}

var blank = regexp.MustCompile(`\{([0-9]+)\}`)

// blanks are the numbers of the arguments that a phrase asks for, sorted, each
// once.
func blanks(p phrase) []int {
	var numbers []int
	for _, found := range blank.FindAllStringSubmatch(p.Message+p.Hint+p.Otherwise, -1) {
		n, _ := strconv.Atoi(found[1])
		numbers = append(numbers, n)
	}
	slices.Sort(numbers)
	return slices.Compact(numbers)
}

// A use is a place where a rule is reported; args is -1 where the source does
// not show how many there are.
type use struct {
	pos  string
	args int
}

// rulesInSource finds the rules that the stages report, and all texts in them.
func rulesInSource(t *testing.T) (used map[string][]use, literals map[string]bool) {
	t.Helper()
	used, literals = map[string][]use{}, map[string]bool{}
	files := token.NewFileSet()
	for _, name := range sources(t) {
		file, err := parser.ParseFile(files, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		note := func(expr ast.Expr, args int) bool {
			rule, ok := text(expr)
			if ok {
				used[rule] = append(used[rule], use{files.Position(expr.Pos()).String(), args})
			}
			return ok
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BasicLit:
				value, ok := text(n)
				literals[value] = ok
				if strings.HasPrefix(value, "yaml-") { // these stand in a table
					note(n, -1)
				}
			case *ast.CallExpr:
				if !slices.Contains([]string{"report", "reportCell", "missing", "add"}, lastName(n.Fun)) {
					return true
				}
				for i, arg := range n.Args {
					if value, _ := text(arg); strings.Contains(value, "-") { // not the name of a field
						args := len(n.Args) - i - 1
						if n.Ellipsis != token.NoPos {
							args = -1
						}
						note(arg, args)
						break
					}
				}
			case *ast.CompositeLit:
				var rule ast.Expr
				args := 0
				for _, element := range n.Elts {
					pair, ok := element.(*ast.KeyValueExpr)
					if !ok {
						continue
					}
					switch value := pair.Value.(type) {
					case *ast.CompositeLit:
						if lastName(pair.Key) == "Args" {
							args = len(value.Elts)
						}
					default:
						if lastName(pair.Key) == "Rule" {
							rule = value
						}
						if lastName(pair.Key) == "Args" {
							args = -1
						}
					}
				}
				if rule != nil {
					note(rule, args)
				}
			case *ast.ReturnStmt:
				if len(n.Results) > 1 {
					if value, _ := text(n.Results[0]); strings.Contains(value, "-") {
						note(n.Results[0], -1)
					}
				}
			case *ast.AssignStmt:
				for i, left := range n.Lhs {
					if lastName(left) == "rule" && i < len(n.Rhs) {
						note(n.Rhs[i], -1)
					}
				}
			}
			return true
		})
	}
	return used, literals
}

// sources are the files of the program that may report problems.
func sources(t *testing.T) (names []string) {
	t.Helper()
	for _, dir := range []string{"build", "check", "load", "render", "sheet"} {
		found, err := filepath.Glob("../" + dir + "/*.go")
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, found...)
	}
	return slices.DeleteFunc(names, func(name string) bool { return strings.HasSuffix(name, "_test.go") })
}

func text(expr ast.Expr) (string, bool) {
	literal, ok := expr.(*ast.BasicLit)
	if !ok || literal.Kind != token.STRING {
		return "", false
	}
	value, err := strconv.Unquote(literal.Value)
	return value, err == nil
}

// lastName is the last part of a name: "report" of "b.report".
func lastName(expr ast.Expr) string {
	switch expr := expr.(type) {
	case *ast.Ident:
		return expr.Name
	case *ast.SelectorExpr:
		return expr.Sel.Name
	}
	return ""
}
