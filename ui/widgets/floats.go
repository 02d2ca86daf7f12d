package widgets

import "fyne.io/fyne/v2"

// floats are lists that lie over a page for a while, below the box that opened
// them. They scroll with the page and never leave its clip.
type floats struct {
	top  drawn  // laid out again when a list opens or closes
	in   parent // what the list stands in
	list fyne.CanvasObject
	at   fyne.Position
	size fyne.Size
}

// open puts a list over the page, with its place given in the window.
func (f *floats) open(list fyne.CanvasObject, a area) {
	adopt(f.in, list)
	base := f.in.inside()
	f.list, f.at, f.size = list, fyne.NewPos(a.x-base.X, a.y-base.Y), fyne.NewSize(a.w, a.h)
	list.Move(f.at)
	list.Resize(f.size)
	settle(f.top)
}

// close takes the list away, if it is the one that lies there.
func (f *floats) close(list fyne.CanvasObject) {
	if f != nil && f.list == list && list != nil {
		f.list = nil
		settle(f.top)
	}
}

// bottom is how far down the list reaches; 0 without one.
func (f *floats) bottom() float32 {
	if f.list == nil {
		return 0
	}
	return f.at.Y + f.size.Height
}
