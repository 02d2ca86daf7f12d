package research

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
)

// chooseFile opens the toolkit's dialog. It tells the path of the file, "" for
// none. Paths can always be typed instead: the dialog is an extra.
func chooseFile(chosen func(path string, err error)) {
	windows := fyne.CurrentApp().Driver().AllWindows()
	if len(windows) == 0 {
		return
	}
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil || file == nil {
			chosen("", err)
			return
		}
		path := file.URI().Path()
		chosen(path, file.Close())
	}, windows[0])
	d.SetFilter(storage.NewExtensionFileFilter([]string{".xml", ".csv", ".json", ".XML", ".CSV", ".JSON"}))
	d.Resize(windows[0].Canvas().Size())
	d.Show()
}
