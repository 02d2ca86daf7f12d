package a11y

// This file says in data what a node is on the platforms that have no back end
// yet, so that the tree carries all they will need. A test holds it complete:
// every role, state, relation and field has its line.

// Platform is what a role is in UI Automation (Windows) and NSAccessibility
// (macOS).
type Platform struct {
	ControlType int      // UIA_…ControlTypeId
	Localized   string   // UIA's localized control type, where its own word misleads
	Patterns    []string // UI Automation patterns that the node's fields can serve
	AXRole      string   // NSAccessibility role
	AXSubrole   string
}

// The control types of UI Automation that are in use (UIAutomationClient.h).
const (
	uiaButton      = 50000
	uiaCheckBox    = 50002
	uiaComboBox    = 50003
	uiaEdit        = 50004
	uiaHyperlink   = 50005
	uiaImage       = 50006
	uiaListItem    = 50007
	uiaList        = 50008
	uiaProgressBar = 50012
	uiaRadioButton = 50013
	uiaSlider      = 50015
	uiaStatusBar   = 50017
	uiaTab         = 50018
	uiaTabItem     = 50019
	uiaText        = 50020
	uiaGroup       = 50026
	uiaDataItem    = 50029
	uiaDocument    = 50030
	uiaWindow      = 50032
	uiaPane        = 50033
	uiaHeaderItem  = 50035
	uiaTable       = 50036
)

var platforms = map[Role]Platform{
	RoleApplication:  {ControlType: uiaPane, AXRole: "AXApplication"},
	RoleWindow:       {ControlType: uiaWindow, Patterns: []string{"Window", "Transform"}, AXRole: "AXWindow", AXSubrole: "AXStandardWindow"},
	RoleRegion:       {ControlType: uiaGroup, Localized: "region", AXRole: "AXGroup", AXSubrole: "AXLandmarkRegion"},
	RoleDialog:       {ControlType: uiaWindow, Localized: "dialog", Patterns: []string{"Window"}, AXRole: "AXGroup", AXSubrole: "AXApplicationDialog"},
	RoleDocument:     {ControlType: uiaDocument, Patterns: []string{"Text"}, AXRole: "AXGroup", AXSubrole: "AXDocument"},
	RoleGroup:        {ControlType: uiaGroup, AXRole: "AXGroup"},
	RoleHeading:      {ControlType: uiaText, Localized: "heading", AXRole: "AXHeading"},
	RoleText:         {ControlType: uiaText, AXRole: "AXStaticText"},
	RoleButton:       {ControlType: uiaButton, Patterns: []string{"Invoke", "ExpandCollapse"}, AXRole: "AXButton"},
	RoleLink:         {ControlType: uiaHyperlink, Patterns: []string{"Invoke"}, AXRole: "AXLink"},
	RoleTextBox:      {ControlType: uiaEdit, Patterns: []string{"Value", "Text"}, AXRole: "AXTextField"},
	RoleCheckBox:     {ControlType: uiaCheckBox, Patterns: []string{"Toggle"}, AXRole: "AXCheckBox"},
	RoleRadioGroup:   {ControlType: uiaGroup, Localized: "radio group", Patterns: []string{"Selection"}, AXRole: "AXRadioGroup"},
	RoleRadio:        {ControlType: uiaRadioButton, Patterns: []string{"SelectionItem"}, AXRole: "AXRadioButton"},
	RoleComboBox:     {ControlType: uiaComboBox, Patterns: []string{"ExpandCollapse", "Value"}, AXRole: "AXComboBox"},
	RoleListBox:      {ControlType: uiaList, Patterns: []string{"Selection"}, AXRole: "AXList"},
	RoleOption:       {ControlType: uiaListItem, Patterns: []string{"SelectionItem", "ScrollItem"}, AXRole: "AXStaticText"},
	RoleList:         {ControlType: uiaList, AXRole: "AXList", AXSubrole: "AXContentList"},
	RoleListItem:     {ControlType: uiaListItem, Patterns: []string{"ScrollItem"}, AXRole: "AXGroup"},
	RoleTable:        {ControlType: uiaTable, Patterns: []string{"Grid", "Table"}, AXRole: "AXTable"},
	RoleRow:          {ControlType: uiaDataItem, Localized: "row", Patterns: []string{"SelectionItem"}, AXRole: "AXRow"},
	RoleColumnHeader: {ControlType: uiaHeaderItem, Localized: "column header", Patterns: []string{"GridItem", "Invoke"}, AXRole: "AXCell", AXSubrole: "AXSortButton"},
	RoleRowHeader:    {ControlType: uiaHeaderItem, Localized: "row header", Patterns: []string{"GridItem", "TableItem"}, AXRole: "AXCell"},
	RoleCell:         {ControlType: uiaDataItem, Localized: "cell", Patterns: []string{"GridItem", "TableItem"}, AXRole: "AXCell"},
	RoleTabList:      {ControlType: uiaTab, Patterns: []string{"Selection"}, AXRole: "AXTabGroup"},
	RoleTab:          {ControlType: uiaTabItem, Patterns: []string{"SelectionItem"}, AXRole: "AXRadioButton", AXSubrole: "AXTabButton"},
	RoleSwitch:       {ControlType: uiaButton, Localized: "switch", Patterns: []string{"Toggle"}, AXRole: "AXCheckBox", AXSubrole: "AXSwitch"},
	RoleSlider:       {ControlType: uiaSlider, Patterns: []string{"RangeValue"}, AXRole: "AXSlider"},
	RoleProgress:     {ControlType: uiaProgressBar, Patterns: []string{"RangeValue"}, AXRole: "AXProgressIndicator"},
	RoleImage:        {ControlType: uiaImage, AXRole: "AXImage"},
	RoleStatus:       {ControlType: uiaStatusBar, Localized: "status", AXRole: "AXGroup", AXSubrole: "AXApplicationStatus"},
	RoleAlert:        {ControlType: uiaGroup, Localized: "alert", AXRole: "AXGroup", AXSubrole: "AXApplicationAlert"},
}

// PlatformOf is what a role is elsewhere; false for a role of nobody's.
func PlatformOf(r Role) (Platform, bool) {
	p, ok := platforms[r]
	return p, ok
}

// Carried says where a part of a node goes: the UI Automation property or member
// of a pattern, and the NSAccessibility attribute.
type Carried struct{ UIA, NS string }

// Fields are the fields of a [Node] by their names.
var Fields = map[string]Carried{
	"ID":          {"AutomationId", "AXIdentifier"},
	"Role":        {"ControlType, LocalizedControlType", "AXRole, AXSubrole"},
	"Name":        {"Name", "AXTitle, AXLabel"},
	"Description": {"FullDescription, HelpText", "AXHelp"},
	"Value":       {"Value.Value, ItemStatus", "AXValue, AXValueDescription"},
	"States":      {"see StateFields", "see StateFields"},
	"Live":        {"LiveSetting, LiveRegionChanged", "AXAnnouncementRequested with AXPriority"},
	"Level":       {"HeadingLevel, Level", "AXValue of AXHeading"},
	"Pos":         {"PositionInSet", "AXARIAPosInSet"},
	"Size":        {"SizeOfSet", "AXARIASetSize"},
	"Row":         {"GridItem.Row", "AXRowIndexRange"},
	"Col":         {"GridItem.Column", "AXColumnIndexRange"},
	"Rows":        {"Grid.RowCount", "AXRowCount"},
	"Cols":        {"Grid.ColumnCount", "AXColumnCount"},
	"Bounds":      {"BoundingRectangle", "AXFrame"},
	"Scale":       {"BoundingRectangle", "AXFrame"},
	"Lang":        {"Culture", "AXLanguage"},
	"Text":        {"Value.Value, Text.DocumentRange, IsPassword", "AXValue, AXSelectedTextRange, AXSecureTextField"},
	"Range":       {"RangeValue.Value, Minimum, Maximum, SmallChange", "AXValue, AXMinValue, AXMaxValue"},
	"Actions":     {"Invoke.Invoke, Toggle.Toggle, ExpandCollapse, AcceleratorKey", "AXPress and custom actions"},
	"Relations":   {"see RelationFields", "see RelationFields"},
	"Children":    {"Navigate", "AXChildren"},
	"SetText":     {"Value.SetValue", "AXValue, settable"},
	"SetCaret":    {"TextRange.Select", "AXSelectedTextRange, settable"},
	"Clip":        {"no pattern; keys", "AXCopy, AXCut and AXPaste actions"},
	"SetValue":    {"RangeValue.SetValue", "AXValue, settable; AXIncrement, AXDecrement"},
	"Focus":       {"SetFocus", "AXFocused, settable"},
	"Measure":     {"for tests", "for tests"},
	"Scrolls":     {"for tests", "for tests"},
}

// StateFields are the states.
var StateFields = map[State]Carried{
	Focusable:       {"IsKeyboardFocusable", "AXFocused is settable"},
	Focused:         {"HasKeyboardFocus, AutomationFocusChanged", "AXFocused, AXFocusedUIElementChanged"},
	Checked:         {"Toggle.ToggleState, SelectionItem.IsSelected", "AXValue 1"},
	Selected:        {"SelectionItem.IsSelected", "AXSelected"},
	Current:         {"ItemStatus", "AXARIACurrent"},
	Expanded:        {"ExpandCollapse.ExpandCollapseState", "AXExpanded"},
	Expandable:      {"the ExpandCollapse pattern is there", "AXExpanded is there"},
	Required:        {"IsRequiredForForm", "AXRequired"},
	Invalid:         {"IsDataValidForForm false", "AXInvalid"},
	ReadOnly:        {"Value.IsReadOnly", "AXValue is not settable"},
	Disabled:        {"IsEnabled false", "AXEnabled false"},
	MultiLine:       {"Text pattern with lines", "AXTextArea"},
	Busy:            {"ItemStatus", "AXElementBusy"},
	Modal:           {"Window.IsModal, IsDialog", "AXModal"},
	Offscreen:       {"IsOffscreen", "outside of AXVisibleChildren"},
	MultiSelectable: {"Selection.CanSelectMultiple", "AXSelectedChildren is settable"},
	Active:          {"the window has the focus", "AXMain, AXFocusedWindow"},
	Inline:          {"for tests", "for tests"},
}

// RelationFields are the relations.
var RelationFields = map[RelationKind]Carried{
	LabelledBy:   {"LabeledBy", "AXTitleUIElement"},
	DescribedBy:  {"DescribedBy", "AXHelp"},
	ErrorMessage: {"DescribedBy", "AXErrorMessageElements"},
	Controls:     {"ControllerFor", "AXLinkedUIElements"},
	MemberOf:     {"no property; the parent tells", "AXParent"},
	ActiveChild:  {"AutomationFocusChanged of the child", "AXSelectedChildren, AXSelectedChildrenChanged"},
	Details:      {"AnnotationObjects", "AXDetailsElements"},
}
