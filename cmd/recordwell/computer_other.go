//go:build !(linux || freebsd || openbsd || netbsd)

package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"recordwell/ui"
)

// computer tells what the system is set to, as far as the toolkit knows: light or
// dark. changed is called when the person changes it.
func computer(app fyne.App, changed func()) func() (ui.Computer, bool) {
	app.Settings().AddListener(func(fyne.Settings) { changed() })
	return func() (ui.Computer, bool) {
		return ui.Computer{Dark: app.Settings().ThemeVariant() == theme.VariantDark}, true
	}
}
