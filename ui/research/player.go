package research

import (
	"time"

	"fyne.io/fyne/v2"

	"recordwell/capture/replay"
	"recordwell/ui/a11y"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// player moves a replay on by itself, once it is told to. Every button of it can be
// pressed with a key; there is nothing to drag.
type player struct {
	page    *replayed
	playing bool
	speed   string
	cancel  func()
	button  *widgets.Button
}

const (
	// longestWait is how long the replay stands still at most.
	longestWait = 3 * time.Second
	// shortestWait is the least time between two steps; what lies closer is one step.
	shortestWait = 100 * time.Millisecond
	// stride is how far the buttons beside Play go.
	stride = 30 * time.Second
)

var speeds = []struct {
	value string
	by    time.Duration
}{{"1×", 1}, {"8×", 8}, {"30×", 30}}

func newPlayer(p *replayed) *player { return &player{page: p, speed: "8×", cancel: func() {}} }

func (y *player) content() fyne.CanvasObject {
	p := y.page
	y.button = p.act("play", "Play", widgets.Main, "play", y.toggle)
	y.show()
	options := make([]widgets.Option, len(speeds))
	for i, s := range speeds {
		options[i] = widgets.Option{Value: s.value, Words: s.value + " as fast"}
	}
	speed := widgets.NewSelect(p.id+"/speed", "Speed", options)
	speed.SetValue(y.speed)
	speed.OnCommit = func(v string) { y.speed = v }
	return widgets.NewStack(theme.Space3,
		widgets.NewRow(theme.Space3, y.button,
			p.act("back30", "Back 30 seconds", widgets.Secondary, "back5", func() { y.jump(-stride) }),
			p.act("on30", "On 30 seconds", widgets.Secondary, "fwd5", func() { y.jump(stride) }),
			p.act("next-error", "Next error", widgets.Secondary, "error", func() { y.nextError(1) })),
		widgets.NewRow(theme.Space4, p.position, widgets.NewText(p.id+"/speed-name", "Speed", theme.Body.AsBold()), speed),
		widgets.NewText(p.id+"/play-hint", "A wait is never longer than 3 seconds.", theme.Small).SetToken(theme.Muted))
}

func (y *player) show() {
	if y.button == nil {
		return
	}
	if y.playing {
		y.button.SetName("Pause")
		y.button.SetIcon("pause")
		return
	}
	y.button.SetName("Play")
	y.button.SetIcon("play")
}

func (y *player) toggle() {
	if y.playing {
		y.stop()
		return
	}
	p := y.page
	if p.row0 >= len(p.list)-1 {
		p.goTo(0, false) // from the beginning again
	}
	y.playing = true
	y.show()
	y.next()
}

func (y *player) stop() {
	if !y.playing {
		return
	}
	y.playing = false
	y.cancel()
	y.show()
}

// next waits until the next moment that is far enough away to be seen apart.
func (y *player) next() {
	p := y.page
	if p.row0 >= len(p.list)-1 {
		y.stop()
		p.room.host.Announce("The end of the session", a11y.LivePolite)
		return
	}
	to, by := p.row0+1, y.factor()
	for to < len(p.list)-1 && y.between(to) < shortestWait*by {
		to++
	}
	after := p.room.host.Root().After
	if after == nil {
		y.stop()
		return
	}
	y.cancel = after(max(shortestWait, min(longestWait, y.between(to)/by)), func() {
		if y.playing {
			p.goTo(to, false)
			y.next()
		}
	})
}

// between is the time from the replay to a row.
func (y *player) between(row int) time.Duration {
	return y.page.laid.Moments[y.page.list[row]].At - y.page.at()
}

func (y *player) factor() time.Duration {
	for _, s := range speeds {
		if s.value == y.speed {
			return s.by
		}
	}
	return 1
}

// jump goes on or back by a time, to another row at least.
func (y *player) jump(by time.Duration) {
	p := y.page
	to, row := p.at()+by, p.row0
	for by > 0 && row < len(p.list)-1 {
		row++
		if p.laid.Moments[p.list[row]].At >= to {
			break
		}
	}
	for by < 0 && row > 0 {
		row--
		if p.laid.Moments[p.list[row]].At <= to {
			break
		}
	}
	y.moveTo(row)
}

// moveTo goes to a row, while it plays or not.
func (y *player) moveTo(row int) {
	y.cancel()
	y.page.goTo(row, true)
	if y.playing {
		y.next()
	}
}

// nextError goes to the next error that was met, or the one before.
func (y *player) nextError(by int) {
	p := y.page
	for row := p.row0 + by; row >= 0 && row < len(p.list); row += by {
		m := &p.laid.Moments[p.list[row]]
		if m.Mark == replay.ErrorMet && m.At != p.at() {
			y.moveTo(row)
			return
		}
	}
	p.room.host.Announce("No more errors are listed", a11y.LivePolite)
}
