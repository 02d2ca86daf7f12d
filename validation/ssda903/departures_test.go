package ssda903

// departure is where we differ from a fixture because the Department's text,
// its message or its purpose says otherwise. docs/rules-ssda903.md tells why.
type departure struct {
	rows       []location
	reason     string
	notChecked bool // for want of something that the fixture does not bring
}

// departures are by "CODE/case", cases counted from 0.
var departures = map[string]departure{
	"635/0": {rows: []location{{"PrevPerm", 3}}, reason: codeZ1},
	"702/0": {rows: []location{{"DoLo", 3}}, reason: "the message says before, so an order that ends on the day it began passes"},
	"706/0": {rows: []location{{"DoLo", 0}}, reason: "the row that is flagged is this year’s first order; the peer gives the number of a row of last year"},
	"SW11bSTG2/0": {
		rows:   []location{{"SWEpisodes", 8}, {"SWEpisodes", 9}, {"SWEpisodes", 11}, {"SWEpisodes", 14}, {"SWEpisodes", 17}},
		reason: "the episode that ended is flagged, however long before 31 March; a row without dates is no episode that follows",
	},
	"SW12STG2/0": {rows: []location{{"Episodes", 1}, {"Episodes", 4}}, reason: socialWorkers},
	"234/0":      {reason: custody},
	"241/0":      {reason: "the text compares with the authorities of the provider on Ofsted’s list; the peer compares with the returning authority", notChecked: true},
}

// Reasons that are given more than once.
const (
	codeZ1 = "the message asks about the code Z1; the peer flags an empty code"
	// What the validator does for this rule cannot be told from its message.
	socialWorkers = "the message asks about children looked after on 31 March; the peer also flags episodes that ended before, and social workers from before the episode"
	noPostcodes   = "the sample brings no postcode table, so the rule is not checked; the peer flags every row"
	undated       = "an episode without a start date follows no other; the peer puts it last"
	custody       = "the text asks about the reason of the episode before; the peer looks at the reason of the same episode"
)

// sampleDepartures are rules that find something else on a sample than the
// validator whose findings come with it, by "sample/CODE", and why.
var sampleDepartures = map[string]string{
	"fake_903/601":       "a child who was adopted and has no row in AD1 at all is flagged too",
	"fake_903/634":       "the day is 1 April 2016, as text and message say; the peer uses the start of the collection year",
	"fake_903/1016":      "the text asks about the current episode; the peer takes any that ended after the birthday",
	"synthetic/165":      "the codes of SEX are M, F and U since 2024/25, 1 and 2 before; the peer knows the old ones alone",
	"synthetic/544":      "conviction answered with 0 is completed as well; the peer looks at 1 alone",
	"synthetic/635":      codeZ1,
	"synthetic/SW12STG2": socialWorkers,
	"fake_903/392c":      "the sample brings no postcode table, so the rule is not checked; the peer calls every postcode unknown",
	"fake_903/234":       custody,
	"fake_903/1015":      noPostcodes,
	"fake_903/169":       noPostcodes,
	"fake_903/179":       noPostcodes,
	"fake_903/392a":      noPostcodes,
	"fake_903/336":       "the text names placements A3 and A5; the peer looks at A3 and A4",
	"synthetic/433":      undated,
	"synthetic/435":      undated,
	"synthetic/142":      undated,
}

// departsUnseen are rules that depart from that validator where no fixture and
// no sample shows it, by code, and why.
var departsUnseen = map[string]string{
	"1007":     "a young person who is still looked after at the end of the year is flagged, as the text says, even if care began after the birthday",
	"184":      "a child whose date of birth is not known is not flagged",
	"189":      "17 on the first day of the year counts as 17 or over, as the message says",
	"334":      "the latest period of care counts, as the message says; the quoted text is that of 1003",
	"3001":     "the home, ACCOM, is flagged; the peer names another field",
	"347":      "T1 and T2, the codes of foyers, are what the text calls T",
	"547":      "health checks answered with 0 are completed as well",
	"552":      "with several decisions, one on or before the placement is enough",
	"558":      "with several decisions, the latest is the one that must not be stopped",
	"560":      "with several decisions, one of last year’s date is enough",
	"576":      "a child who has no row at all this year is flagged too, at last year’s row",
	"579":      "a decision must not begin before any earlier one was stopped, not just the one before it",
	"580":      "the rule reads the date of birth, so it is about care that ended at 18",
	"582":      "dates are compared as dates, not as text",
	"583":      "dates are compared as dates, not as text",
	"584":      "dates are compared as dates, not as text",
	"633":      "every authority of today is on the list, such as 838 to 840 and 940 to 943",
	"709":      "the placement is PLACE; the peer reads a column that no file has. An order that ends on the day that a placement begins does not overlap with it",
	"710":      "as 709",
	"SW10STG2": "a gap of more than 7 days is no overlap and passes",
	"SW13STG1": "a date that is not real decides nothing",
	"231":      "the status is the one of Header or UASC, whatever the name of the column; the peer reads a column that no file has",
	"233":      "the end of the episode is DEC; the peer reads a column that no file has",
	"218":      "the day is 31 March 2015, as the text says; the peer uses the start of the collection year",
	"227":      "a provider with several lines on Ofsted’s list is registered as long as one of them is",
	"228":      "as 227",
	"164":      "a child of whom no file says anything is not an unaccompanied asylum-seeking child; the peer then checks nobody",
	"363":      "spells are joined by date, whatever the order of the file",
	"364":      "spells are joined by date, whatever the order of the file",
	"440":      "a child is 4 on the fourth birthday; the peer flags from the day after",
	"453":      "a distance that is there in one year only differs, in either year; the peer flags one of the two",
	"503G":     "as 453",
	"503D":     "H5 that became K3 in 2024/25 is the same placement, as the text says; the peer knows the change of 2025/26 alone",
	"210":      "the message asks about children looked after longer than a week, so an episode before 24 March is flagged; the quoted text and the peer have it the other way round",
	"383":      "a returning placement without a postcode equals one without; neighbours are found by date, whatever the order of the file",
}
