// Package calendars holds the bank holidays that working days leave out.
package calendars

import _ "embed"

// England is the bank holidays of England and Wales, as JSON:
// {"covers": [first year, last year], "dates": ["YYYY-MM-DD", …]}.
//
//go:embed england.json
var England []byte
