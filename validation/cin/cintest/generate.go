// Package cintest makes up children in need returns of any size, for tests and
// benchmarks. Nothing in it is about a real child.
package cintest

import (
	"fmt"
	"io"
	"math/rand/v2"
)

// Generator writes a return as XML while it is read. It holds one child.
type Generator struct {
	children int
	next     int
	rng      *rand.Rand
	buf      []byte // unread part of out
	out      []byte
	faults   float64
}

// New makes a return of so many children; the same seed gives the same return.
// Faults is the share of children with something for a rule to find.
func New(children int, seed uint64, faults float64) *Generator {
	return &Generator{children: children, next: -1, rng: rand.New(rand.NewPCG(seed, 7)), faults: faults}
}

const head = `<?xml version="1.0" encoding="utf-8"?>
<Message>
 <Header>
  <CollectionDetails><Collection>CIN</Collection><Year>2026</Year><ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails>
  <Source><SourceLevel>L</SourceLevel><LEA>201</LEA><SoftwareCode>made up</SoftwareCode><Release>1</Release><SerialNo>001</SerialNo><DateTime>2026-05-01T09:00:00</DateTime></Source>
 </Header>
 <Children>
`

const tail = " </Children>\n</Message>\n"

// Read gives the next part of the file.
func (g *Generator) Read(p []byte) (int, error) {
	if len(g.buf) == 0 {
		g.out = g.out[:0]
		switch {
		case g.next < 0:
			g.out = append(g.out, head...)
		case g.next < g.children:
			g.child()
		case g.next == g.children:
			g.out = append(g.out, tail...)
		default:
			return 0, io.EOF
		}
		g.next++
		g.buf = g.out
	}
	n := copy(p, g.buf)
	g.buf = g.buf[n:]
	return n, nil
}

func (g *Generator) line(format string, args ...any) {
	g.out = fmt.Appendf(g.out, format+"\n", args...)
}

// day is a date of the census year, d days after 1 April 2025.
func day(d int) string {
	months := [...]int{30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31}
	y, m := 2025, 3
	for i := 0; d >= months[i]; i++ {
		d -= months[i]
		if m++; m == 12 {
			y, m = 2026, 0
		}
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m+1, d+1)
}

// child writes one child: a referral, an assessment, and for some an enquiry
// and a plan. A share of the children have one value out of order.
func (g *Generator) child() {
	faulty := g.rng.Float64() < g.faults
	start := g.rng.IntN(200)
	g.line("  <Child>\n   <ChildIdentifiers>")
	g.line("    <LAchildID>C%07d</LAchildID>", g.next)
	g.line("    <UPNunknown>UN4</UPNunknown>")
	g.line("    <PersonBirthDate>%04d-%02d-15</PersonBirthDate>", 2008+g.rng.IntN(16), 1+g.rng.IntN(12))
	g.line("    <Sex>%c</Sex>\n   </ChildIdentifiers>", "MF"[g.rng.IntN(2)])
	g.line("   <ChildCharacteristics><Ethnicity>WBRI</Ethnicity><Disabilities><Disability>%s</Disability></Disabilities></ChildCharacteristics>",
		[]string{"NONE", "AUT", "LD"}[g.rng.IntN(3)])
	referral := day(start)
	if faulty {
		referral = day(start + 40) // after all that follows from it
	}
	g.line("   <CINdetails>\n    <CINreferralDate>%s</CINreferralDate>\n    <ReferralSource>2A</ReferralSource>", referral)
	g.line("    <PrimaryNeedCode>N1</PrimaryNeedCode>\n    <ReferralNFA>false</ReferralNFA>")
	g.line("    <Assessments>\n     <AssessmentActualStartDate>%s</AssessmentActualStartDate>", day(start+1))
	g.line("     <AssessmentAuthorisationDate>%s</AssessmentAuthorisationDate>", day(start+30))
	g.line("     <FactorsIdentifiedAtAssessment><AssessmentFactors>4B</AssessmentFactors><AssessmentFactors>2B</AssessmentFactors></FactorsIdentifiedAtAssessment>\n    </Assessments>")
	if g.next%4 == 0 {
		g.line("    <CINPlanDates><CINPlanStartDate>%s</CINPlanStartDate></CINPlanDates>", day(start+31))
	}
	if g.next%4 == 1 {
		g.line("    <Section47>\n     <S47ActualStartDate>%s</S47ActualStartDate>\n     <InitialCPCtarget>%s</InitialCPCtarget>", day(start+2), day(start+9))
		g.line("     <ICPCnotRequired>true</ICPCnotRequired>\n    </Section47>")
	}
	g.line("   </CINdetails>\n  </Child>")
}
