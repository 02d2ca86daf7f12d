//go:build desktop

package place

import (
	"os"
	"os/exec"
	"testing"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// inside says that the test runs on a desktop of its own.
const inside = "PLACE_INSIDE"

// TestOrigin opens a window inside another on the display there is, moves it and
// takes it away.
func TestOrigin(t *testing.T) {
	if os.Getenv(inside) == "" {
		cmd := exec.Command("../../../.ci/desktop/session", "--no-access", os.Args[0], "-test.run=TestOrigin")
		cmd.Env = append(os.Environ(), inside+"=yes")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		return
	}
	conn, err := xgb.NewConn()
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	screen := xproto.Setup(conn).DefaultScreen(conn)
	open := func(parent xproto.Window, x, y int16) xproto.Window {
		id, err := xproto.NewWindowId(conn)
		if err != nil {
			t.Fatal(err)
		}
		err = xproto.CreateWindowChecked(conn, 0, id, parent, x, y, 200, 100, 0, xproto.WindowClassInputOutput, screen.RootVisual, 0, nil).Check()
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	inner := open(open(screen.Root, 30, 40), 5, 6)
	var w Window
	defer w.Close()
	w.Set(uint32(inner))
	if x, y, ok := w.Origin(); x != 35 || y != 46 || !ok {
		t.Errorf("it stands at %d %d, %v", x, y, ok)
	}
	if err := xproto.ConfigureWindowChecked(conn, inner, xproto.ConfigWindowX|xproto.ConfigWindowY, []uint32{15, 16}).Check(); err != nil {
		t.Fatal(err)
	}
	if x, y, ok := w.Origin(); x != 45 || y != 56 || !ok {
		t.Errorf("after a move it stands at %d %d, %v", x, y, ok)
	}
	if err := xproto.DestroyWindowChecked(conn, inner).Check(); err != nil {
		t.Fatal(err)
	}
	if _, _, ok := w.Origin(); ok {
		t.Error("a window that is gone has a place")
	}
}
