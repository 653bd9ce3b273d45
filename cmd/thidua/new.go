package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"thidua/internal/build"
	"thidua/internal/check"
	"thidua/internal/portal"
	"thidua/internal/skeleton"
	"thidua/internal/vi"
)

func newCommand(p *program) *cobra.Command {
	var xlsx bool
	cmd := &cobra.Command{
		Use: p.say.words("new-use"), Short: p.say.words("new"), Long: p.say.words("new-long"), Args: cobra.RangeArgs(2, 3),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 3 { // UNIT PERIOD
				if args[0] != "result" {
					return errUsage{errors.New(p.say.words("bad-arguments", cmd.UseLine()))}
				}
				args[1] += "/" + args[2]
			}
			if args[0] == "site" && !xlsx {
				return p.newSite(args[1])
			}
			for _, kind := range skeleton.Kinds {
				if kind.Name == args[0] && xlsx {
					return p.newForm(cmd, kind, args[1])
				}
				if kind.Name == args[0] {
					return p.newRecord(cmd, kind, args[1])
				}
			}
			return errUsage{errors.New(p.say.words("bad-kind", args[0], kindNames()))}
		},
	}
	p.siteFlags(cmd)
	cmd.Flags().BoolVar(&xlsx, "xlsx", false, p.say.words("flag-xlsx"))
	return cmd
}

func kindNames() string {
	var names []string
	for _, kind := range skeleton.Kinds {
		names = append(names, kind.Name)
	}
	return strings.Join(append(names, "site"), ", ")
}

// newRecord makes the folder of a record with its skeleton.
func (p *program) newRecord(cmd *cobra.Command, kind skeleton.Kind, name string) error {
	builder, err := build.New(build.Options{Source: p.source, Today: p.today})
	if err != nil {
		return err
	}
	defer builder.Close()
	record, err := p.named(kind, name)
	if err != nil {
		return err
	}
	var questions []portal.Question
	known := true
	if record.Unit != "" {
		site, _, err := builder.Check(cmd.Context())
		if err != nil {
			return err
		}
		questions = site.Owners().Questions(record.Unit, record.Period)
		unit := site.Unit(record.Unit)
		known = unit != nil
		record.Sample = known && unit.Sample
	}
	root, err := os.OpenRoot(p.source)
	if err != nil {
		return err
	}
	defer root.Close()
	files, err := skeleton.Files(root.FS(), record, questions)
	if err != nil {
		return err
	}
	folder := path.Join("content", kind.Folder, record.ID)
	if err := skeleton.Place(root, folder, files); err != nil {
		return p.placed(filepath.Join(p.source, folder), err)
	}
	p.created(folder, files)
	if record.Title != "" {
		fmt.Fprintln(p.stdout, p.say.words("created-slug", record.ID))
	}
	if record.Unit != "" {
		fmt.Fprintln(p.stdout, p.say.words("created-rows", len(questions), record.Unit))
	}
	if !known {
		fmt.Fprintln(p.stderr, p.say.words("new-unit", record.Unit))
	}
	fmt.Fprintln(p.stdout, p.say.words("created-next", p.command("check", p.source)))
	return nil
}

// named is a record to be made of what somebody calls it.
func (p *program) named(kind skeleton.Kind, name string) (skeleton.Record, error) {
	record, err := kind.Named(name)
	if wrong := new(skeleton.NameError); errors.As(err, &wrong) {
		return record, errUsage{errors.New(p.say.words("bad-name", wrong.Name, wrong.Suggest))}
	} else if err != nil {
		return record, err
	}
	if taken := reserved(record.ID); taken != nil {
		return record, p.refused(taken)
	}
	return record, nil
}

// refused makes a fault of usage of a problem with what was asked for.
func (p *program) refused(problem *portal.Problem) error {
	message, hint := check.Words(*problem, p.say.language)
	return errUsage{fmt.Errorf("%s. %s", message, hint)}
}

// newForm makes the Excel form of a record, in the folder where somebody is: it
// is no part of the site until it comes back.
func (p *program) newForm(cmd *cobra.Command, kind skeleton.Kind, name string) error {
	builder, err := build.New(build.Options{Source: p.source, Today: p.today})
	if err != nil {
		return err
	}
	defer builder.Close()
	record, err := p.named(kind, name)
	if err != nil {
		return err
	}
	data, problem, err := builder.Form(cmd.Context(), record)
	if problem != nil {
		return p.refused(problem)
	} else if err != nil {
		return err
	}
	file := kind.Folder + "-" + strings.ReplaceAll(record.ID, "/", "-") + ".xlsx"
	out, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return p.placed(file, err)
	}
	_, err = out.Write(data)
	if err := errors.Join(err, out.Close()); err != nil {
		_ = os.Remove(file) // what failed before may fail again; err says it
		return err
	}
	fmt.Fprintln(p.stdout, p.say.words("created", file))
	fmt.Fprintln(p.stdout, p.say.words("created-form", p.command("import", p.source)+" "+file))
	return nil
}

// newSite makes a site of its own in a folder below --source, or anywhere if
// its path is absolute.
func (p *program) newSite(dir string) error {
	if strings.TrimSpace(dir) == "" || strings.ContainsFunc(dir, func(r rune) bool { return r < ' ' }) {
		return errUsage{errors.New(p.say.words("bad-name", dir, "thi-dua-xa"))}
	}
	if !filepath.IsAbs(dir) {
		dir = filepath.Join(p.source, dir)
	}
	files, err := skeleton.Site()
	if err != nil {
		return err
	}
	if err := skeleton.PlaceSite(dir, files); err != nil {
		return p.placed(dir, err)
	}
	p.source = dir
	p.created(".", files)
	fmt.Fprintln(p.stdout, p.say.words("created-site", dir, p.command("serve", dir)))
	return nil
}

// reserved is the problem that check would find with an id that is the name of
// a page; nil where there is none.
func reserved(id string) *portal.Problem {
	alone := &portal.Portal{Models: []*portal.Model{{Record: portal.Record{ID: id}}}}
	for _, problem := range check.Run(alone, vi.Date{}) {
		if problem.Rule == "reserved-id" {
			return &problem
		}
	}
	return nil
}

// placed tells what is already there from troubles of the machine.
func (p *program) placed(name string, err error) error {
	if errors.Is(err, fs.ErrExist) {
		return errUsage{errors.New(p.say.words("exists", name))}
	}
	return err
}

// created names each new file as somebody here would open it.
func (p *program) created(folder string, files []skeleton.File) {
	for _, file := range files {
		fmt.Fprintln(p.stdout, p.say.words("created", filepath.Join(p.source, folder, filepath.FromSlash(file.Path))))
	}
}

// command is a command line that works on the site in a folder.
func (p *program) command(name, source string) string {
	if source == "." {
		return "thidua " + name
	}
	if strings.ContainsAny(source, " '&()$") {
		source = `"` + source + `"`
	}
	return "thidua " + name + " --source " + source
}
