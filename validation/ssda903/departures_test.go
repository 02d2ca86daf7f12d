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
	"234/0": {reason: custody},
	"241/0": {reason: "the text compares with the authorities of the provider on Ofsted’s list; the peer compares with the returning authority", notChecked: true},
}

// Reasons that are given more than once.
const (
	noPostcodes = "the sample brings no postcode table, so the rule is not checked; the peer flags every row"
	undated     = "an episode without a start date follows no other; the peer puts it last"
	custody     = "the text asks about the reason of the episode before; the peer looks at the reason of the same episode"
)

// sampleDepartures are rules that find something else on a sample than the
// validator whose findings come with it, by "sample/CODE", and why.
var sampleDepartures = map[string]string{
	"fake_903/392c": "the sample brings no postcode table, so the rule is not checked; the peer calls every postcode unknown",
	"fake_903/234":  custody,
	"fake_903/1015": noPostcodes,
	"fake_903/169":  noPostcodes,
	"fake_903/179":  noPostcodes,
	"fake_903/392a": noPostcodes,
	"fake_903/336":  "the text names placements A3 and A5; the peer looks at A3 and A4",
	"synthetic/433": undated,
	"synthetic/435": undated,
	"synthetic/142": undated,
}

// departsUnseen are rules that depart from that validator where no fixture and
// no sample shows it, by code, and why.
var departsUnseen = map[string]string{
	"231":  "the status is the one of Header or UASC, whatever the name of the column; the peer reads a column that no file has",
	"233":  "the end of the episode is DEC; the peer reads a column that no file has",
	"218":  "the day is 31 March 2015, as the text says; the peer uses the start of the collection year",
	"227":  "a provider with several lines on Ofsted’s list is registered as long as one of them is",
	"228":  "as 227",
	"164":  "a child of whom no file says anything is not an unaccompanied asylum-seeking child; the peer then checks nobody",
	"363":  "spells are joined by date, whatever the order of the file",
	"364":  "spells are joined by date, whatever the order of the file",
	"440":  "a child is 4 on the fourth birthday; the peer flags from the day after",
	"453":  "a distance that is there in one year only differs, in either year; the peer flags one of the two",
	"503G": "as 453",
	"503D": "H5 that became K3 in 2024/25 is the same placement, as the text says; the peer knows the change of 2025/26 alone",
	"210":  "the message asks about children looked after longer than a week, so an episode before 24 March is flagged; the quoted text and the peer have it the other way round",
	"383":  "a returning placement without a postcode equals one without; neighbours are found by date, whatever the order of the file",
}
