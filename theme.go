// Package thidua carries the theme of the portal: its templates, styles, words
// and the skeletons of new records. A site's own file of the same path wins.
package thidua

import "embed"

// Theme is the theme as it lies in this repository.
//
//go:embed all:layouts all:assets all:i18n all:static all:archetypes
var Theme embed.FS
