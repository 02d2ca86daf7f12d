// Command emptywindow is the least a program with a window can be. Benchmarks
// hold the program's start and memory against it.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	w := app.NewWithID("org.recordwell.EmptyWindow").NewWindow("Empty window")
	w.SetContent(widget.NewLabel("Empty"))
	w.Resize(fyne.NewSize(1280, 800))
	w.ShowAndRun()
}
