package atspi

import (
	"context"
	"errors"
	"sync/atomic"

	"github.com/godbus/dbus/v5"
)

// registration is a connection to the accessibility bus on which the registry
// knows the program.
type registration struct {
	b         *Backend
	conn      *dbus.Conn
	signals   chan *dbus.Signal
	listeners listeners
	announces atomic.Int32
}

// register connects to the accessibility bus and enters the program into the
// registry.
func register(ctx context.Context, b *Backend, address string) (*registration, error) {
	if address == "" {
		return nil, errNoBus
	}
	conn, err := dbus.Connect(address, dbus.WithContext(ctx), dbus.WithHandler(b.server))
	if err != nil {
		return nil, err
	}
	r := &registration{b: b, conn: conn, signals: make(chan *dbus.Signal, 16)}
	conn.Signal(r.signals)
	err = errors.Join(
		conn.AddMatchSignal(dbus.WithMatchInterface("org.freedesktop.DBus"), dbus.WithMatchMember("NameOwnerChanged"), dbus.WithMatchArg(0, registryName)),
		conn.AddMatchSignal(dbus.WithMatchInterface(registryName)),
	)
	if err == nil {
		err = r.embed(ctx)
	}
	if err != nil {
		conn.Close()
		return nil, err
	}
	return r, nil
}

// embed enters the program into the registry, and tells whoever listens what is
// on the screen. It is done again when the registry starts anew.
func (r *registration) embed(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, callTime)
	defer cancel()
	name := r.conn.Names()[0]
	r.b.server.name.Store(&name)
	var desktop ref
	err := r.conn.Object(registryName, rootPath).
		CallWithContext(ctx, atspiPrefix+"Socket.Embed", 0, ref{name, rootPath}).Store(&desktop)
	if err != nil {
		return err
	}
	r.b.server.desktop.Store(&desktop)

	var asked []struct{ Client, Event string }
	r.listeners = listeners{}
	if r.conn.Object(registryName, registryPath).
		CallWithContext(ctx, registryName+".GetRegisteredEvents", 0).Store(&asked) == nil {
		for _, a := range asked {
			r.listeners.add(a.Client, a.Event)
		}
	}
	r.count()
	r.b.connected.Store(true)
	r.b.queue.put(job{link: &link{bus: r.conn, keys: r.key, announces: &r.announces}})
	return nil
}

// heard is told of signals from the registry and of its coming and going.
func (r *registration) heard(ctx context.Context, sig *dbus.Signal) {
	switch sig.Name {
	case "org.freedesktop.DBus.NameOwnerChanged":
		if owner, ok := word(sig.Body, 2); ok && owner != "" {
			// A registry that does not answer ends and comes back by this signal.
			_ = r.embed(ctx)
		}
		return
	case registryName + ".EventListenerRegistered":
		if client, event, ok := pair(sig.Body); ok {
			r.listeners.add(client, event)
		}
	case registryName + ".EventListenerDeregistered":
		if client, event, ok := pair(sig.Body); ok {
			r.listeners.remove(client, event)
		}
	default:
		return
	}
	r.count()
}

func word(body []any, i int) (string, bool) {
	if i >= len(body) {
		return "", false
	}
	s, ok := body[i].(string)
	return s, ok
}

func pair(body []any) (client, event string, ok bool) {
	client, ok1 := word(body, 0)
	event, ok2 := word(body, 1)
	return client, event, ok1 && ok2
}

func (r *registration) count() {
	r.announces.Store(r.listeners.count("object:announcement"))
	r.b.watchers.Store(r.listeners.count("object:state-changed:focused"))
}

// key passes a key to the registry and waits for the answer, but not for long.
func (r *registration) key(ctx context.Context, k deviceEvent) {
	ctx, cancel := context.WithTimeout(ctx, keyTime)
	defer cancel()
	r.conn.Object(registryName, keysPath).
		CallWithContext(ctx, atspiPrefix+"DeviceEventController.NotifyListenersSync", 0, k)
}

// end leaves the bus; the registry notices by itself.
func (r *registration) end() {
	r.b.connected.Store(false)
	r.b.watchers.Store(0)
	r.b.server.forget()
	r.b.queue.put(job{link: &link{}})
	r.conn.Close()
}
