package program

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"os"
	"path/filepath"

	"recordwell/capture/study"
)

//go:embed slips.html
var slipsPage string

var slips = template.Must(template.New("slips").Parse(slipsPage))

// SlipsFile is the name of the page with the codes to cut out.
const SlipsFile = "codes.html"

// SaveSlips writes a page to print and cut out into a folder, which it makes: a
// slip for each code, with whom to ask. It returns the names of the files.
func (r *Research) SaveSlips(dir string, s *study.Study, codes []string) ([]string, error) {
	page := struct {
		Title, Controller, Contact, Withdrawal string
		Codes                                  []string
	}{Title: s.Title, Controller: s.Controller, Contact: s.Contact}
	if !s.Withdrawal.IsZero() {
		page.Withdrawal = s.Withdrawal.Words()
	}
	for _, c := range codes {
		page.Codes = append(page.Codes, study.FormatCode(c))
	}
	var out bytes.Buffer
	if err := slips.Execute(&out, page); err != nil {
		return nil, fmt.Errorf("the slips cannot be made: %w", err)
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, cannotWrite(dir, err)
	}
	if err := replaceFile(filepath.Join(dir, SlipsFile), out.Bytes()); err != nil {
		return nil, cannotWrite(filepath.Join(dir, SlipsFile), err)
	}
	return []string{SlipsFile}, nil
}
