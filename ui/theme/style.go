package theme

// Style is a size of text with its line height and weight.
type Style struct {
	Size, Line float32 // at 100% text
	Bold       bool
}

// The type styles of the design system.
var (
	Figure      = Style{34, 39, true}
	PageTitle   = Style{30, 38, true}
	SingleTitle = Style{34, 43, true} // page title on consent and single-question pages
	Title2      = Style{22, 30, true}
	Question    = Style{19, 27, true}
	Title3      = Style{18, 25, true}
	Body        = Style{18, 27, false}
	BodyDense   = Style{17, 24, false}
	Small       = Style{16, 24, false}
	Smallest    = Style{15, 22, false}
)

// AsBold is the same size in bold.
func (s Style) AsBold() Style { s.Bold = true; return s }

// Spaces between things. They do not grow with the text.
const (
	Space1 float32 = 4
	Space2 float32 = 8
	Space3 float32 = 12
	Space4 float32 = 16
	Space5 float32 = 24
	Space6 float32 = 32
	Space7 float32 = 48
	Space8 float32 = 64
)

// Corners, edges and targets. The focus ring keeps its width at any size of text.
const (
	RadiusS   float32 = 5
	RadiusTag float32 = 6
	RadiusM   float32 = 8
	RadiusL   float32 = 12
	EdgeError float32 = 3
	Bar       float32 = 5 // red or amber, left of a question
	BarGap    float32 = 18
	RingWidth float32 = 3
	RingGap   float32 = 2
	Target    float32 = 44 // least side of what can be pressed
	FieldPad  float32 = 20 // a field is a line of text and this high
	LongLine  float32 = 620
)
