package theme

import "slices"

// Scheme is one of the four sets of colours, or a wish to follow the computer.
type Scheme string

// The schemes. MatchComputer is resolved by [Settings.Resolve]; a theme never has it.
const (
	MatchComputer Scheme = ""
	Light         Scheme = "light"
	Dark          Scheme = "dark"
	ContrastDark  Scheme = "hc-dark"
	ContrastLight Scheme = "hc-light"
)

// Schemes are those a theme can have, in the order they are offered.
func Schemes() []Scheme { return []Scheme{Light, Dark, ContrastDark, ContrastLight} }

// Letters is a family of letter shapes.
type Letters string

// The families on offer.
const (
	Atkinson     Letters = "" // Atkinson Hyperlegible Next, the default
	NotoSans     Letters = "noto-sans"
	OpenDyslexic Letters = "opendyslexic"
)

// Settings are what a person may change about the look. The zero value is the
// default at 100%, matching the computer.
type Settings struct {
	Scheme         Scheme
	TextPercent    int // one of TextSizes; 0 means 100
	Letters        Letters
	MoreSpace      bool // between lines and words, the values of WCAG 1.4.12
	ReduceMovement bool
	HideSpelling   bool // no marks under words that may be misspelt
}

// TextSizes are the sizes of text on offer, in percent.
func TextSizes() []int { return []int{100, 125, 150, 200, 250, 300, 400} }

// NextTextSize is the size by steps up (or down, if negative) from percent, kept
// within the sizes on offer.
func NextTextSize(percent, steps int) int {
	sizes := TextSizes()
	i, found := slices.BinarySearch(sizes, percent)
	if !found && steps > 0 {
		i-- // between two sizes, the first step up lands on the upper one
	}
	return sizes[max(0, min(len(sizes)-1, i+steps))]
}

// Resolve replaces MatchComputer by what the computer is set to, and numbers out
// of range by the nearest that is on offer.
func (s Settings) Resolve(computerDark, computerContrast bool) Settings {
	if _, known := palettes[s.Scheme]; !known {
		switch {
		case computerDark && computerContrast:
			s.Scheme = ContrastDark
		case computerContrast:
			s.Scheme = ContrastLight
		case computerDark:
			s.Scheme = Dark
		default:
			s.Scheme = Light
		}
	}
	s.TextPercent = max(100, min(400, s.TextPercent))
	return s
}
