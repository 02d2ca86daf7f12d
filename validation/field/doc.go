// Package field checks one answer by itself: is it a postcode, is it short
// enough. A form names the checks as tags of validator/v10, such as
// "max=35,personname"; the tags of our own types are registered on the one
// cached validator of the program. Whether an answer is there at all, and
// whether it fits the others, is for the form's rules.
package field
