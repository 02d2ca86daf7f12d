// Package place tells where a window stands on the screen of an X11 desktop. The
// toolkit does not say, and magnifiers and readers that find things under the
// pointer need to know.
package place

import (
	"io"
	"sync"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// Window is one window of the desktop. The zero Window is nowhere until Set. It
// connects to the display when it is first asked, so that a program without a
// reader never does.
type Window struct {
	mu   sync.Mutex
	id   xproto.Window
	conn *xgb.Conn
}

// Set says which window it is, by X11's number; 0 is none.
func (w *Window) Set(id uint32) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.id = xproto.Window(id)
}

// Origin is where the window's contents begin on the screen, in pixels: the Origin
// of an accessibility program. It answers false on a desktop without X11 and for a
// window that is gone. Any goroutine may call it; it asks the display each time,
// because windows move without telling us.
func (w *Window) Origin() (x, y int, ok bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.id == 0 || !w.connect() {
		return 0, 0, false
	}
	root := xproto.Setup(w.conn).DefaultScreen(w.conn).Root
	at, err := xproto.TranslateCoordinates(w.conn, w.id, root, 0, 0).Reply()
	if err != nil || at == nil || !at.SameScreen {
		w.close() // the next question tries again
		return 0, 0, false
	}
	return int(at.DstX), int(at.DstY), true
}

// Close leaves the display.
func (w *Window) Close() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.id = 0
	w.close()
}

// quiet keeps the library from writing on the program's standard error: what goes
// wrong is told by Origin's answer.
var quiet = sync.OnceFunc(func() { xgb.Logger.SetOutput(io.Discard) })

func (w *Window) connect() bool {
	if w.conn != nil {
		return true
	}
	quiet()
	conn, err := xgb.NewConn()
	if err != nil {
		return false
	}
	w.conn = conn
	return true
}

func (w *Window) close() {
	if w.conn != nil {
		w.conn.Close()
		w.conn = nil
	}
}
