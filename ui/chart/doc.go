// Package chart draws the pictures of the researcher's pages, and puts each
// beside its words: result cards, quality bars, shares. A chart is one stop of
// the Tab key and says one sentence, in which every number carries what stands
// behind it; pressing it opens its table.
package chart
