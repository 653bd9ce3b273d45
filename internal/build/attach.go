package build

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"

	"github.com/spf13/afero"

	"thidua/internal/portal"
)

// attach copies, byte for byte, the files that records publish from beside
// themselves: so far the signed file of a plan. Nothing else beside a record
// leaves the machine.
func attach(site fs.FS, p *portal.Portal, to afero.Fs, dir string) error {
	for _, plan := range p.Plans {
		if plan.SignedFile == "" {
			continue
		}
		data, err := fs.ReadFile(site, path.Join(path.Dir(plan.Source.Start().File), plan.SignedFile))
		if err == nil {
			err = writeFile(to, dir, path.Join("ke-hoach", plan.ID, plan.SignedFile), data)
		}
		if err != nil {
			return fmt.Errorf("publish the signed file of %s: %w", plan.ID, err)
		}
	}
	return nil
}

// writeFile writes a file of the site, by its slash-separated path below dir.
func writeFile(to afero.Fs, dir, name string, data []byte) error {
	name = filepath.Join(dir, filepath.FromSlash(name))
	err := afero.WriteFile(to, name, data, 0o644)
	if errors.Is(err, fs.ErrNotExist) { // most files lie beside a page that is there
		if err := to.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		err = afero.WriteFile(to, name, data, 0o644)
	}
	return err
}
