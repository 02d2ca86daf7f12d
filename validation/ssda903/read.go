package ssda903

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Options say how to read.
type Options struct {
	// Previous is the folder of last year's files, or one file of them; empty
	// when there are none.
	Previous string
	// Postcodes, when given, fill the derived columns of the placement.
	Postcodes Postcodes
	// Authority is the code of the returning authority, when known.
	Authority string
}

// ReadFiles reads the files of one return: CSV files of its tables, its XML
// file, folders of these, or one tables file. Every error names the file, and
// the line where there is one.
func ReadFiles(ctx context.Context, files []string, opts Options) (*Return, error) {
	files, err := expand(files)
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, errors.New("there is no file to check. Give the CSV files or the XML file of the return")
	}
	if len(files) == 1 && strings.EqualFold(filepath.Ext(files[0]), ".json") {
		b := newBuilder(true)
		return b.ret, b.file(ctx, files[0], b.tables)
	}
	b := newBuilder(false)
	if err := b.files(ctx, files, false); err != nil {
		return nil, err
	}
	if opts.Previous != "" {
		before, err := expand([]string{opts.Previous})
		if err != nil {
			return nil, err
		}
		if err := b.files(ctx, before, true); err != nil {
			return nil, fmt.Errorf("last year: %w", err)
		}
	}
	b.derive(opts.Postcodes, opts.Authority)
	return b.ret, nil
}

// ReadTables reads a tables file.
func ReadTables(r io.Reader) (*Return, error) {
	b := newBuilder(true)
	return b.ret, b.tables(r)
}

// ReadXML reads the XML file of this year's return.
func ReadXML(r io.Reader) (*Return, error) {
	b := newBuilder(false)
	err := b.xml(r, false)
	b.derive(nil, "")
	return b.ret, err
}

// ReadCSV reads CSV files of this year's return.
func ReadCSV(tables ...io.Reader) (*Return, error) {
	b := newBuilder(false)
	for _, r := range tables {
		if _, err := b.csv(r, false); err != nil {
			return b.ret, err
		}
	}
	b.derive(nil, "")
	return b.ret, nil
}

func (b *builder) files(ctx context.Context, files []string, last bool) error {
	for _, name := range files {
		read := func(r io.Reader) error { _, err := b.csv(r, last); return err }
		if strings.EqualFold(filepath.Ext(name), ".xml") {
			read = func(r io.Reader) error { return b.xml(r, last) }
		}
		if err := b.file(ctx, name, read); err != nil {
			return err
		}
	}
	return nil
}

func (b *builder) file(ctx context.Context, name string, read func(io.Reader) error) error {
	f, err := os.Open(name)
	if err != nil {
		return openError(name, err)
	}
	defer f.Close() //nolint:errcheck // only read from
	if err := read(&cancelReader{ctx, f}); err != nil {
		return fmt.Errorf("%s: %w", filepath.Base(name), err)
	}
	return nil
}

// cancelReader ends with the error of the context once that is cancelled.
type cancelReader struct {
	ctx context.Context
	r   io.Reader
}

func (c *cancelReader) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.r.Read(p)
}

// expand replaces folders by the CSV or XML files in them.
func expand(files []string) ([]string, error) {
	var out []string
	for _, name := range files {
		info, err := os.Stat(name)
		if err != nil {
			return nil, openError(name, err)
		}
		if !info.IsDir() {
			out = append(out, name)
			continue
		}
		entries, err := os.ReadDir(name)
		if err != nil {
			return nil, openError(name, err)
		}
		found := len(out)
		for _, e := range entries {
			if ext := strings.ToLower(filepath.Ext(e.Name())); ext == ".csv" || ext == ".xml" {
				out = append(out, filepath.Join(name, e.Name()))
			}
		}
		if len(out) == found {
			return nil, fmt.Errorf("the folder %s has no CSV or XML file", filepath.Base(name))
		}
	}
	return out, nil
}

func openError(name string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("there is no file %s. Check the name", name)
	}
	return fmt.Errorf("%s could not be opened: %w", name, err)
}
