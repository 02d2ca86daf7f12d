package bundle

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"testing/iotest"
	"time"
)

func TestMain(m *testing.M) {
	work = 8 // as a second a bundle is a long time for many bundles
	os.Exit(m.Run())
}

const secret = "quiet-lamp-over-there"

var records = []byte(strings.Repeat("the record says that zqxmark lives here. ", 3000))

func about() Manifest {
	sum := sha256.Sum256(records)
	return Manifest{
		Program: "0.1.0", Study: "autumn-2025", Title: "Autumn 2025 trial", Computer: "Laptop 2", Made: time.Date(2025, 11, 18, 14, 20, 0, 0, time.UTC),
		Records: 4, Entries: 3904, Sessions: []Session{{"0199a000-0000-7000-8000-000000000001", "K7M4QX"}}, Size: int64(len(records)), SHA256: hex.EncodeToString(sum[:]),
	}
}

func sealed(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Seal(&out, secret, about(), bytes.NewReader(records)); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// read opens a bundle to its end.
func read(file []byte, passphrase string) ([]byte, Manifest, error) {
	b, err := Open(bytes.NewReader(file), passphrase)
	if err != nil {
		return nil, Manifest{}, err
	}
	var out bytes.Buffer
	err = b.CopyRecords(&out)
	return out.Bytes(), b.Manifest, err
}

func TestWhatIsSealedComesOut(t *testing.T) {
	file := sealed(t)
	got, m, err := read(file, secret)
	if err != nil {
		t.Fatal(err)
	}
	want := about()
	want.Format = Format
	if !bytes.Equal(got, records) || m.Title != want.Title || !m.Made.Equal(want.Made) || len(m.Sessions) != 1 || m.Sessions[0] != want.Sessions[0] {
		t.Errorf("out came %d bytes and %+v", len(got), m)
	}
	for _, word := range []string{"zqxmark", "K7M4QX", "Laptop 2", "autumn"} {
		if bytes.Contains(file, []byte(word)) {
			t.Errorf("%q can be read without the passphrase", word)
		}
	}
}

func TestAnotherPassphraseOpensNothing(t *testing.T) {
	for _, p := range []string{"", "quiet-lamp-over-herE", secret + " "} {
		if _, _, err := read(sealed(t), p); !errors.Is(err, ErrPassphrase) {
			t.Errorf("%q: %v", p, err)
		}
	}
	if err := Seal(io.Discard, "short", about(), bytes.NewReader(records)); !errors.Is(err, ErrShort) {
		t.Errorf("a short passphrase is taken: %v", err)
	}
}

// TestEveryChangeIsFoundOut changes a byte here and there, and cuts the file short
// everywhere: nothing of it may pass.
func TestEveryChangeIsFoundOut(t *testing.T) {
	file := sealed(t)
	for i := 0; i < len(file); i += 1 + len(file)/150 {
		other := bytes.Clone(file)
		other[i] ^= 1
		if _, _, err := read(other, secret); err == nil {
			t.Errorf("byte %d of %d was changed, and it opens", i, len(file))
		} else if i > 200 && !errors.Is(err, ErrChanged) {
			t.Errorf("byte %d was changed: %v", i, err)
		}
		if _, _, err := read(file[:i], secret); err == nil {
			t.Errorf("%d of %d bytes are enough", i, len(file))
		} else if i > 200 && !errors.Is(err, ErrChanged) {
			t.Errorf("it was cut at %d: %v", i, err)
		}
	}
	if _, _, err := read(append(bytes.Clone(file), 'x'), secret); err == nil {
		t.Error("something was added at the end, and it opens")
	}
}

func TestOtherFilesAreNoBundles(t *testing.T) {
	for _, words := range []string{"", "x", "PK\x03\x04 a spreadsheet", "SQLite format 3\x00"} {
		if _, _, err := read([]byte(words), secret); !errors.Is(err, ErrNotABundle) {
			t.Errorf("%q: %v", words, err)
		}
	}
	pulled := errors.New("the stick was pulled out")
	if _, err := Open(iotest.ErrReader(pulled), secret); !errors.Is(err, pulled) {
		t.Errorf("the reader's own error is %v", err)
	}
}

func TestALaterFormatIsRefused(t *testing.T) {
	m := about()
	m.Format = Format + 1
	var out bytes.Buffer
	if err := seal(&out, secret, m, bytes.NewReader(records)); err != nil {
		t.Fatal(err)
	}
	if _, _, err := read(out.Bytes(), secret); !errors.Is(err, ErrLater) {
		t.Errorf("a later format: %v", err)
	}
}

func TestRecordsThatAreNotThoseOfTheManifest(t *testing.T) {
	var out bytes.Buffer
	m := about()
	m.SHA256 = strings.Repeat("0", 64)
	if err := Seal(&out, secret, m, bytes.NewReader(records)); err != nil {
		t.Fatal(err)
	}
	if _, _, err := read(out.Bytes(), secret); !errors.Is(err, ErrChanged) {
		t.Errorf("another sum: %v", err)
	}
	m = about()
	m.Size--
	if err := Seal(io.Discard, secret, m, bytes.NewReader(records)); err == nil {
		t.Error("more records than the manifest says are sealed")
	}
}

func TestPassphrasesAreMadeUp(t *testing.T) {
	seen := map[string]bool{}
	for range 100 {
		p, err := NewPassphrase()
		if err != nil || len(p) != 24 || strings.Trim(p, letters+"-") != "" || seen[p] {
			t.Fatalf("%q, %v", p, err)
		}
		seen[p] = true
	}
}

func FuzzOpen(f *testing.F) {
	f.Add([]byte(intro))
	f.Add([]byte(intro + "-> scrypt bGFtcA 8\nAAAA\n--- AAAA\n"))
	f.Fuzz(func(t *testing.T, file []byte) {
		if _, _, err := read(file, secret); err == nil {
			t.Error("bytes that nobody sealed open")
		}
	})
}
