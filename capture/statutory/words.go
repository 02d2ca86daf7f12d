package statutory

import (
	"strings"

	"recordwell/validation"
)

// words are those of a rule where a record is written: said to the person who
// knows the child, not to someone with a file of codes. {child} stands for the
// child's name, {Column} for what stands there.
type words struct{ title, what, do string }

// spoken is a rule's description with its words at entry: its own, or those of the
// catalogue with the child's name for the child's number.
func spoken(id string, info validation.Info) validation.Info {
	if w, ok := atEntry[id]; ok {
		info.Title, info.What, info.Do = w.title, w.what, w.do
	}
	info.Title, info.What, info.Do = named.Replace(info.Title), named.Replace(info.What), named.Replace(info.Do)
	return info
}

var named = strings.NewReplacer("Child {CHILD}", "{child}", "child {CHILD}", "{child}")

// further are columns that a rule is about and its places leave out: before is
// where a person would change it first.
var further = map[string]struct{ before, after string }{
	"cin/2990":  {after: "CINdetails.ReasonForClosure"},
	"cin/4000":  {after: "CINdetails.ReferralNFA"},
	"cin/8540":  {before: "Disabilities.Disability"},
	"cin/8825Q": {after: "CINdetails.ReasonForClosure"},
	"cin/8831":  {before: "CINdetails.ReferralNFA"},
	"cin/8832":  {after: "CINdetails.ReferralNFA"},
	"cin/8867":  {after: "CINdetails.CINclosureDate"},
	"cin/8868":  {after: "CINdetails.CINclosureDate"},

	"ssda903/630": {before: "PrevPerm.PREV_PERM"},
}

var atEntry = map[string]words{
	"cin/1510": {"Check {child}’s UPN", "The first letter of {UPN} does not match the rest", "Check every letter and number against the school’s record"},
	"cin/2990": {
		"A case that closed after assessment has more than an assessment",
		"You chose a reason for closing that says the case closed after assessment, and an enquiry, a conference or a plan is recorded",
		"Change the reason for closing, or take out what is recorded by mistake",
	},
	"cin/4010": {"Enter the date the child in need plan started", "", "Enter the date the child in need plan started. It must be on or before {to}"},
	"cin/4180": {"Select {child}’s sex", "", "Select {child}’s sex"},
	"cin/4220": {"Select {child}’s ethnic background", "", "Select {child}’s ethnic background, or “Not obtained yet”"},
	"cin/8500": {"Enter {child}’s number on this system", "", "Enter {child}’s number on this system"},
	"cin/8540": {"Select {child}’s disabilities, or none", "", "Select any disabilities, or “None of these”"},
	"cin/8568": {"Say whether there will be more work with {child}", "", "Select yes if children’s social care will do more work with {child}"},
	"cin/8585Q": {
		"There is no date of death", "The case closed because {child} died, and there is no date of death",
		"Enter the date, or change the reason for closing. If it is right, explain why",
	},
	"cin/8590": {"{child} has no referral", "There is no referral in this record", "Enter the referral"},
	"cin/8600": {"Enter the date you received the referral", "", "Enter the date you received the referral. It must be on or before {to}"},
	"cin/8606": {
		"The referral is more than 40 weeks before the birth",
		"The referral date, {CINreferralDate}, is more than 40 weeks before {child} was born or is expected",
		"Change the referral date, or the date of birth or expected date",
	},
	"cin/8610": {"Select the main reason the family needs help", "There will be more work with {child}", "Select the main reason the family needs help"},
	"cin/8640": {"Select why the case closed", "", "Choose the reason for closing from the list"},
	"cin/8650": {"Select the main reason the family needs help", "", "Choose the main reason from the list"},
	"cin/8670Q": {
		"The assessment is open for more than 45 working days",
		"The assessment started on {AssessmentActualStartDate}. It should end within 45 working days",
		"Enter the date it ended. If it is still open, explain why it takes longer",
	},
	"cin/8675Q": {
		"There is no conference within 15 working days",
		"The enquiry started on {S47ActualStartDate}. A conference should be within 15 working days",
		"Enter the date of the conference. If there is none yet, explain why",
	},
	"cin/8720": {"Enter the date the child protection plan started", "", "Enter the date of the conference that made the plan. It must be on or before {to}"},
	"cin/8730": {"Enter how many child protection plans {child} had before", "", "Enter a whole number, 0 when there was none"},
	"cin/8750": {"Select “Not known yet” as {child}’s sex", "{child} is not born yet", "Select “Not known yet”. If the birth was, enter the date of birth"},
	"cin/8770Q": {
		"{child} is of school age and has no UPN", "{child} is of school age. Most pupils have a UPN",
		"Enter the UPN, or why there is none. If it is right, explain why",
	},
	"cin/8772": {
		"This reason for no UPN does not fit the decision",
		"The reason you chose is for referrals that led to no further action. There will be more work with {child}",
		"Enter the UPN, choose another reason, or change the decision",
	},
	"cin/8790": {"Select disabilities or none, not both", "You chose “None of these” and a disability", "Take out “None of these”, or take out the others"},
	"cin/8831": {
		"Work is recorded on a referral with no further action",
		"You said there will be no more work with {child}, and an assessment, an enquiry or a conference is recorded",
		"Change the decision, or take out what is recorded by mistake",
	},
	"cin/8832": {
		"There is a child protection plan on a referral with no further action",
		"You said there will be no more work with {child}, and a child protection plan is recorded",
		"Change the decision, or take out the plan",
	},
	"cin/8866": {"Select who made the referral", "", "Select who made the referral"},
	"cin/8869": {"Select factors or none, not both", "You chose “No factors identified” and other factors", "Take out “No factors identified”, or take out the others"},
	"cin/8873Q": {
		"The assessment found no factors, and the reason for closing does not say so",
		"The only assessment found no factors, and the case closed for {ReasonForClosure}",
		"Change the factors or the reason for closing. If both are right, explain why",
	},
	"cin/8897Q": {
		"Select the factors that the assessment found", "The assessment ended on {AssessmentAuthorisationDate}",
		"Select the factors, or “No factors identified”. If there is nothing to select, explain why",
	},
	"cin/8905": {"Select the first category of abuse", "", "Select the category of abuse"},
	"cin/8910": {"Select the latest category of abuse", "", "Select the category of abuse"},

	"ssda903/1012": {
		"There is no episode of care", "There are answers about {child}’s care, and no placement is recorded",
		"Add each placement and legal status, or take out what is recorded by mistake",
	},
	"ssda903/191": {
		"Health answers are missing", "{child} was looked after for the 12 months to 31 March",
		"Enter the four health answers, or check the dates of the episodes",
	},
	"ssda903/205C": {
		"There is a date for the end of seeking asylum", "{child} did not come alone to seek asylum, and there is a date that this ended",
		"Change the answer, or take out the date",
	},
	"ssda903/553": {
		"A placement order needs a decision on adoption", "{child} has a placement order, and no decision to place for adoption",
		"Enter the date of the decision, or change the legal status",
	},
	"ssda903/EPI": {
		"{child} has no episode of care", "No placement of {child} is recorded",
		"Add each placement and legal status, so that the other rules can be checked",
	},
}
