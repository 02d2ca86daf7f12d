//go:build linux || freebsd || openbsd || netbsd

package main

import (
	"sync/atomic"

	"fyne.io/fyne/v2"
	portal "github.com/rymdport/portal/settings"

	"recordwell/ui"
)

// appearance is where a desktop says how programs should look.
const appearance = "org.freedesktop.appearance"

// computer follows what the desktop is set to, and tells changed on the UI
// goroutine when it becomes known or changes. Where the desktop has no such
// settings it never tells.
func computer(_ fyne.App, changed func()) func() (ui.Computer, bool) {
	var now atomic.Pointer[ui.Computer]
	read := func() {
		scheme, err := portal.ReadOne(appearance, "color-scheme")
		if err != nil {
			return
		}
		contrast, _ := portal.ReadOne(appearance, "contrast") // younger than the other, and not everywhere
		now.Store(&ui.Computer{Dark: scheme == uint32(1), MoreContrast: contrast == uint32(1)})
		fyne.Do(changed)
	}
	go func() {
		read()
		_ = portal.OnSignalSettingChanged(func(c portal.Changed) { // without a bus there is nothing to follow
			if c.Namespace == appearance {
				read()
			}
		})
	}()
	return func() (ui.Computer, bool) {
		c := now.Load()
		if c == nil {
			return ui.Computer{}, false
		}
		return *c, true
	}
}
