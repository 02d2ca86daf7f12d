package spelling

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// Folders are where dictionaries are installed below folders of shared data, in the
// order they are looked at. Source: the file lists of the packages of Hunspell's
// dictionaries.
func Folders(data ...string) (all []string) {
	for _, folder := range data {
		for _, below := range []string{"hunspell", "myspell", "myspell/dicts"} {
			all = append(all, filepath.Join(folder, below))
		}
	}
	return all
}

// Find reads the dictionary of a language ("en_GB") from the first of the folders
// that has one. It returns nil where none is installed, or none that can be read.
func Find(lang string, folders ...string) *Dictionary {
	for _, folder := range folders {
		if d, err := open(filepath.Join(folder, lang)); err == nil {
			return d
		}
	}
	return nil
}

func open(path string) (*Dictionary, error) {
	rules, err := os.Open(path + ".aff")
	if err != nil {
		return nil, err
	}
	defer rules.Close()
	words, err := os.Open(path + ".dic")
	if err != nil {
		return nil, err
	}
	defer words.Close()
	return Read(rules, words)
}

// Read reads a dictionary from its file of rules (.aff) and its list (.dic).
func Read(rules, words io.Reader) (*Dictionary, error) {
	d := &Dictionary{words: map[string]string{}, endings: map[byte][]affix{}, starts: map[byte][]affix{}}
	latin, err := d.readRules(rules)
	if err != nil {
		return nil, err
	}
	return d, d.readWords(words, latin)
}

// readRules returns whether the files are in Latin 1.
func (d *Dictionary) readRules(r io.Reader) (latin bool, err error) {
	cross := map[string]bool{} // by kind and flag
	lines := bufio.NewScanner(r)
	for n := 0; lines.Scan(); n++ {
		line := lines.Text()
		if n == 0 {
			line = strings.TrimPrefix(line, "\ufeff")
		}
		if latin {
			line = fromLatin(line)
		}
		f := strings.Fields(line)
		if len(f) < 2 {
			continue
		}
		switch f[0] {
		case "SET":
			switch latin = f[1] == "ISO8859-1" || f[1] == "ISO8859-15"; {
			case !latin && f[1] != "UTF-8":
				return false, fmt.Errorf("letters are written as %s", f[1])
			}
		case "FLAG":
			d.flags = map[string]flagKind{"long": pairs, "num": numbers}[f[1]]
		case "TRY":
			d.try = []rune(f[1])
		case "NOSUGGEST":
			d.hidden = f[1]
		case "FORBIDDENWORD":
			d.banned = f[1]
		case "REP":
			if len(f) == 3 {
				d.swaps = append(d.swaps, [2]string{strings.Trim(f[1], "^$"), strings.ReplaceAll(f[2], "_", " ")})
			}
		case "PFX", "SFX":
			d.readAffix(f, cross)
		}
	}
	return latin, lines.Err()
}

// readAffix reads a line of rules, or their head, which says whether they cross.
func (d *Dictionary) readAffix(f []string, cross map[string]bool) {
	if len(f) == 4 {
		cross[f[0]+f[1]] = f[2] == "Y"
		return
	}
	if len(f) < 5 {
		return
	}
	add, _, _ := strings.Cut(f[3], "/")
	shape, ok := readShape(f[4])
	if !ok {
		return
	}
	a := affix{flag: f[1], cross: cross[f[0]+f[1]], strip: zero(f[2]), add: zero(add), shape: shape}
	key := byte(0)
	if f[0] == "PFX" {
		if a.add != "" {
			key = a.add[0]
		}
		d.starts[key] = append(d.starts[key], a)
		return
	}
	if a.add != "" {
		key = a.add[len(a.add)-1]
	}
	d.endings[key] = append(d.endings[key], a)
}

// zero is what "0" stands for: nothing.
func zero(s string) string {
	if s == "0" {
		return ""
	}
	return s
}

func (d *Dictionary) readWords(r io.Reader, latin bool) error {
	lines := bufio.NewScanner(r)
	for n := 0; lines.Scan(); n++ {
		line := lines.Text()
		if latin {
			line = fromLatin(line)
		}
		if n == 0 {
			continue // how many there are
		}
		line, _, _ = strings.Cut(line, "\t") // then what kind of word it is
		word, flags, _ := strings.Cut(strings.TrimSpace(line), "/")
		if word == "" {
			continue
		}
		if before := d.words[word]; before != "" && d.flags == numbers && flags != "" {
			flags = "," + flags
		}
		d.words[word] += flags
	}
	if err := lines.Err(); err != nil {
		return err
	}
	if len(d.words) == 0 {
		return errors.New("the list has no words")
	}
	return nil
}

func fromLatin(s string) string {
	letters := make([]rune, len(s))
	for i := range len(s) {
		letters[i] = rune(s[i])
	}
	return string(letters)
}
