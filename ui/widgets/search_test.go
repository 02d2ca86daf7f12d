package widgets

import (
	"slices"
	"testing"
)

func TestSearch(t *testing.T) {
	x := newIndex([]Option{
		{Value: "eng", Words: "English"},
		{Value: "por", Words: "Portuguese", Other: []string{"Português"}},
		{Value: "porb", Words: "Portuguese (Brazil)"},
		{Value: "bsl", Words: "British Sign Language"},
		{Value: "cym", Words: "Welsh", Other: []string{"Cymraeg"}},
		{Value: "lla", Words: "Llanelli Côte-d’Or"},
	})
	for _, c := range []struct {
		typed string
		want  []string
	}{
		{"port", []string{"por", "porb"}},
		{"PORTUGUÊS", []string{"por", "porb"}},
		{"portugues", []string{"por", "porb"}},
		{"braz", []string{"porb"}},
		{"sign brit", []string{"bsl"}},
		{"cymr", []string{"cym"}},
		{"cote dor", []string{"lla"}},
		{"lang", []string{"bsl"}},
		{"klingon", nil},
		{"  ", []string{"eng", "por", "porb", "bsl", "cym", "lla"}},
	} {
		var got []string
		for _, i := range x.search(c.typed) {
			got = append(got, x.options[i].Value)
		}
		slices.Sort(got)
		slices.Sort(c.want)
		if !slices.Equal(got, c.want) {
			t.Errorf("%q finds %v, want %v", c.typed, got, c.want)
		}
	}
	if hits := x.search("portuguese"); x.options[hits[0]].Value != "por" {
		t.Error("the same words do not come first")
	}
	if i := x.exact("portuguese (brazil)"); i < 0 || x.options[i].Value != "porb" {
		t.Error("the words of a row are not taken as the row")
	}
	if x.exact("port") >= 0 || x.exact("") >= 0 {
		t.Error("a beginning was taken as a row")
	}
}

func TestSplitDate(t *testing.T) {
	for words, want := range map[string][3]string{
		"31/3/2017":      {"31", "3", "2017"},
		" 31 March 2017": {"31", "March", "2017"},
		"2017-03-31":     {"31", "03", "2017"},
		"6.6.18":         {"6", "6", "18"},
	} {
		if got, ok := splitDate(words); !ok || got != want {
			t.Errorf("%q gives %v, %v, want %v", words, got, ok, want)
		}
	}
	for _, words := range []string{"31", "31/3", "the 31st of March 2017", ""} {
		if got, ok := splitDate(words); ok {
			t.Errorf("%q was taken as the date %v", words, got)
		}
	}
}
