package simulate

import (
	"strings"
	"unicode/utf8"

	"recordwell/capture"
	"recordwell/capture/form"
	"recordwell/capture/session"
	"recordwell/capture/study"
	"recordwell/validation/datatype"
)

// worker is a person filling in one task.
type worker struct {
	*person
	clock   *clock
	session *session.Session
	plant   Plant
	key     map[study.KeyRef]*study.KeyCell
	alias   map[capture.EntityID]string
	waiting map[capture.EntityType][]string // aliases of items to add
	opened  map[capture.EntityID]bool       // items that were there already
}

func newWorker(p *person, c *clock, s *session.Session, scenario *study.Scenario, plant Plant) *worker {
	w := &worker{
		person: p, clock: c, session: s, plant: plant, key: map[study.KeyRef]*study.KeyCell{},
		alias: map[capture.EntityID]string{}, waiting: map[capture.EntityType][]string{}, opened: map[capture.EntityID]bool{},
	}
	for i := range scenario.Key.Cells {
		w.key[scenario.Key.Cells[i].KeyRef] = &scenario.Key.Cells[i]
	}
	known, singles := map[capture.EntityID]bool{}, map[capture.EntityType]capture.EntityID{}
	for _, e := range scenario.Key.Entities {
		if id := s.Alias(e.Alias); id != "" {
			w.alias[id], known[id] = e.Alias, true
		}
	}
	for _, e := range s.Entities() {
		if !known[e.ID] {
			singles[e.Type] = e.ID
		}
	}
	for _, e := range scenario.Key.Entities {
		if s.Alias(e.Alias) != "" {
			continue
		}
		if id, ok := singles[e.Type]; ok {
			w.alias[id] = e.Alias
			continue
		}
		w.waiting[e.Type] = append(w.waiting[e.Type], e.Alias)
	}
	return w
}

// record fills in the whole task and finishes it.
func (w *worker) record() {
	for guard := 0; guard < 500; guard++ {
		v := w.session.View()
		if v.Page.Kind == session.CheckPage {
			w.clock.pass(w.seconds(12))
			w.session.Finish()
			return
		}
		w.page(v)
	}
}

func (w *worker) page(v *session.View) {
	w.clock.pass(w.seconds(3))
	if w.chance(w.Away) {
		w.session.Window(false)
		w.clock.pass(w.seconds(40))
		w.session.Window(true)
	}
	if w.copies(v) || v.Page.Kind == session.ListPage && w.bringUpToDate(v) {
		return
	}
	w.questions(v)
	if v.Page.Kind == session.ListPage {
		w.list(v)
	}
	w.mark()
	w.clock.pass(w.seconds(1.5))
	for try := 0; !w.session.Continue(); try++ {
		w.mend()
		if try == 2 {
			w.giveUp()
			return
		}
	}
}

// copies takes what the record of a brother or sister has for the page, as most
// people do; it reports whether that led to another page.
func (w *worker) copies(v *session.View) bool {
	for _, c := range v.Page.Copies {
		if w.clock.pass(w.seconds(4)); !w.chance(w.Copies) {
			continue
		}
		w.session.CopyFrom(c.Sibling, c.Thing)
		if w.session.View().Page.Item != v.Page.Item {
			return true
		}
	}
	return false
}

// bringUpToDate opens the next item that was there already and of which the story
// tells something else; it reports whether there was one.
func (w *worker) bringUpToDate(v *session.View) bool {
	for _, item := range v.Page.List.Items {
		alias := w.alias[item.Entity]
		if alias == "" || w.opened[item.Entity] || w.session.Alias(alias) != item.Entity || !w.tellsOf(alias) {
			continue
		}
		w.opened[item.Entity] = true
		w.session.OpenItem(item.Entity)
		return true
	}
	return false
}

func (w *worker) tellsOf(alias string) bool {
	for ref := range w.key {
		if ref.Alias == alias {
			return true
		}
	}
	return false
}

// mark says that a section is completed, where that is asked and not said yet.
func (w *worker) mark() {
	if m := w.session.View().Page.Mark; m != nil && m.Answer == "" {
		w.clock.pass(w.seconds(1.5))
		w.session.Mark(true)
	}
}

// list says whether there is another item to add.
func (w *worker) list(v *session.View) {
	t := v.Page.List.Entity
	if len(w.waiting[t]) > 0 && w.chance(w.Blank/2) {
		w.waiting[t] = w.waiting[t][1:] // someone is forgotten
	}
	w.clock.pass(w.seconds(2))
	w.session.More(len(w.waiting[t]) > 0)
}

// questions goes down the page; follow-up questions appear on the way.
func (w *worker) questions(v *session.View) {
	if id := v.Page.Item; id != "" && w.alias[id] == "" {
		t := w.session.TypeOf(id)
		if left := w.waiting[t]; len(left) > 0 {
			w.alias[id], w.waiting[t] = left[0], left[1:]
		}
	}
	done := map[capture.Ref]bool{}
	for more := true; more; {
		more = false
		for _, b := range w.session.View().Page.Blocks {
			if q := b.Question; q != nil && !done[q.Ref] {
				done[q.Ref] = true
				w.question(q)
				more = true
				break
			}
		}
	}
}

func (w *worker) question(q *session.QuestionView) {
	who := w.person
	w.person = w.plant.at(q.Ref.Question, who)
	defer func() { w.person = who }()
	cell := w.key[study.KeyRef{Alias: w.alias[q.Ref.Entity], Question: q.Ref.Question}]
	w.session.FieldEntered(q.Ref)
	w.clock.pass(w.seconds(w.Pause))
	deletes := 0
	switch {
	case !q.Answer.IsBlank() && (cell == nil || cell.Accepts(q.Answer)): // it stands there, and is right
	case cell == nil && q.Optional, cell != nil && cell.Blank, w.chance(w.Blank):
	case w.chance(w.Unknown) && len(q.States) > 0:
		w.session.FieldChanged(q.Ref)
		w.session.CommitState(q.Ref, q.States[0].State)
	default:
		deletes = w.answer(q, cell)
	}
	w.session.FieldLeft(q.Ref, deletes, 0)
}

// answer types or chooses, and returns how often a letter was deleted.
func (w *worker) answer(q *session.QuestionView, cell *study.KeyCell) int {
	w.session.FieldChanged(q.Ref)
	if cell != nil && len(cell.Values) == 0 && len(cell.States) > 0 {
		w.session.CommitState(q.Ref, cell.States[0])
		return 0
	}
	raw := w.right(q, cell)
	switch {
	case w.chance(w.Slip):
		raw = w.slip(q, raw)
	case w.chance(w.Wrong):
		raw = w.wrong(q, raw)
	}
	w.enter(q, raw)
	if w.chance(w.Returns) {
		w.clock.pass(w.seconds(3))
		return 1 + w.rand.IntN(4)
	}
	return 0
}

func (w *worker) enter(q *session.QuestionView, raw string) {
	if len(q.Choices) > 0 {
		w.clock.pass(w.seconds(1 + 0.15*float64(len(q.Choices))))
		w.session.Commit(q.Ref, raw, capture.Chosen)
		return
	}
	letters := []rune(raw)
	for i := 1; i <= len(letters); i += 8 {
		w.clock.pass(w.seconds(w.Key * 8))
		w.session.Type(q.Ref, string(letters[:min(i+7, len(letters))]))
	}
	w.session.Commit(q.Ref, raw, capture.Typed)
}

// right is an answer as the key has it, as a person would type it.
func (w *worker) right(q *session.QuestionView, cell *study.KeyCell) string {
	value := ""
	if cell != nil && len(cell.Values) > 0 {
		value = cell.Values[0]
	}
	switch {
	case value != "" && q.Type == form.TypeDate:
		return typedDate(value)
	case value != "":
		return value
	}
	return w.made(q)
}

// typedDate writes 2025-06-14 as three boxes; a partial date leaves some empty.
func typedDate(iso string) string {
	parts := append(strings.Split(iso, "-"), "", "")
	for i := range parts {
		parts[i] = strings.TrimLeft(parts[i], "0")
	}
	return datatype.JoinParts(parts[2], parts[1], parts[0])
}

// made is something for a question that the story does not decide.
func (w *worker) made(q *session.QuestionView) string {
	switch {
	case len(q.Choices) > 0:
		return q.Choices[w.rand.IntN(len(q.Choices))].Name
	case q.Type == form.TypeDate:
		return datatype.JoinParts("16", "10", "2025")
	case q.Type == form.TypeInteger, q.Type == form.TypeDecimal:
		return "1"
	case q.Type == form.TypeTime:
		return "10:30"
	}
	return "As the family told the school"
}

// wrong is an answer that could be right and is not.
func (w *worker) wrong(q *session.QuestionView, raw string) string {
	if n := len(q.Choices); n > 1 {
		return q.Choices[w.rand.IntN(n)].Name
	}
	if q.Type == form.TypeDate {
		day, month, year := datatype.CutParts(raw)
		if len(day) == 2 && day < "13" {
			return datatype.JoinParts(month, day, year)
		}
		return datatype.JoinParts(day, "9", year)
	}
	if q.Type == form.TypeText && len(raw) > 3 {
		_, last := utf8.DecodeLastRuneInString(raw)
		return raw[:len(raw)-last]
	}
	return raw
}

// slip is an answer that cannot be read or breaks a rule.
func (w *worker) slip(q *session.QuestionView, raw string) string {
	switch q.Type {
	case form.TypeDate:
		day, month, year := datatype.CutParts(raw)
		return []string{datatype.JoinParts("", month, year), datatype.JoinParts("31", "2", year), datatype.JoinParts(day, month, "25")}[w.rand.IntN(3)]
	case form.TypeInteger, form.TypeDecimal:
		return "about " + raw
	case form.TypeText:
		return raw + "…"
	}
	return raw
}

// mend puts right what is shown, as far as this person does.
func (w *worker) mend() {
	for _, l := range w.session.View().Page.Summary {
		q := w.find(l.Ref)
		if l.Mark {
			w.mark()
			continue
		}
		if q == nil { // the list's own question, or one that is no longer asked
			if v := w.session.View(); v.Page.List != nil {
				w.list(v)
			}
			continue
		}
		w.session.SummaryFollowed(l.Ref)
		w.session.FieldEntered(l.Ref)
		w.clock.pass(w.seconds(w.Pause + 2))
		switch cell := w.key[study.KeyRef{Alias: w.alias[l.Ref.Entity], Question: l.Ref.Question}]; {
		case l.Query && q.Query != nil && w.chance(w.Explains):
			w.session.Explain(l.Ref, q.Query.Rule, "It is as the story says")
		case !l.Query && w.chance(w.Mends):
			w.session.FieldChanged(l.Ref)
			if cell != nil && len(cell.Values) == 0 && len(cell.States) > 0 {
				w.session.CommitState(l.Ref, cell.States[0])
			} else {
				w.enter(q, w.right(q, cell))
			}
		}
		w.session.FieldLeft(l.Ref, 0, 0)
	}
}

func (w *worker) find(ref capture.Ref) *session.QuestionView {
	for _, b := range w.session.View().Page.Blocks {
		if b.Question != nil && b.Question.Ref == ref {
			return b.Question
		}
	}
	return nil
}

// giveUp leaves a page with errors by way of the section list.
func (w *worker) giveUp() {
	v := w.session.View()
	found := false
	for _, s := range v.Sections {
		if found {
			w.session.Go(s.ID)
			return
		}
		found = s.ID == v.Page.Section
	}
}
