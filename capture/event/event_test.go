package event

import (
	"reflect"
	"regexp"
	"testing"
	"time"

	"github.com/google/uuid"
)

func TestEveryKindHasItsOwnName(t *testing.T) {
	shape := regexp.MustCompile(`^[a-z]+(\.[a-z]+)?$`)
	seen := map[string]Kind{}
	for _, k := range Kinds() {
		name := k.String()
		if !shape.MatchString(name) {
			t.Errorf("kind %d is called %q", uint8(k), name)
		}
		if other, ok := seen[name]; ok {
			t.Errorf("kinds %d and %d are both called %q", uint8(other), uint8(k), name)
		}
		seen[name] = k
		if back, ok := ParseKind(name); !ok || back != k {
			t.Errorf("ParseKind(%q) = %d, %v; want %d", name, uint8(back), ok, uint8(k))
		}
	}
	if len(seen) != int(endOfKinds)-1 {
		t.Errorf("%d kinds have a name; want %d", len(seen), endOfKinds-1)
	}
}

func TestNamesThatAreNoKind(t *testing.T) {
	for _, s := range []string{"", "none", "field", "FIELD.ENTERED", "kind(200)"} {
		if k, ok := ParseKind(s); ok {
			t.Errorf("ParseKind(%q) = %v", s, k)
		}
	}
	if got := Kind(200).String(); got != "kind(200)" {
		t.Errorf("Kind(200) is called %q", got)
	}
}

// Stored numbers must never move: these are in files already.
func TestNumbersOfKindsStay(t *testing.T) {
	for k, want := range map[Kind]uint8{SessionStarted: 1, FieldEntered: 8, AnswerCommitted: 11, IssueShown: 16, Gap: 43, SurveySkipped: 49} {
		if uint8(k) != want {
			t.Errorf("%v has number %d; files say %d", k, uint8(k), want)
		}
	}
}

func TestVocabularyGivesOnlyWhatItKnows(t *testing.T) {
	v := NewVocabulary("child_details/identity/given_names")
	if id := v.ID("child_details/identity/given_names"); id.IsZero() || id.String() != "child_details/identity/given_names" {
		t.Errorf("a known id came back as %q", id)
	}
	if id := v.ID("Maya"); !id.IsZero() {
		t.Errorf("something typed became the id %q", id)
	}
	v.Add("check")
	if v.ID("check").IsZero() {
		t.Error("an id added later is not known")
	}
}

// The journal has no place for what was typed: every field of an event is a
// number, a UUID, a time span or an ID that only a vocabulary gives out.
func TestEventHasNoPlaceForText(t *testing.T) {
	allowed := map[reflect.Type]bool{
		reflect.TypeFor[uuid.UUID](): true, reflect.TypeFor[ID](): true, reflect.TypeFor[Kind](): true,
		reflect.TypeFor[uint64](): true, reflect.TypeFor[int64](): true, reflect.TypeFor[int32](): true,
		reflect.TypeFor[time.Duration](): true,
	}
	e := reflect.TypeFor[Event]()
	for i := range e.NumField() {
		if f := e.Field(i); !allowed[f.Type] {
			t.Errorf("Event.%s is a %v, which could hold what was typed", f.Name, f.Type)
		}
	}
	id := reflect.TypeFor[ID]()
	for i := range id.NumField() {
		if f := id.Field(i); f.IsExported() {
			t.Errorf("ID.%s can be filled from outside", f.Name)
		}
	}
}

func TestRecordIsTheEventInPlainText(t *testing.T) {
	v := NewVocabulary("maya", "child_details", "identity", "child_details/identity/upn", "upn", "theme")
	run := Run{ID: uuid.MustParse("018f0000-0000-7000-8000-000000000001"), Started: time.Date(2026, 11, 22, 9, 0, 0, 0, time.FixedZone("", 3600))}
	e := Event{
		Session: uuid.MustParse("018f0000-0000-7000-8000-000000000002"), Run: run.ID, Seq: 7, Offset: 1500*time.Millisecond + 400*time.Microsecond,
		Kind: IssueShown, Task: v.ID("maya"), Form: v.ID("child_details"), Place: v.ID("identity"), Question: v.ID("child_details/identity/upn"),
		Entity: uuid.MustParse("018f0000-0000-7000-8000-000000000003"), Rule: v.ID("upn"), Setting: v.ID("theme"), Code: 2, Count: 3,
	}
	want := Record{
		Session: e.Session, Run: run.ID, Seq: 7, Offset: 1500 * time.Millisecond, At: run.Started.Add(1500 * time.Millisecond),
		Kind: IssueShown, Task: "maya", Form: "child_details", Place: "identity", Question: "child_details/identity/upn",
		Entity: e.Entity, Rule: "upn", Setting: "theme", Code: 2, Count: 3,
	}
	if got := e.Record(run); got != want {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestGapAccountsForWhatIsMissing(t *testing.T) {
	for _, c := range []struct {
		kind  Kind
		count int64
		want  uint64
	}{{Gap, 5, 4}, {Gap, 1, 0}, {Gap, 0, 0}, {Gap, -3, 0}, {FieldDeletes, 5, 0}} {
		if got := (Record{Kind: c.kind, Count: c.count}).Missing(); got != c.want {
			t.Errorf("%v with count %d stands for %d missing; want %d", c.kind, c.count, got, c.want)
		}
	}
}
