//go:build desktop

package atspi

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// inside are acts that this test program does when it is run inside a desktop
// session, by their names.
var inside = map[string]func(demo string) error{
	"busy":     busy,
	"idle":     idle,
	"bus gone": busGone,
	"wish":     wish,
}

// play is the demo program as it runs, and a client's connections.
type play struct {
	cmd     *exec.Cmd
	lines   io.WriteCloser
	session *dbus.Conn
}

func start(demo string) (*play, error) {
	p := &play{cmd: exec.Command(demo)}
	p.cmd.Stderr = os.Stderr
	var err error
	if p.lines, err = p.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	if err = p.cmd.Start(); err != nil {
		return nil, err
	}
	p.session, err = dbus.Connect(os.Getenv("DBUS_SESSION_BUS_ADDRESS"))
	return p, err
}

func (p *play) end() {
	fmt.Fprintln(p.lines, "quit")
	_ = p.cmd.Wait()
}

// eventually tries a test until it succeeds.
func eventually(what string, test func() error) error {
	var err error
	for range 100 {
		if err = test(); err == nil {
			return nil
		}
		time.Sleep(100 * time.Millisecond)
	}
	return fmt.Errorf("%s: %w", what, err)
}

// client connects to the accessibility bus as it is now.
func (p *play) client() (*dbus.Conn, error) {
	var address string
	if err := p.session.Object(statusName, statusPath).Call(statusName+".GetAddress", 0).Store(&address); err != nil {
		return nil, err
	}
	return dbus.Connect(address)
}

// program finds the demo program among the registry's children.
func program(conn *dbus.Conn) (dbus.BusObject, error) {
	var apps []ref
	if err := conn.Object(registryName, rootPath).Call(atspiPrefix+"Accessible.GetChildren", 0).Store(&apps); err != nil {
		return nil, err
	}
	for _, a := range apps {
		app := conn.Object(a.Name, a.Path)
		name, err := app.GetProperty(atspiPrefix + "Accessible.Name")
		if err == nil && name.Value() == "Recordwell demo" {
			return app, nil
		}
	}
	return nil, fmt.Errorf("the demo program is not among %d programs", len(apps))
}

// find waits until the demo program is on the bus, with its window.
func (p *play) find() (conn *dbus.Conn, app dbus.BusObject, err error) {
	err = eventually("finding the demo program", func() error {
		if conn, err = p.client(); err != nil {
			return err
		}
		if app, err = program(conn); err == nil {
			var n int
			if n, err = dump(context.Background(), conn, app); err == nil && n < 40 {
				err = fmt.Errorf("it shows %d objects", n)
			}
		}
		if err != nil {
			conn.Close()
		}
		return err
	})
	return conn, app, err
}

// dump reads everything below an object, call by call, as a client does that
// keeps no copy, and counts the objects.
func dump(ctx context.Context, conn *dbus.Conn, o dbus.BusObject) (int, error) {
	var errs error
	call := func(method string, into any, args ...any) {
		errs = errors.Join(errs, o.CallWithContext(ctx, atspiPrefix+"Accessible."+method, 0, args...).Store(into))
	}
	var (
		role       uint32
		states     []uint32
		attributes map[string]string
		interfaces []string
		children   []ref
		all        map[string]dbus.Variant
	)
	call("GetRole", &role)
	call("GetState", &states)
	call("GetAttributes", &attributes)
	call("GetInterfaces", &interfaces)
	call("GetChildren", &children)
	errs = errors.Join(errs, o.CallWithContext(ctx, ifaceProperties+".GetAll", 0, atspiPrefix+"Accessible").Store(&all))
	n := 1
	for _, c := range children {
		below, err := dump(ctx, conn, conn.Object(c.Name, c.Path))
		errs = errors.Join(errs, err)
		n += below
	}
	return n, errs
}

func busy(demo string) error {
	p, err := start(demo)
	if err != nil {
		return err
	}
	defer p.end()
	conn, app, err := p.find()
	if err != nil {
		return err
	}
	fmt.Fprintln(p.lines, "block 4000")
	time.Sleep(200 * time.Millisecond)
	n, err := promptly(conn, app)
	if err != nil {
		return fmt.Errorf("a dump while the window is busy: %w", err)
	}
	var items []cacheItem
	calls := testing.Benchmark(func(b *testing.B) {
		for range b.N {
			if _, err := dump(context.Background(), conn, app); err != nil {
				b.Fatal(err)
			}
		}
	})
	all := testing.Benchmark(func(b *testing.B) {
		for range b.N {
			if err := conn.Object(app.Destination(), cachePath).Call(atspiPrefix+"Cache.GetItems", 0).Store(&items); err != nil {
				b.Fatal(err)
			}
		}
	})
	if len(items) != n {
		return fmt.Errorf("%d objects are in the cache, %d in the tree", len(items), n)
	}
	fmt.Printf("While the window is busy, call by call and in one answer:\n")
	fmt.Printf("BenchmarkBusyDump %d %d ns/op %d nodes\n", calls.N, calls.NsPerOp(), n)
	fmt.Printf("BenchmarkBusyCache %d %d ns/op %d nodes\n", all.N, all.NsPerOp(), n)
	return nil
}

// promptly dumps the tree within 200 ms. It may try a few times, all of them while
// the window is busy, because the machine may be as well.
func promptly(conn *dbus.Conn, app dbus.BusObject) (n int, err error) {
	for range 5 {
		ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
		n, err = dump(ctx, conn, app)
		cancel()
		if err == nil {
			return n, nil
		}
	}
	return n, err
}

// ticks is the processor time of a process in hundredths of a second.
func ticks(pid int) (int, error) {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0, err
	}
	_, rest, _ := strings.Cut(string(stat), ") ")
	fields := strings.Fields(rest)
	user, err1 := strconv.Atoi(fields[11])
	system, err2 := strconv.Atoi(fields[12])
	return user + system, errors.Join(err1, err2)
}

func idle(demo string) error {
	p, err := start(demo)
	if err != nil {
		return err
	}
	defer p.end()
	if _, _, err := p.find(); err != nil {
		return err
	}
	time.Sleep(time.Second)
	before, err := ticks(p.cmd.Process.Pid)
	if err != nil {
		return err
	}
	time.Sleep(10 * time.Second)
	after, err := ticks(p.cmd.Process.Pid)
	if err != nil {
		return err
	}
	fmt.Printf("%d ms of processor time in 10 s\n", 10*(after-before))
	if after-before > 10 {
		return errors.New("more than 1 % of a processor while nothing happens")
	}
	return nil
}

func (p *play) setStatus(name string, on bool) error {
	return p.session.Object(statusName, statusPath).
		Call(ifaceProperties+".Set", 0, statusIface, name, dbus.MakeVariant(on)).Err
}

// busGone ends the accessibility bus and starts it again.
func busGone(demo string) error {
	p, err := start(demo)
	if err != nil {
		return err
	}
	defer p.end()
	conn, _, err := p.find()
	if err != nil {
		return err
	}
	defer conn.Close()
	var pid uint32
	if err := p.session.BusObject().Call("org.freedesktop.DBus.GetConnectionUnixProcessID", 0, statusName).Store(&pid); err != nil {
		return err
	}
	if err := syscall.Kill(int(pid), syscall.SIGTERM); err != nil {
		return err
	}
	err = eventually("the old bus ends", func() error {
		if conn.Connected() {
			return errors.New("it stands")
		}
		return nil
	})
	if err != nil {
		return err
	}
	// The first question starts a new one.
	if err := eventually("the new bus starts", func() error { return p.setStatus("IsEnabled", true) }); err != nil {
		return err
	}
	_, _, err = p.find()
	return err
}

// wish switches accessibility on and off while the program runs.
func wish(demo string) error {
	p, err := start(demo)
	if err != nil {
		return err
	}
	defer p.end()
	time.Sleep(time.Second)
	conn, err := p.client()
	if err != nil {
		return err
	}
	if _, err := program(conn); err == nil {
		return errors.New("the program is on the bus although nobody wants it")
	}
	if err := p.setStatus("ScreenReaderEnabled", true); err != nil {
		return err
	}
	if _, _, err := p.find(); err != nil {
		return err
	}
	err = errors.Join(p.setStatus("ScreenReaderEnabled", false), p.setStatus("IsEnabled", false))
	if err != nil {
		return err
	}
	return eventually("the program leaves the bus", func() error {
		if _, err := program(conn); err == nil {
			return errors.New("it is still there")
		}
		return nil
	})
}
