package atspi

import "recordwell/ui/a11y"

// roleNotice is an announcement that readers without an event for it, such as
// Orca 43, read because it appears.
const roleNotice a11y.Role = "notice"

// kind is what a role is in AT-SPI: the number (enum AtspiRole) and the name.
type kind struct {
	number uint32
	name   string
}

// kinds maps every role. Groups are panels, because that is the only grouping
// whose name Orca speaks on the way in. A switch has a number only since
// at-spi2-core 2.56; older readers would call it unknown, so it is a toggle
// button that is named "switch".
var kinds = map[a11y.Role]kind{
	a11y.RoleApplication:  {75, "application"},
	a11y.RoleWindow:       {23, "frame"},
	a11y.RoleRegion:       {110, "landmark"},
	a11y.RoleDialog:       {16, "dialog"},
	a11y.RoleDocument:     {82, "document frame"},
	a11y.RoleGroup:        {39, "panel"},
	a11y.RoleHeading:      {83, "heading"},
	a11y.RoleText:         {29, "label"},
	a11y.RoleButton:       {43, "push button"},
	a11y.RoleLink:         {88, "link"},
	a11y.RoleTextBox:      {79, "entry"},
	a11y.RoleCheckBox:     {7, "check box"},
	a11y.RoleRadioGroup:   {39, "panel"},
	a11y.RoleRadio:        {44, "radio button"},
	a11y.RoleComboBox:     {11, "combo box"},
	a11y.RoleListBox:      {98, "list box"},
	a11y.RoleOption:       {32, "list item"},
	a11y.RoleList:         {31, "list"},
	a11y.RoleListItem:     {32, "list item"},
	a11y.RoleTable:        {55, "table"},
	a11y.RoleRow:          {90, "table row"},
	a11y.RoleColumnHeader: {10, "column header"},
	a11y.RoleRowHeader:    {47, "row header"},
	a11y.RoleCell:         {56, "table cell"},
	a11y.RoleTabList:      {38, "page tab list"},
	a11y.RoleTab:          {37, "page tab"},
	a11y.RoleSwitch:       {62, "toggle button"},
	a11y.RoleSlider:       {51, "slider"},
	a11y.RoleProgress:     {42, "progress bar"},
	a11y.RoleImage:        {27, "image"},
	a11y.RoleStatus:       {54, "statusbar"},
	a11y.RoleAlert:        {2, "alert"},
	roleNotice:            {101, "notification"},
}

// Three things are told apart by more than their role: a text box whose contents
// are secret, words with links inside, which Orca would say before each link, and
// a group that only repeats the name of what it is in, such as the scrolled part
// of a region, which should pass unnoticed.
var (
	password = kind{40, "password text"}
	passage  = kind{85, "section"}
	filler   = kind{20, "filler"}
)

func kindOf(n *a11y.Node) kind {
	if n.Role == a11y.RoleTextBox && n.Text != nil && n.Text.Secret {
		return password
	}
	if n.Role == a11y.RoleText && len(n.Children) > 0 {
		return passage
	}
	if k, ok := kinds[n.Role]; ok {
		return k
	}
	return kind{67, "unknown"}
}

// kind is what a client is told that a node is.
func (o object) kind() kind {
	n := o.node()
	if n.Role == a11y.RoleGroup {
		if p := o.t.Parent(o.i); n.Name == "" || p > 0 && o.t.Node(p).Name == n.Name {
			return filler
		}
	}
	return kindOf(n)
}

// relation is a pair of AtspiRelationType numbers: from the node that names the
// others, and back from each of them.
type relation struct{ to, back uint32 }

// flowsTo and flowsFrom are the relations between words that follow each other.
const (
	flowsTo   = 10
	flowsFrom = 11
)

var relations = map[a11y.RelationKind]relation{
	a11y.LabelledBy:   {2, 1},
	a11y.DescribedBy:  {18, 17},
	a11y.ErrorMessage: {21, 22},
	a11y.Controls:     {3, 4},
	a11y.MemberOf:     {5, 0},
	a11y.ActiveChild:  {0, 0}, // told by an event
	a11y.Details:      {19, 20},
}
