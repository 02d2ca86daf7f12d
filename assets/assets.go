// Package assets holds what people see, as files. It has no logic: programs hand
// the file systems down to whoever reads them.
package assets

import "embed"

// Look holds what the theme draws with: fonts/FAMILY/*.ttf or *.otf, each family
// with its licence (OFL.txt), and icons/NAME.svg, 24 by 24, drawn in #000000 so
// that a theme can recolour them.
//
//go:embed fonts icons/*.svg
var Look embed.FS
