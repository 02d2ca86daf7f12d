package a11y_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"testing"

	"recordwell/ui/a11y"
)

// Roles lists every constant of type Role: a role that is left out would be
// missing from every proof that rests on the list.
func TestRolesIsComplete(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "node.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var declared []a11y.Role
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if id, ok := spec.Type.(*ast.Ident); ok && id.Name == "Role" {
			words, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			declared = append(declared, a11y.Role(words))
		}
		return true
	})
	if !slices.Equal(declared, a11y.Roles()) {
		t.Errorf("declared: %v\nin Roles: %v", declared, a11y.Roles())
	}
}
