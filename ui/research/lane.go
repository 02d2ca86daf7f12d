package research

import (
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"recordwell/capture/metrics"
	"recordwell/capture/replay"
	"recordwell/ui/chart"
	"recordwell/ui/theme"
	"recordwell/ui/widgets"
)

// lane is the line of one section, or of one way of being away.
type lane struct {
	name    string
	chart   chart.Lane
	time    time.Duration
	counts  map[replay.Mark]int
	drawing *widgets.Picture
}

func (l *lane) move(to time.Duration) {
	l.chart.At = to.Seconds()
	l.drawing.Refresh()
}

// awayNames are the lanes of time that was not worked.
var awayNames = map[metrics.Presence]string{
	metrics.OnBreak: "Break", metrics.Paused: "Log paused", metrics.Elsewhere: "Another window", metrics.Idle: "Nothing touched",
	metrics.Asleep: "Computer asleep", metrics.Closed: "Program closed",
}

var markLooks = map[replay.Mark]chart.Mark{
	replay.ErrorMet: {Icon: "error", Ink: theme.Error}, replay.CheckMet: {Icon: "query", Ink: theme.Check},
	replay.AnswerChanged: {Icon: "repeat", Ink: theme.Data2}, replay.HelpOpened: {Icon: "help", Ink: theme.Info},
}

// markWords are what a mark stands for, and how so many of them are said.
var markWords = []struct {
	mark           replay.Mark
	key, one, more string
}{
	{replay.ErrorMet, "Error met", "error met", "errors met"}, {replay.CheckMet, "Check this", "thing to check", "things to check"},
	{replay.AnswerChanged, "Changed an answer", "changed answer", "changed answers"}, {replay.HelpOpened, "Help opened", "time help opened", "times help opened"},
}

// picture draws the task section by section. It speaks one sentence.
func (p *replayed) picture() fyne.CanvasObject {
	p.measureTask()
	p.lanes = p.lanesOf()
	title := clock(p.long.Seconds()) + ", section by section"
	width := theme.Current().Scaled(150)
	stack := widgets.NewStack(theme.Space1, widgets.NewText("-", title, theme.Title3))
	sentence := title
	for _, l := range p.lanes {
		l.drawing = widgets.NewPicture("-", "", &l.chart)
		ink := theme.Text
		if l.chart.Away {
			ink = theme.Muted
		}
		stack.Add(widgets.NewColumns(theme.Space3, []float32{width, 0}, widgets.NewText("-", l.name, theme.BodyDense.AsBold()).SetToken(ink), l.drawing).SetNarrow(420))
		stack.Add(widgets.NewRule())
		sentence += ". " + l.sentence()
	}
	times := widgets.NewPicture("-", "", chart.Times{Length: p.long.Seconds(), Words: func(s float64) string { return stopwatch(time.Duration(s * float64(time.Second))) }})
	stack.Add(widgets.NewColumns(theme.Space3, []float32{width, 0}, widgets.NewSpace(0), times).SetNarrow(420))
	under := "From 0:00 to " + stopwatch(p.long)
	if p.laid.LeftOut > 0 {
		under += ". Stretches of more than 5 minutes without anything are drawn as 5 minutes"
	}
	stack.Add(widgets.NewText("-", under, theme.Small).SetToken(theme.Muted))
	keys := widgets.NewRow(theme.Space4, key(chart.Key{Ink: theme.Data1}, "In the section"), key(chart.Key{}, "Away"))
	row := []fyne.CanvasObject{}
	for _, m := range markWords {
		look := markLooks[m.mark]
		row = append(row, widgets.NewRow(theme.Space2, widgets.NewIcon(look.Icon, look.Ink, 20), widgets.NewText("-", m.key, theme.Small)))
	}
	stack.Add(widgets.NewSpace(theme.Space1))
	stack.Add(keys)
	stack.Add(widgets.NewRow(theme.Space4, row...))
	return widgets.NewPlate(p.id+"/picture", sentence, "Goes to the list of what happened", stack, func() { p.table.TakeFocus() })
}

func key(p widgets.Painter, words string) fyne.CanvasObject {
	return widgets.NewRow(theme.Space2, widgets.NewPicture("-", "", p), widgets.NewText("-", words, theme.Small))
}

// measureTask finds where the task that is shown begins, and how long it is.
func (p *replayed) measureTask() {
	p.base, p.long = 0, p.laid.Length
	if p.task == "" {
		return
	}
	first, last := time.Duration(-1), time.Duration(0)
	for i := range p.laid.Moments {
		if m := &p.laid.Moments[i]; m.Task == p.task {
			if first < 0 {
				first = m.At
			}
			last = m.At
		}
	}
	p.base, p.long = max(0, first), last-max(0, first)
}

// lanesOf sorts the stays of the task into lanes: sections in the order they were
// come to, then the ways of being away.
func (p *replayed) lanesOf() (all []*lane) {
	byPlace, byAway := map[replay.Place]*lane{}, map[metrics.Presence]*lane{}
	end := p.base + p.long
	add := func(l *lane, s replay.Stay) {
		from, to := max(s.From, p.base), min(s.To, end)
		l.time += to - from
		l.chart.Stays = append(l.chart.Stays, chart.Span{Low: (from - p.base).Seconds(), High: (to - p.base).Seconds()})
	}
	var away []*lane
	for _, s := range p.laid.Stays {
		if !p.inTask(s.Task) || s.To <= p.base || s.From >= end {
			continue
		}
		if s.Presence != metrics.Here {
			l := byAway[s.Presence]
			if l == nil {
				l = newLane(awayNames[s.Presence], p.long, true)
				byAway[s.Presence], away = l, append(away, l)
			}
			add(l, s)
			continue
		}
		if s.Place == "" {
			continue // between two pages
		}
		at := s.At()
		if byPlace[at] == nil {
			byPlace[at] = newLane(orElse(p.laid.Names[at], at.Section), p.long, false)
			all = append(all, byPlace[at])
		}
		add(byPlace[at], s)
	}
	for i := range p.laid.Moments {
		m := &p.laid.Moments[i]
		l := byPlace[replay.Place{Task: m.Task, Section: m.Place}]
		if m.Mark == replay.NoMark || l == nil {
			continue
		}
		mark := markLooks[m.Mark]
		mark.At = (m.At - p.base).Seconds()
		l.chart.Marks = append(l.chart.Marks, mark)
		l.counts[m.Mark]++
	}
	return append(all, away...)
}

func newLane(name string, long time.Duration, away bool) *lane {
	return &lane{name: name, counts: map[replay.Mark]int{}, chart: chart.Lane{Length: long.Seconds(), Away: away}}
}

// sentence is all that the lane shows.
func (l *lane) sentence() string {
	words := []string{fmt.Sprintf("%s, %s", l.name, clock(l.time.Seconds()))}
	for _, m := range markWords {
		if n := l.counts[m.mark]; n > 0 {
			words = append(words, counted(n, m.one, m.more))
		}
	}
	return strings.Join(words, ", ")
}
