package draft

import (
	"testing"

	"recordwell/validation/datatype"
)

func TestWorkingDaysLeaveOutBankHolidays(t *testing.T) {
	day := datatype.MustDate(2025, 12, 25)
	calendar, err := datatype.NewWorkdays(2025, 2025, []datatype.Date{day})
	if err != nil {
		t.Fatal(err)
	}
	for name, story := range map[string]Story{"with a calendar": {Calendar: calendar}, "without": {}} {
		d := &Draft{story: story}
		if got, want := (scope{d: d}).IsHoliday(day), story.Calendar != nil; got != want {
			t.Errorf("%s: Christmas Day is a holiday: %v, want %v", name, got, want)
		}
		if (scope{d: d}).IsHoliday(day - 1) {
			t.Errorf("%s: Christmas Eve is no bank holiday", name)
		}
	}
}
