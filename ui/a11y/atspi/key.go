package atspi

import (
	"unicode"
	"unicode/utf8"

	"recordwell/ui/a11y"
)

// deviceEvent is a key as DeviceEventController.NotifyListenersSync takes it.
// The signature is (uiiiisb): the XML files name another, which is refused.
type deviceEvent struct {
	Type      uint32 // 0 down, 1 up
	Symbol    int32  // X11's number for what is on the key
	Code      int32
	Modifiers int32 // X11's mask
	Time      int32 // milliseconds
	Name      string
	IsText    bool
}

// typed is what a key types, as far as its name tells. Toolkits name the keys of
// letters in capitals, whichever letter they type.
func typed(k a11y.Key) string {
	r, size := utf8.DecodeRuneInString(k.Name)
	if k.Text != "" || size == 0 || size != len(k.Name) || !unicode.IsLetter(r) || k.Mods&(a11y.Control|a11y.Alt|a11y.Super) != 0 {
		return k.Text
	}
	if (k.Mods&a11y.Shift != 0) != (k.Mods&a11y.CapsLock != 0) {
		return string(unicode.ToUpper(r))
	}
	return string(unicode.ToLower(r))
}

func deviceEventOf(k a11y.Key) deviceEvent {
	k.Text = typed(k)
	e := deviceEvent{
		Symbol: keysym(k), Code: k.Code, Modifiers: mask(k.Mods),
		Time: int32(k.At.Milliseconds()), Name: k.Text, IsText: k.Text != "",
	}
	if !k.Down {
		e.Type = 1
	}
	if e.Name == "" {
		e.Name = k.Name
		if other, ok := names[k.Name]; ok {
			e.Name = other
		}
	}
	return e
}

func mask(m a11y.Modifiers) int32 {
	var x int32
	for _, p := range []struct {
		from a11y.Modifiers
		to   int32
	}{{a11y.Shift, 1}, {a11y.CapsLock, 2}, {a11y.Control, 4}, {a11y.Alt, 8}, {a11y.Super, 64}} {
		if m&p.from != 0 {
			x |= p.to
		}
	}
	return x
}

// names are X11's names where they differ from the toolkit's.
var names = map[string]string{
	"Prior": "Page_Up", "Next": "Page_Down", "Space": "space",
	"LeftShift": "Shift_L", "RightShift": "Shift_R",
	"LeftControl": "Control_L", "RightControl": "Control_R",
	"LeftAlt": "Alt_L", "RightAlt": "Alt_R", "LeftSuper": "Super_L", "RightSuper": "Super_R",
	"CapsLock": "Caps_Lock",
}

// keysyms are the numbers of the keys that type nothing (X11's keysymdef.h).
var keysyms = map[string]int32{
	"BackSpace": 0xff08, "Tab": 0xff09, "Return": 0xff0d, "Escape": 0xff1b, "Delete": 0xffff,
	"Home": 0xff50, "Left": 0xff51, "Up": 0xff52, "Right": 0xff53, "Down": 0xff54,
	"Page_Up": 0xff55, "Page_Down": 0xff56, "End": 0xff57, "Insert": 0xff63, "Menu": 0xff67,
	"KP_Enter": 0xff8d, "space": 0x20,
	"F1": 0xffbe, "F2": 0xffbf, "F3": 0xffc0, "F4": 0xffc1, "F5": 0xffc2, "F6": 0xffc3,
	"F7": 0xffc4, "F8": 0xffc5, "F9": 0xffc6, "F10": 0xffc7, "F11": 0xffc8, "F12": 0xffc9,
	"Shift_L": 0xffe1, "Shift_R": 0xffe2, "Control_L": 0xffe3, "Control_R": 0xffe4,
	"Caps_Lock": 0xffe5, "Alt_L": 0xffe9, "Alt_R": 0xffea, "Super_L": 0xffeb, "Super_R": 0xffec,
}

// keysym is X11's number for a key; 0 if it has no such key. Latin letters are
// numbered as in Latin-1, all others as in Unicode with a bit of their own.
func keysym(k a11y.Key) int32 {
	name := k.Name
	if other, ok := names[name]; ok {
		name = other
	}
	if s, ok := keysyms[name]; ok {
		return s
	}
	words := k.Text
	if words == "" {
		words = name
	}
	r, size := utf8.DecodeRuneInString(words)
	if size == 0 || size != len(words) {
		return 0
	}
	if r < 0x100 {
		return r
	}
	return 0x01000000 + r
}
