package report

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"math"
	"strings"
)

//go:embed page.html
var pageHTML string

//go:embed people.html
var peopleHTML string

//go:embed rounds.html
var roundsHTML string

//go:embed page.css
var pageCSS string

var page = template.Must(template.New("page").Funcs(template.FuncMap{
	"plotChange": plotChange, "seconds": seconds, "one": figure1, "short": percentShort, "upper": upper,
	"number":    func(v any) string { return numberOf(v) },
	"secondsOf": func(s *float64) string { return seconds(*s) },
	"share":     func(percent float64) string { return percentShort(percent / 100) },
}).Parse(pageHTML + peopleHTML + roundsHTML))

func numberOf(v any) string {
	if n, ok := v.(int64); ok {
		return number(n)
	}
	n, _ := v.(int)
	return number(n)
}

// HTML writes the report as one page that needs nothing else: no script, no
// font, no picture from elsewhere. Every picture has its table.
func HTML(w io.Writer, r *Report) error {
	v := pageView{Report: r, Style: template.CSS(pageCSS)}
	v.Chart, v.MatrixChart, v.LostChart = dimensionChart(r), matrixChart(r), lostChart(r)
	for _, c := range r.Cards {
		v.CardViews = append(v.CardViews, cardView{c, plotOf(c)})
	}
	v.Heat = heat(r.Questions)
	if u := r.Usability; u.N > 0 {
		v.SUSChart = dialOf(u)
	}
	return page.Execute(w, v)
}

// pageView is what the page shows besides the report itself.
type pageView struct {
	*Report
	Style       template.CSS
	Chart       chart
	MatrixChart chart
	LostChart   chart
	CardViews   []cardView
	Heat        []heatRow
	SUSChart    dial
}

// SimulatedWords is the mark of simulated data, "" for real data.
func (r *Report) SimulatedWords() string {
	switch {
	case r.Simulated == 0:
		return ""
	case r.Simulated >= r.Counts.Started:
		return "Simulated data: all people here were made up by the program."
	default:
		return fmt.Sprintf("Simulated data: %s of %s here were made up by the program.", number(r.Simulated), people(r.Counts.Started))
	}
}

// Behind says what stands behind the report.
func (r *Report) Behind() string {
	c := r.Counts
	parts := []string{several(c.Records, "record", "records"), people(c.Recorded)}
	if c.Checked > 0 {
		parts = append(parts, several(c.Checked, "answer", "answers")+" checked against the answer key")
	}
	return strings.Join(parts, ", ") + fmt.Sprintf(". %s started, %s were invited.", upper(people(c.Started)), number(c.Invited))
}

// MadeWords is the day the report was made.
func (r *Report) MadeWords() string { return r.Made.Format("2 January 2006 at 15:04") }

// Range writes the likely range of a geometric mean in words.
func (s Seconds) Range() string { return rangeWords(s.Likely, s.N, seconds) }

// chart is a bar chart with a row a thing.
type chart struct {
	Height int
	Words  string
	Rows   []bar
}

type bar struct {
	Name, Value, Class string
	Known              bool
	Y, TextY, TickY    int
	Bar, Short, ShortX float64
	Target, ValueX     float64
}

const rowHeight = 34

func (c *chart) add(b bar) {
	y := len(c.Rows) * rowHeight
	b.Y, b.TextY, b.TickY = y+6, y+21, y+2
	c.Rows = append(c.Rows, b)
	c.Height = len(c.Rows)*rowHeight + 4
}

func dimensionChart(r *Report) (c chart) {
	const left, width = 150, 500
	var words []string
	for _, d := range r.Dimensions {
		b := bar{Name: d.Name, Value: d.Percent(), Known: d.Measured(), Bar: round(width * d.Rate.Rate), Target: round(left + width*d.Target - 3)}
		if d.Measured() && !d.Meets() {
			b.ShortX, b.Short = round(left+width*d.Rate.Rate), round(width*(d.Target-d.Rate.Rate))
		}
		c.add(b)
		if d.Measured() {
			words = append(words, fmt.Sprintf("%s %s, %s.", d.Name, d.Percent(), lower(d.Verdict())))
		} else {
			words = append(words, d.Name+" not measured.")
		}
	}
	c.Words = strings.Join(words, " ")
	return c
}

func matrixChart(r *Report) (c chart) {
	const width = 430
	var words []string
	for i, o := range r.Matrix {
		share := 0.0
		if o.Of > 0 {
			share = float64(o.Count) / float64(o.Of)
		}
		class := "short"
		if i == 0 {
			class = "bar"
		}
		c.add(bar{Name: upper(o.Name), Value: percent(share), Class: class, Bar: round(width * share)})
		words = append(words, fmt.Sprintf("%s: %s of %s.", upper(o.Name), number(o.Count), number(o.Of)))
	}
	c.Words = strings.Join(words, " ")
	return c
}

// lostRows is how many questions the picture of lost time has.
const lostRows = 8

func lostChart(r *Report) (c chart) {
	const left, width = 400, 270
	var words []string
	for _, q := range r.Questions[:min(lostRows, len(r.Questions))] {
		if q.Lost <= 0 {
			break
		}
		b := bar{Name: q.Label, Value: figure(q.Lost), Bar: round(width * q.Lost / r.Questions[0].Lost)}
		b.ValueX = left + b.Bar + 8
		c.add(b)
		words = append(words, fmt.Sprintf("%s: %s.", q.Label, seconds(q.Lost)))
	}
	c.Words = strings.Join(words, " ")
	return c
}

// round keeps one decimal, so that pages of equal figures are equal.
func round(v float64) float64 { return math.Round(v*10) / 10 }

// cardView is a card with its picture, if the figure lies on its scale.
type cardView struct {
	Card
	Plot *plot
}

type plot struct {
	X, Wide, At float64
	Words       string
}

func plotOf(c Card) *plot {
	if !c.Known || c.High <= c.Low {
		return nil
	}
	at := func(v float64) float64 { return round(200 * min(max((v-c.Low)/(c.High-c.Low), 0), 1)) }
	p := &plot{At: min(max(at(c.Value)-2.5, 0), 195), Words: fmt.Sprintf("%s, %s, %s, %s", c.Name, c.Figure, c.Of, c.Likely)}
	if c.Range != nil {
		p.X = at(c.Range.Low)
		p.Wide = round(at(c.Range.High) - p.X)
	}
	return p
}
