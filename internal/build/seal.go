package build

import "thidua/internal/seal"

// Seal appends a line to a ledger of the site after the line that it follows,
// see [seal.Append].
func (b *Builder) Seal(ledger string, after, line []byte) error {
	return seal.Append(b.root, ledger, after, line)
}
