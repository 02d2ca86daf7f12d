// Package shortcut is the one table of keyboard shortcuts: the window acts on it,
// and menus, help, the settings page and tests read it. A person can change a
// shortcut or turn it off; what would clash is refused with a reason.
package shortcut
