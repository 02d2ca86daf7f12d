package ui

import (
	"io/fs"

	"fyne.io/fyne/v2"

	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// Trouble shows why the program cannot start, and what to do, in a window of its
// own; it returns when the window is closed.
func Trouble(app fyne.App, files fs.FS, why error) {
	look, _ := theme.New(files, theme.Settings{}) // without letters the toolkit's will do
	app.Settings().SetTheme(look)
	window := app.NewWindow("Recordwell cannot start")
	window.SetPadded(false)
	heading := widgets.NewHeading("trouble/title", "Recordwell cannot start", 1)
	page := widgets.NewStack(theme.Space4, heading,
		widgets.NewText("trouble/why", why.Error(), theme.Body),
		widgets.NewRow(theme.Space3, widgets.NewButton("trouble/close", "Close", widgets.Main, app.Quit)))
	root := widgets.NewRoot("Recordwell cannot start", widgets.NewFill(theme.Surface,
		widgets.NewPad(theme.Space7, theme.Space7, theme.Space7, theme.Space7, widgets.NewMeasure(page))))
	window.SetContent(root)
	root.Attach(window.Canvas())
	window.Resize(fyne.NewSize(760, 420))
	heading.TakeFocus()
	window.ShowAndRun()
}
