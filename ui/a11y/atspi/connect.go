package atspi

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"github.com/godbus/dbus/v5"
)

const (
	statusName   = "org.a11y.Bus"
	statusPath   = dbus.ObjectPath("/org/a11y/bus")
	statusIface  = "org.a11y.Status"
	registryName = "org.a11y.atspi.Registry"
	registryPath = dbus.ObjectPath("/org/a11y/atspi/registry")
	keysPath     = dbus.ObjectPath("/org/a11y/atspi/registry/deviceeventcontroller")

	firstRetry = time.Second
	lastRetry  = 30 * time.Second
	callTime   = 5 * time.Second
	keyTime    = 100 * time.Millisecond
)

var errNoBus = errors.New("this desktop has no session bus")

// supervise keeps the program on the bus until ctx ends. It only ever sleeps or
// waits for a signal, so it costs nothing while nothing happens.
func (b *Backend) supervise(ctx context.Context) {
	wait := firstRetry
	for ctx.Err() == nil {
		if b.session(ctx) == nil {
			wait = firstRetry
		}
		select {
		case <-ctx.Done():
		case <-time.After(wait):
		}
		wait = min(2*wait, lastRetry)
	}
}

// session lives as long as one connection to the session bus. The error is why
// there was none.
func (b *Backend) session(ctx context.Context) error {
	address := sessionAddress()
	if address == "" {
		return errNoBus
	}
	conn, err := dbus.Connect(address, dbus.WithContext(ctx))
	if err != nil {
		return err
	}
	defer conn.Close()
	signals := make(chan *dbus.Signal, 16)
	conn.Signal(signals)
	if err := errors.Join(
		conn.AddMatchSignal(dbus.WithMatchObjectPath(statusPath), dbus.WithMatchInterface(ifaceProperties)),
		conn.AddMatchSignal(dbus.WithMatchInterface("org.freedesktop.DBus"), dbus.WithMatchMember("NameOwnerChanged"), dbus.WithMatchArg(0, statusName)),
	); err != nil {
		return err
	}
	s := &session{b: b, conn: conn}
	defer s.leave()
	s.keep(ctx, signals)
	return nil
}

// sessionAddress finds the bus without starting one.
func sessionAddress() string {
	if a := os.Getenv("DBUS_SESSION_BUS_ADDRESS"); a != "" {
		return a
	}
	if dir := os.Getenv("XDG_RUNTIME_DIR"); dir != "" {
		socket := filepath.Join(dir, "bus")
		if _, err := os.Stat(socket); err == nil {
			return "unix:path=" + dbus.EscapeBusAddressValue(socket)
		}
	}
	return ""
}

// session is a connection to the session bus and, while somebody wants the
// program to be accessible, one to the accessibility bus.
type session struct {
	b      *Backend
	conn   *dbus.Conn
	a11y   *registration
	wanted bool
	wait   time.Duration
}

// keep follows the desktop's wish until the session bus goes away or ctx ends.
func (s *session) keep(ctx context.Context, signals <-chan *dbus.Signal) {
	s.ask(ctx)
	retry := time.NewTimer(0)
	defer retry.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.conn.Context().Done():
			return
		case sig := <-signals:
			if sig == nil {
				return
			}
			s.ask(ctx)
			s.wait = firstRetry
			retry.Reset(0)
		case sig := <-s.registrySignals():
			if sig != nil {
				s.a11y.heard(ctx, sig)
				break
			}
			s.leave() // the accessibility bus went away
			s.wait = firstRetry
			retry.Reset(s.wait)
		case <-retry.C:
			if s.join(ctx) {
				s.wait = firstRetry
				break
			}
			s.wait = min(2*max(s.wait, firstRetry/2), lastRetry)
			retry.Reset(s.wait)
			s.ask(ctx)
		}
	}
}

func (s *session) registrySignals() <-chan *dbus.Signal {
	if s.a11y == nil {
		return nil
	}
	return s.a11y.signals
}

// ask reads org.a11y.Status. A desktop that has none but gives the address of
// an accessibility bus wants it used.
func (s *session) ask(ctx context.Context) {
	reader, err := s.status(ctx, "ScreenReaderEnabled")
	enabled, err2 := s.status(ctx, "IsEnabled")
	if err != nil && err2 != nil {
		enabled = os.Getenv("AT_SPI_BUS_ADDRESS") != ""
	}
	s.b.reader.Store(reader)
	s.wanted = enabled || reader
}

func (s *session) status(ctx context.Context, which string) (bool, error) {
	ctx, cancel := context.WithTimeout(ctx, callTime)
	defer cancel()
	var v dbus.Variant
	err := s.conn.Object(statusName, statusPath).
		CallWithContext(ctx, ifaceProperties+".Get", 0, statusIface, which).Store(&v)
	if err != nil {
		return false, err
	}
	on, _ := v.Value().(bool)
	return on, nil
}

// join brings the connection to the accessibility bus in line with the wish,
// and answers false if that should be tried again.
func (s *session) join(ctx context.Context) bool {
	if !s.wanted {
		s.leave()
		return true
	}
	if s.a11y != nil {
		return true
	}
	r, err := register(ctx, s.b, s.busAddress(ctx))
	if err != nil {
		return false
	}
	s.a11y = r
	return true
}

func (s *session) busAddress(ctx context.Context) string {
	ctx, cancel := context.WithTimeout(ctx, callTime)
	defer cancel()
	var address string
	err := s.conn.Object(statusName, statusPath).
		CallWithContext(ctx, statusName+".GetAddress", 0).Store(&address)
	if err != nil || address == "" {
		return os.Getenv("AT_SPI_BUS_ADDRESS")
	}
	return address
}

func (s *session) leave() {
	if s.a11y != nil {
		s.a11y.end()
		s.a11y = nil
	}
}
