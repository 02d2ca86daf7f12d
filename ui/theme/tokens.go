package theme

// Token names a colour by what it is used for.
type Token string

// The tokens of the design system.
const (
	Bg           Token = "bg"           // window
	Surface      Token = "surface"      // cards, forms, inputs
	Sunken       Token = "sunken"       // table heads, wells
	Text         Token = "text"         // text
	Muted        Token = "muted"        // hints, secondary text
	Line         Token = "line"         // dividers and card edges; decoration only
	Border       Token = "border"       // edges of inputs and buttons
	Primary      Token = "primary"      // main button, selected edge
	PrimaryHover Token = "primaryHover" // main button, pointer over or pressed
	OnPrimary    Token = "onPrimary"    // text on the main button
	Tint         Token = "tint"         // selected row or choice
	OnTint       Token = "onTint"       // text on a selected row
	Link         Token = "link"         // links
	Focus        Token = "focus"        // focus ring
	Error        Token = "error"        // errors
	ErrorTint    Token = "errorTint"    // error summary fill
	Check        Token = "check"        // check-this text
	CheckTint    Token = "checkTint"    // check-this fill
	CheckLine    Token = "checkLine"    // check-this bar and edge
	Done         Token = "done"         // completed, passed
	DoneTint     Token = "doneTint"     // passed tag fill
	Info         Token = "info"         // information
	InfoTint     Token = "infoTint"     // information fill
	Nav          Token = "nav"          // side menu
	NavText      Token = "navText"      // side menu text
	NavMuted     Token = "navMuted"     // side menu group heads
	NavActive    Token = "navActive"    // side menu, current page
	NavFocus     Token = "navFocus"     // focus ring in the side menu
	Data1        Token = "data1"        // chart mark 1
	Data2        Token = "data2"        // chart mark 2
	Data3        Token = "data3"        // chart mark 3
	DataBg       Token = "dataBg"       // chart track
	Heat0        Token = "heat0"        // heat step
	Heat1        Token = "heat1"        // heat step
	Heat2        Token = "heat2"        // heat step
	Heat3        Token = "heat3"        // heat step
	Heat4        Token = "heat4"        // heat step
	OnHeat0      Token = "onHeat0"      // number on a heat step
	OnHeat1      Token = "onHeat1"      // number on a heat step
	OnHeat2      Token = "onHeat2"      // number on a heat step
	OnHeat3      Token = "onHeat3"      // number on a heat step
	OnHeat4      Token = "onHeat4"      // number on a heat step
)

// palettes gives each scheme the colour of every token as 0xRRGGBB.
var palettes = map[Scheme]map[Token]uint32{
	Light: {
		Bg:           0xF3F6F5,
		Surface:      0xFFFFFF,
		Sunken:       0xE9EFED,
		Text:         0x14211F,
		Muted:        0x44534F,
		Line:         0xCBD6D3,
		Border:       0x586966,
		Primary:      0x0D5650,
		PrimaryHover: 0x0A443F,
		OnPrimary:    0xFFFFFF,
		Tint:         0xDCEEEA,
		OnTint:       0x0A3D39,
		Link:         0x0B5570,
		Focus:        0x2A3FD4,
		Error:        0xA3152B,
		ErrorTint:    0xFDEEF0,
		Check:        0x7A4700,
		CheckTint:    0xFFF3D9,
		CheckLine:    0xB06A00,
		Done:         0x175E36,
		DoneTint:     0xE1F2E7,
		Info:         0x1D4B86,
		InfoTint:     0xE5EEF9,
		Nav:          0x10312E,
		NavText:      0xF0F6F4,
		NavMuted:     0xBCD2CD,
		NavActive:    0x23504B,
		NavFocus:     0xFFD85C,
		Data1:        0x12706A,
		Data2:        0x6A3A86,
		Data3:        0xA35B00,
		DataBg:       0xDDE6E3,
		Heat0:        0xFFFFFF,
		Heat1:        0xF0E9F5,
		Heat2:        0xD9C6E6,
		Heat3:        0x8F5FB0,
		Heat4:        0x56267A,
		OnHeat0:      0x14211F,
		OnHeat1:      0x14211F,
		OnHeat2:      0x14211F,
		OnHeat3:      0xFFFFFF,
		OnHeat4:      0xFFFFFF,
	},
	Dark: {
		Bg:           0x0F1615,
		Surface:      0x18211F,
		Sunken:       0x222D2B,
		Text:         0xF1F6F5,
		Muted:        0xBCCAC6,
		Line:         0x3A4A46,
		Border:       0x93A6A1,
		Primary:      0x86D6CB,
		PrimaryHover: 0xA5E4DB,
		OnPrimary:    0x062320,
		Tint:         0x1C3F3B,
		OnTint:       0xD5F3EE,
		Link:         0x8FD3F0,
		Focus:        0xFFD85C,
		Error:        0xFFA3A8,
		ErrorTint:    0x3C181D,
		Check:        0xFFC978,
		CheckTint:    0x372709,
		CheckLine:    0xE0A044,
		Done:         0x93DDAC,
		DoneTint:     0x15301F,
		Info:         0xA9CBFF,
		InfoTint:     0x172A44,
		Nav:          0x0A100F,
		NavText:      0xF1F6F5,
		NavMuted:     0xBCCAC6,
		NavActive:    0x1F3D39,
		NavFocus:     0xFFD85C,
		Data1:        0x6CCBBF,
		Data2:        0xC9A3E6,
		Data3:        0xF0B25A,
		DataBg:       0x33413E,
		Heat0:        0x18211F,
		Heat1:        0x2B2338,
		Heat2:        0x4A3363,
		Heat3:        0x8E63B3,
		Heat4:        0xD6B6F0,
		OnHeat0:      0xF1F6F5,
		OnHeat1:      0xF1F6F5,
		OnHeat2:      0xFFFFFF,
		OnHeat3:      0xFFFFFF,
		OnHeat4:      0x1B0B29,
	},
	ContrastDark: {
		Bg:           0x000000,
		Surface:      0x000000,
		Sunken:       0x000000,
		Text:         0xFFFFFF,
		Muted:        0xFFFFFF,
		Line:         0xFFFFFF,
		Border:       0xFFFFFF,
		Primary:      0xFFFFFF,
		PrimaryHover: 0xE6E6E6,
		OnPrimary:    0x000000,
		Tint:         0x003B5C,
		OnTint:       0xFFFFFF,
		Link:         0x7FE3FF,
		Focus:        0xFFEB3B,
		Error:        0xFF9E9E,
		ErrorTint:    0x000000,
		Check:        0xFFD166,
		CheckTint:    0x000000,
		CheckLine:    0xFFD166,
		Done:         0x8CFFA8,
		DoneTint:     0x000000,
		Info:         0x7FE3FF,
		InfoTint:     0x000000,
		Nav:          0x000000,
		NavText:      0xFFFFFF,
		NavMuted:     0xFFFFFF,
		NavActive:    0x003B5C,
		NavFocus:     0xFFEB3B,
		Data1:        0x7FE3FF,
		Data2:        0xFFA6F6,
		Data3:        0xFFD166,
		DataBg:       0x4D4D4D,
		Heat0:        0x000000,
		Heat1:        0x000000,
		Heat2:        0x3D3D3D,
		Heat3:        0xBDBDBD,
		Heat4:        0xFFFFFF,
		OnHeat0:      0xFFFFFF,
		OnHeat1:      0xFFFFFF,
		OnHeat2:      0xFFFFFF,
		OnHeat3:      0x000000,
		OnHeat4:      0x000000,
	},
	ContrastLight: {
		Bg:           0xFFFFFF,
		Surface:      0xFFFFFF,
		Sunken:       0xFFFFFF,
		Text:         0x000000,
		Muted:        0x000000,
		Line:         0x000000,
		Border:       0x000000,
		Primary:      0x000000,
		PrimaryHover: 0x262626,
		OnPrimary:    0xFFFFFF,
		Tint:         0xD6E8FF,
		OnTint:       0x000000,
		Link:         0x00317A,
		Focus:        0x6A00C9,
		Error:        0x8A0014,
		ErrorTint:    0xFFFFFF,
		Check:        0x5C3500,
		CheckTint:    0xFFFFFF,
		CheckLine:    0x5C3500,
		Done:         0x00451E,
		DoneTint:     0xFFFFFF,
		Info:         0x00317A,
		InfoTint:     0xFFFFFF,
		Nav:          0x000000,
		NavText:      0xFFFFFF,
		NavMuted:     0xFFFFFF,
		NavActive:    0x003B5C,
		NavFocus:     0xFFEB3B,
		Data1:        0x00544E,
		Data2:        0x5A1A80,
		Data3:        0x7A4300,
		DataBg:       0xBFBFBF,
		Heat0:        0xFFFFFF,
		Heat1:        0xFFFFFF,
		Heat2:        0xD0D0D0,
		Heat3:        0x5C5C5C,
		Heat4:        0x000000,
		OnHeat0:      0x000000,
		OnHeat1:      0x000000,
		OnHeat2:      0x000000,
		OnHeat3:      0xFFFFFF,
		OnHeat4:      0xFFFFFF,
	},
}
