package journal

import (
	"reflect"
	"testing"

	"recordwell/capture"
)

// TestOnlyAPlaceIsReplaced: a batch with anything else in it is never let go, a field
// that is new to it neither.
func TestOnlyAPlaceIsReplaced(t *testing.T) {
	if !onlyPlace(&capture.Batch{Session: "s", Task: "t", Case: "c", Place: &capture.Place{}}) {
		t.Error("a place alone is kept for ever")
	}
	for _, f := range reflect.VisibleFields(reflect.TypeFor[capture.Batch]()) {
		b := capture.Batch{Place: &capture.Place{}}
		v := reflect.ValueOf(&b).Elem().FieldByIndex(f.Index)
		switch {
		case f.Name == "Place" || f.Type.Kind() == reflect.String:
			continue
		case f.Type.Kind() == reflect.Slice:
			v.Set(reflect.MakeSlice(f.Type, 1, 1))
		default:
			v.Set(reflect.New(f.Type.Elem()))
		}
		if onlyPlace(&b) {
			t.Errorf("%s would be lost", f.Name)
		}
	}
}
