package ssda903

var uascRules = []Rule{
	{
		Code: "104", Needs: "UASC.DUC",
		Title: "Date asylum status ended must be real and not before this year",
		What:  "The date that the child stopped being an unaccompanied asylum-seeking child is given as {DUC}.",
		Do:    "Enter a real date on or after 1 April when the collection year began.",
		Check: func(c *View, found *Found) {
			for _, u := range c.UASC {
				if u.DUC.NotDate() || u.DUC.Before(c.Start) {
					flag(found, u.DUC)
				}
			}
		},
	},
	{
		Code: "303", Needs: "UASC.DUC Header.UASC",
		Title: "A date asylum-seeking status ended needs the status 1",
		What:  "The status ended on {DUC}, but the child is not recorded as unaccompanied and seeking asylum.",
		Do:    "Change the status to 1 or take the date away.",
		Check: func(c *View, found *Found) {
			for _, u := range c.UASC {
				if u.DUC.Missing() {
					continue
				}
				for _, h := range c.Header {
					if !h.UASC.Is("1") {
						flag(found, h.UASC, u.DUC)
					}
				}
			}
		},
	},
	{
		Code: "105", Needs: "Header.UASC XML",
		Title: "Status as unaccompanied asylum-seeking child must be 0 or 1",
		What:  "The status is given as {UASC}.",
		Do:    "Enter 1 if the child came alone to seek asylum, or 0.",
		Check: func(c *View, found *Found) {
			for _, h := range c.Header {
				if !h.UASC.In(ZeroOneCodes) {
					flag(found, h.UASC)
				}
			}
		},
	},
	{
		Code: "304", Needs: "UASC.DOB UASC.DUC",
		Title: "Asylum-seeking status cannot last past the 18th birthday",
		What:  "The status ended on {DUC}. Born on {DOB}, the child was over 18.",
		Do:    "Enter a date on or before the 18th birthday.",
		Check: func(c *View, found *Found) {
			for _, u := range c.UASC {
				if u.DOB.IsDate() && u.DUC.After(u.DOB.Day().AddYears(18)) {
					flagWith(found, naming(u.DOB), u.DUC)
				}
			}
		},
	},
	{
		Code: "392b", Needs: "Episodes.LS " + anyUASC, More: "UASC.DUC UASC_last.DUC",
		Title: "Enter the home and placement postcodes",
		What:  "The home postcode is {HOME_POST} and the placement postcode is {PL_POST}.",
		Do:    "Enter the postcode that is empty. Only short breaks and children who came alone to seek asylum have none.",
		Check: func(c *View, found *Found) {
			for _, ep := range c.Episodes {
				if !ep.LS.In(Respite) && anyMissing(ep.HOME_POST, ep.PL_POST) && !c.everUASC() {
					flag(found, ep.HOME_POST, ep.PL_POST)
				}
			}
		},
	},
	{
		Code: "205A", Needs: "Header.UASC|UASC UASC_last", Reads: uascReads,
		Title: "Asylum-seeking status ended without a date that says so",
		What:  "Child {CHILD} came alone to seek asylum last year and not this year. No date says that this ended before this year.",
		Do:    "Change the status, or enter the date that it ended in last year’s return.",
		Check: func(c *View, found *Found) {
			if c.statusThisYear() != notUASC || statusOf(c.Last) != isUASCNow {
				return
			}
			if !anyDUC(&c.Tables, c.endedBefore) && !anyDUC(c.Last, c.endedBefore) {
				flagWith(found, naming(c.named()), c.withStatus(func(u *UASC) Value { return u.CHILD })...)
			}
		},
	},
	{
		Code: "205B", Needs: "UASC Header_last.UASC|UASC_last", Reads: uascReads,
		Title: "Asylum-seeking status goes on, but the dates do not fit",
		What:  "Child {CHILD} came alone to seek asylum last year and this year. The date that this ends or ended does not fit.",
		Do:    "Enter the day this year on which it ended. If it goes on, enter the 18th birthday.",
		Check: func(c *View, found *Found) {
			if c.statusThisYear() != isUASCNow || statusOf(c.Last) != isUASCNow {
				return
			}
			for _, u := range c.UASC {
				if c.supported(u) {
					return
				}
			}
			flagWith(found, naming(c.named()), c.withStatus(func(u *UASC) Value { return u.DUC })...)
		},
	},
	{
		Code: "205C", Needs: "UASC|UASC_last", Reads: uascReads,
		Title: "A date that asylum-seeking status ended, without the status",
		What:  "Child {CHILD} did not come alone to seek asylum, this year or last year. There is a date that this ended.",
		Do:    "Change the status to 1 or take the date away.",
		Check: func(c *View, found *Found) {
			if c.statusThisYear() != notUASC || statusOf(c.Last) != notUASC {
				return
			}
			if anyDUC(&c.Tables, Value.Present) || anyDUC(c.Last, Value.Present) {
				flagWith(found, naming(c.named()), c.withStatus(func(u *UASC) Value { return u.DUC })...)
			}
		},
	},
	{
		Code: "205D", Needs: "Header.UASC|UASC Header_last.UASC|UASC_last", Reads: uascReads,
		Title: "Asylum-seeking status is new for a child known last year",
		What:  "Child {CHILD} came alone to seek asylum, and last year’s return says that the child did not.",
		Do:    "Check the status in both years.",
		Check: func(c *View, found *Found) {
			if c.statusThisYear() != isUASCNow || statusOf(c.Last) != notUASC {
				return
			}
			if len(c.Header) > 0 {
				flagWith(found, naming(c.named()), c.Header[0].UASC)
				return
			}
			flagWith(found, naming(c.named()), c.withStatus(func(u *UASC) Value { return u.CHILD })...)
		},
	},
}

// anyUASC is what tells of any child whether it came alone to seek asylum.
const anyUASC = "Header.UASC|Header_last.UASC|UASC|UASC_last"

// uascReads is what the rules 205 read.
const uascReads = "Header.UASC Header_last.UASC UASC.DOB UASC.DUC UASC_last.DUC"

// uascStatus is whether a year's return says that the child is an unaccompanied
// asylum-seeking child.
type uascStatus uint8

const (
	unknownUASC uascStatus = iota // the child is not in that year's return
	notUASC
	isUASCNow
)

// statusOf is the status in Header. Where Header does not say it, a date in
// the UASC table says yes and a row without one no.
func statusOf(ts *Tables) uascStatus {
	for _, h := range ts.Header {
		switch {
		case h.UASC.Is("1"):
			return isUASCNow
		case h.UASC.Is("0"):
			return notUASC
		}
	}
	switch {
	case anyDUC(ts, Value.Present):
		return isUASCNow
	case len(ts.UASC) > 0:
		return notUASC
	}
	return unknownUASC
}

func (v *View) statusThisYear() uascStatus { return statusOf(&v.Tables) }

// anyDUC reports a row of UASC whose date of ending passes the test.
func anyDUC(ts *Tables, test func(Value) bool) bool {
	for _, u := range ts.UASC {
		if test(u.DUC) {
			return true
		}
	}
	return false
}

// endedBefore reports a date before this collection year.
func (v *View) endedBefore(duc Value) bool { return duc.Before(v.Start) }

// supported reports that the date of ending lets a child be unaccompanied last
// year and this year: it is the 18th birthday, until which the status goes on,
// or a day this year before it, and last year's date is not before this year.
func (v *View) supported(u *UASC) bool {
	if !u.DOB.IsDate() {
		return u.DUC.IsDate() && !u.DUC.Before(v.Start)
	}
	adult := u.DOB.Day().AddYears(18)
	return u.DUC.On(adult) || v.Contains(u.DUC) && u.DUC.Before(adult) && !anyDUC(v.Last, v.endedBefore)
}

// withStatus is the status in Header with a value of each row in UASC.
func (v *View) withStatus(value func(*UASC) Value) []Value {
	var out []Value
	for _, u := range v.UASC {
		out = append(out, value(u))
	}
	for _, h := range v.Header {
		out = append(out, h.UASC)
	}
	return out
}

// named is the child's CHILD, for words.
func (v *View) named() Value {
	if len(v.Header) > 0 {
		return v.Header[0].CHILD
	}
	if len(v.UASC) > 0 {
		return v.UASC[0].CHILD
	}
	return Value{table: HeaderTable, row: nowhere}
}

// everUASC reports that this year's or last year's return says that the child is
// or was an unaccompanied asylum-seeking child.
func (v *View) everUASC() bool {
	for _, ts := range [...]*Tables{&v.Tables, v.Last} {
		for _, h := range ts.Header {
			if h.UASC.Is("1") {
				return true
			}
		}
		if anyDUC(ts, Value.Present) {
			return true
		}
	}
	return false
}
