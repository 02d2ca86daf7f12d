package ssda903

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"recordwell/validation/datatype"
)

// Provider is one line of Ofsted's list of registered providers.
type Provider struct {
	URN string
	// Places and Providers are the codes of PLACE and PLACE_PROVIDER that the
	// registration allows.
	Places, Providers []string
	// Postcode has no spaces and capital letters.
	Postcode string
	// Authority is the code of the local authority that it stands in.
	Authority string
	// Closed is the day on which the registration ended, or no date.
	Closed datatype.Date
}

// Providers looks up registered providers.
type Providers interface {
	// Provider returns every line of a URN; a provider may have premises in
	// several authorities. It returns none for an unknown URN.
	Provider(urn string) []Provider
}

// Location is where a postcode lies.
type Location struct {
	// Authority is the upper-tier code, such as E09000027.
	Authority string
	// East and North are metres on the national grid, and Grid says whether they
	// are known.
	East, North int
	Grid        bool
}

// Postcodes looks up postcodes.
type Postcodes interface {
	// Postcode takes a postcode as written. False means that there is no such
	// postcode.
	Postcode(postcode string) (Location, bool)
}

// plainPostcode leaves spaces out and uses capitals, so that ways of writing
// compare.
func plainPostcode(s string) string {
	return strings.ToUpper(strings.ReplaceAll(s, " ", ""))
}

type providerTable map[string][]Provider

func (p providerTable) Provider(urn string) []Provider { return p[urn] }

type postcodeTable map[string]Location

func (p postcodeTable) Postcode(s string) (Location, bool) {
	l, ok := p[plainPostcode(s)]
	return l, ok
}

func knownPostcodes(list []string) Postcodes {
	table := make(postcodeTable, len(list))
	for _, s := range list {
		table[plainPostcode(s)] = Location{}
	}
	return table
}

// providersOf reads a provider table of a tables file or of a CSV file.
func providersOf(in jsonTable) (Providers, error) {
	table := make(providerTable, len(in.Rows))
	for n, values := range in.Rows {
		get := func(name string) string {
			s, _, e := jsonText(values[name])
			if e != nil {
				return ""
			}
			return s
		}
		p := Provider{
			URN: get("URN"), Places: codeList(values["PLACE_CODES"]), Providers: codeList(values["PROVIDER_CODES"]),
			Postcode: plainPostcode(get("POSTCODE")), Authority: get("LA_CODE_INFERRED"),
		}
		if p.Authority == "" {
			p.Authority = get("LA_CODE")
		}
		if s := get("REG_END"); s != "" {
			d, err := datatype.ParseISO(s)
			if err != nil {
				d, err = datatype.ParseDMY(s)
			}
			if err != nil {
				return nil, fmt.Errorf("row %d: REG_END must be a real date", n)
			}
			p.Closed = d
		}
		table[p.URN] = append(table[p.URN], p)
	}
	return table, nil
}

// codeList reads codes given as a JSON list or as text with separators.
func codeList(v any) []string {
	if list, ok := v.([]any); ok {
		var out []string
		for _, x := range list {
			if s, ok, err := jsonText(x); ok && err == nil {
				out = append(out, s)
			}
		}
		return out
	}
	s, _, _ := jsonText(v)
	return strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(", ;|", r) })
}

// ReadProviders reads a provider list: CSV with the columns URN, PLACE_CODES,
// PROVIDER_CODES (codes apart by spaces), POSTCODE, LA_CODE and REG_END.
func ReadProviders(r io.Reader) (Providers, error) {
	in, err := csvTable(r, "URN")
	if err != nil {
		return nil, err
	}
	return providersOf(in)
}

// ReadPostcodes reads a postcode table: CSV with the columns pcd and laua, and
// with oseast1m and osnrth1m for distances. Where a column cty or oscty names
// the county, it is the authority of a two-tier area.
func ReadPostcodes(r io.Reader) (Postcodes, error) {
	in, err := csvTable(r, "pcd", "laua")
	if err != nil {
		return nil, err
	}
	table := make(postcodeTable, len(in.Rows))
	for n, row := range in.Rows {
		get := func(name string) string { s, _ := row[name].(string); return s }
		l := Location{Authority: get("laua")}
		for _, county := range []string{get("cty"), get("oscty")} {
			if strings.HasPrefix(county, "E10") {
				l.Authority = county
			}
		}
		if east, north := get("oseast1m"), get("osnrth1m"); east != "" && north != "" {
			var err1, err2 error
			l.East, err1 = strconv.Atoi(east)
			l.North, err2 = strconv.Atoi(north)
			if err1 != nil || err2 != nil {
				return nil, fmt.Errorf("row %d: oseast1m and osnrth1m must be whole numbers of metres", n+1)
			}
			l.Grid = true
		}
		table[plainPostcode(get("pcd"))] = l
	}
	return table, nil
}

func csvTable(r io.Reader, needs ...string) (jsonTable, error) {
	cr := csv.NewReader(io.LimitReader(unmarked(r), maxFile))
	head, err := cr.Read()
	if err != nil {
		return jsonTable{}, fmt.Errorf("the first line must name the columns: %w", err)
	}
	in := jsonTable{Columns: head}
	for _, need := range needs {
		if !slices.Contains(head, need) {
			return in, fmt.Errorf("there is no column %s", need)
		}
	}
	for {
		record, err := cr.Read()
		if errors.Is(err, io.EOF) {
			return in, nil
		}
		if err != nil {
			return in, err
		}
		values := make(map[string]any, len(head))
		for i, name := range head {
			if record[i] != "" {
				values[name] = record[i]
			}
		}
		in.Rows = append(in.Rows, values)
	}
}
