package datatype

// checkLetters turn a remainder of 23 into the first letter of a unique pupil
// number: the alphabet without I, O and S.
const checkLetters = "ABCDEFGHJKLMNPQRTUVWXYZ"

// UPN is a unique pupil number of the right shape: a check letter, 11 digits
// and, at the end, a digit or (for a temporary number) one of the check letters.
// Source: DfE, Unique pupil numbers, technical guide.
type UPN string

// ParseUPN reads a number of the right shape, in capitals. It does not look at
// the check letter; see [UPN.CheckLetter].
func ParseUPN(s string) (UPN, bool) {
	if len(s) != 13 || letterValue(s[0]) < 0 || !allDigits(s[1:12]) {
		return "", false
	}
	if !isDigit(s[12]) && letterValue(s[12]) < 0 {
		return "", false
	}
	return UPN(s), true
}

// CheckLetter computes the letter that characters 2 to 13 ask for: their values,
// weighted by position, summed and divided by 23; the remainder is the letter.
// A temporary number's last letter counts as its own value.
func (u UPN) CheckLetter() byte {
	sum := 0
	for i := 1; i < len(u); i++ {
		v := int(u[i] - '0')
		if !isDigit(u[i]) {
			v = letterValue(u[i])
		}
		sum += v * (i + 1)
	}
	return checkLetters[sum%23]
}

// LA returns characters 2 to 4, the code of the local authority that gave it.
func (u UPN) LA() string { return string(u[1:4]) }

func letterValue(c byte) int {
	for i := 0; i < len(checkLetters); i++ {
		if checkLetters[i] == c {
			return i
		}
	}
	return -1
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}
