package bundle

import (
	"archive/tar"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"filippo.io/age"
)

const (
	manifestName = "manifest.json"
	recordsName  = "recordwell.db"
)

// work is how hard a passphrase is to guess: 2 to the power of it rounds of scrypt, a
// quarter of a second and 64 MB. Passphrases that are made up need no more. Tests lower it.
var work = 16

// Seal writes a bundle. The manifest's size and sum must be those of the records.
// It returns [ErrShort] for a passphrase that could be guessed.
func Seal(w io.Writer, passphrase string, m Manifest, records io.Reader) error {
	m.Format = Format
	return seal(w, passphrase, m, records)
}

func seal(w io.Writer, passphrase string, m Manifest, records io.Reader) error {
	if utf8.RuneCountInString(passphrase) < LeastPassphrase {
		return ErrShort
	}
	recipient, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return err
	}
	recipient.SetWorkFactor(work)
	sealed, err := age.Encrypt(w, recipient)
	if err != nil {
		return err
	}
	packed := gzip.NewWriter(sealed)
	files := tar.NewWriter(packed)
	about, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	if err := files.WriteHeader(&tar.Header{Name: manifestName, Mode: 0o600, Size: int64(len(about)), ModTime: m.Made}); err != nil {
		return err
	}
	if _, err := files.Write(about); err != nil {
		return err
	}
	if err := files.WriteHeader(&tar.Header{Name: recordsName, Mode: 0o600, Size: m.Size, ModTime: m.Made}); err != nil {
		return err
	}
	if n, err := io.Copy(files, records); err != nil {
		return fmt.Errorf("after %d bytes of the records: %w", n, err)
	}
	return errors.Join(files.Close(), packed.Close(), sealed.Close())
}
