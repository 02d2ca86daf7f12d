package study

import (
	"hash/fnv"
	"math/rand/v2"
	"strconv"
)

// furthest is how many codes of a seed are searched for one.
const furthest = 10_000

// Allocate returns the condition (0 to conditions-1) of a code: its column in a
// Latin square whose order the seed decides. It depends on nothing else, so
// every computer gives the same answer, and any run of codes that follow each
// other in [GenerateCodes] takes all conditions equally often, give or take one.
// A code that the seed did not make gets a condition too, by chance.
func Allocate(seed int64, code string, conditions int) int {
	if conditions <= 1 {
		return 0
	}
	order := rand.New(rand.NewPCG(uint64(seed), 0x726f77)).Perm(conditions)
	return order[codeNumber(seed, code)%conditions]
}

// codeNumber returns the place of a code among those of the seed.
func codeNumber(seed int64, code string) int {
	draw := drawCodes(seed)
	for i := range furthest {
		if draw() == code {
			return i
		}
	}
	h := fnv.New32a()
	h.Write([]byte(strconv.FormatInt(seed, 10) + code))
	return int(h.Sum32() >> 1)
}

// Condition returns the condition of a code in a round.
func (s *Study) Condition(r *Round, code string) Condition {
	return r.Conditions[Allocate(s.Seed, code, len(r.Conditions))]
}
