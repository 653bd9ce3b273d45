// Package country invents a country and writes it as a site: places with
// Vietnamese-looking names, their bodies, and plans, reports and other records
// in the proportion of a real one. Everything in it is a sample. It serves to
// measure the program and to try it out at scale.
package country

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"golang.org/x/sync/errgroup"
)

// The size of the country whose plans these could be.
const (
	mostProvinces = 34
	mostCommunes  = 3321
)

// The years of the plans.
const (
	firstYear = 2026
	lastYear  = 2030
)

// plansOfPlace is about how many plans a place has. It is the same for every
// number of plans, so that twice the plans are twice the country, until all
// communes are there.
const plansOfPlace = 3

// Options say which country to invent. The same ones give the same bytes.
type Options struct {
	Plans int // at least 1
	Seed  uint64
}

// A country is what the files are written of.
type country struct {
	seed      uint64
	provinces []*place
	plans     []*plan
	first     map[*place]*plan // of each place that has one
}

func newCountry(o Options) (*country, error) {
	// The hard names are there however small the country.
	communes := min(max(o.Plans/plansOfPlace, len(hardNames)+4), mostCommunes)
	provinces := min(2+communes*mostProvinces/mostCommunes, mostProvinces)
	c := &country{seed: o.Seed, provinces: settle(provinces, communes, o.Seed), first: map[*place]*plan{}}
	rounds := len(movements) * (lastYear - firstYear + 1)
	if most := rounds * (provinces + communes); o.Plans < 1 || o.Plans > most {
		return nil, fmt.Errorf("%d plans: there may be 1 to %d", o.Plans, most)
	}
	for round := range rounds {
		m := movements[round%len(movements)]
		above := map[*place]*plan{}
		for _, of := range c.places() {
			if len(c.plans) == o.Plans {
				return c, nil
			}
			p := newPlan(len(c.plans), of, m, round)
			p.above = above[of.above]
			above[of] = p
			c.plans = append(c.plans, p)
			if c.first[of] == nil {
				c.first[of] = p
			}
		}
	}
	return c, nil
}

// places are the provinces, then all communes.
func (c *country) places() (all []*place) {
	all = append(all, c.provinces...)
	for _, province := range c.provinces {
		all = append(all, province.below...)
	}
	return all
}

// How many there are of records that no single plan or place calls for.
func (c *country) models() int    { return 2 + len(c.plans)/10 }
func (c *country) exemplars() int { return 3 + len(c.plans)/6 }

// A chance is told from all others by the sort of record and its number.
const (
	ofPlan = iota + 1
	ofModel
	ofExemplar
	ofReport
	ofRecognition
	ofColumn
)

func voiceOf(seed uint64, sort, no int, of *place, year int) voice {
	return voice{rand.New(rand.NewPCG(seed, uint64(sort)<<32|uint64(no))), of, year}
}

// Write writes the site into dir, which must be empty or not there.
func Write(dir string, o Options) error {
	c, err := newCountry(o)
	if err != nil {
		return err
	}
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
		return fmt.Errorf("%s: the folder is not empty", dir)
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, files := range c.files() {
		group.Go(func() error {
			for name, text := range files() {
				if err := writeFile(filepath.Join(dir, filepath.FromSlash(name)), text); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return group.Wait()
}

// files are all files of the site, in parts that may be written at once.
func (c *country) files() (parts []func() map[string]string) {
	part := func(files func() map[string]string) { parts = append(parts, files) }
	part(c.central)
	for _, province := range c.provinces {
		part(func() map[string]string {
			return map[string]string{
				"data/units/" + province.id + ".yaml":     c.units(province),
				"data/documents/" + province.id + ".yaml": documents(province),
			}
		})
		if c.first[province] != nil {
			part(func() map[string]string { return c.recognition(province) })
		}
		for _, of := range province.below {
			if c.reports(of) {
				for quarter := range 3 {
					part(func() map[string]string { return c.report(of, quarter+1) })
				}
			}
		}
	}
	for _, p := range c.plans {
		part(func() map[string]string {
			files := map[string]string{}
			for name, text := range p.files(c.seed) {
				files["content/ke-hoach/"+p.id+"/"+name] = text
			}
			return files
		})
	}
	for no := range c.models() {
		part(func() map[string]string { return c.model(no) })
	}
	for no := range c.exemplars() {
		part(func() map[string]string { return c.exemplar(no) })
	}
	for month := range 10 {
		part(func() map[string]string { return c.column(month + 1) })
	}
	return parts
}

func writeFile(name, text string) error {
	err := os.WriteFile(name, []byte(text), 0o644)
	if errors.Is(err, fs.ErrNotExist) {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		err = os.WriteFile(name, []byte(text), 0o644)
	}
	return err
}

//go:embed *.go *.txt
var own embed.FS

// Fingerprint names what Write writes: it changes with the code and the texts
// of this package, so that a site kept from before is not taken for a new one.
func Fingerprint() string {
	sum := sha256.New()
	names, err := fs.Glob(own, "*")
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		var data []byte
		if data, err = fs.ReadFile(own, name); err != nil {
			break
		}
		sum.Write(data)
	}
	if err != nil {
		panic(err) // embedded files can be read
	}
	return hex.EncodeToString(sum.Sum(nil))[:8]
}
