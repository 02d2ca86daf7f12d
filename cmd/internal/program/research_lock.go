package program

import (
	"crypto/pbkdf2"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"strconv"
	"strings"
)

// passphraseKey is the setting that holds what the passphrase is compared with:
// rounds, salt and derived key. The passphrase itself is kept nowhere.
const passphraseKey = "research_lock"

const (
	passphraseRounds = 600_000
	passphraseSalt   = 16
	passphraseLength = 32
)

// HasPassphrase tells whether the researcher's side asks for a passphrase.
func (r *Research) HasPassphrase() bool { return r.settings.Get(passphraseKey) != "" }

// Unlock tells whether this is the passphrase. It takes a moment, so that trying
// many takes long. A setting that cannot be read opens nothing.
func (r *Research) Unlock(passphrase string) bool {
	parts := strings.Split(r.settings.Get(passphraseKey), " ")
	if len(parts) != 3 {
		return false
	}
	rounds, errRounds := strconv.Atoi(parts[0])
	salt, errSalt := base64.StdEncoding.DecodeString(parts[1])
	key, errKey := base64.StdEncoding.DecodeString(parts[2])
	if errors.Join(errRounds, errSalt, errKey) != nil || rounds < 1 || len(key) == 0 {
		return false
	}
	typed, err := pbkdf2.Key(sha256.New, passphrase, salt, rounds, len(key))
	return err == nil && subtle.ConstantTimeCompare(typed, key) == 1
}

// SetPassphrase changes the passphrase; "" takes it away.
func (r *Research) SetPassphrase(passphrase string) error {
	if passphrase == "" {
		r.settings.Set(passphraseKey, "")
		return nil
	}
	salt := make([]byte, passphraseSalt)
	rand.Read(salt) //nolint:errcheck // it never fails: see crypto/rand
	key, err := pbkdf2.Key(sha256.New, passphrase, salt, passphraseRounds, passphraseLength)
	if err != nil {
		return err
	}
	r.settings.Set(passphraseKey, strings.Join([]string{
		strconv.Itoa(passphraseRounds), base64.StdEncoding.EncodeToString(salt), base64.StdEncoding.EncodeToString(key),
	}, " "))
	return nil
}
