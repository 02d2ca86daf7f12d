package ssda903

// Given is what the user says about a return; empty fields were not given.
type Given struct {
	Year      string // such as "2026-27", already checked
	Authority string
	Providers Providers
	Postcodes Postcodes
}

// NewContext joins what the user says, what the return says and, where neither
// says anything, the newest collection year that is known. The user wins.
func NewContext(r *Return, given Given) *Context {
	cx := &Context{
		Period: yearNamed(Years[len(Years)-1]), Authority: r.Given.Authority, Providers: r.Given.Providers,
		Postcodes: r.Given.Postcodes, XML: r.XML,
	}
	if r.Given.Year != "" {
		cx.Period = yearNamed(r.Given.Year)
	}
	if r.Given.End != 0 {
		cx.Start, cx.End = r.Given.End.AddDays(1).AddYears(-1), r.Given.End
	}
	if r.Given.Start != 0 {
		cx.Start = r.Given.Start
		if r.Given.End == 0 {
			cx.End = cx.Start.AddYears(1).AddDays(-1)
		}
	}
	if given.Year != "" {
		cx.Period = yearNamed(given.Year)
	}
	if given.Authority != "" {
		cx.Authority = given.Authority
	}
	if given.Providers != nil {
		cx.Providers = given.Providers
	}
	if given.Postcodes != nil {
		cx.Postcodes = given.Postcodes
	}
	return cx
}

// yearNamed is ParseYear for a name that was checked before.
func yearNamed(name string) Period {
	p, err := ParseYear(name)
	if err != nil {
		panic("ssda903: " + err.Error())
	}
	return p
}
