package assets

import "embed"

// Content holds what a trial is made of: forms/ID.yaml, the lists of answers
// that forms share in codesets/NAME.yaml, made-up families in scenarios/ID.yaml
// and studies/ID.yaml.
//
//go:embed forms/*.yaml codesets/*.yaml scenarios/*.yaml studies/*.yaml
var Content embed.FS
