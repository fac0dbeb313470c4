// Command check type-checks all packages of Go modules, without compiling one: a compiler would need many
// gigabytes for a package of thousands of types.
//
// Each argument is module=folder, or =folder for a package that uses the module before it. Support code, below
// runtime/, is the same in all modules: it is read from the first that has it. The command prints each error
// with its place, and for each module how many files and packages it has read.
package main

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

type checker struct {
	module, folder string
	files          *token.FileSet
	standard       types.Importer
	done           map[string]*types.Package
	read, errors   int
}

// support has the packages below runtime/ by their folder there.
var support = map[string]*types.Package{}

func main() {
	files := token.NewFileSet()
	standard := importer.ForCompiler(files, "source", nil)
	var current *checker
	failed := false
	for _, argument := range os.Args[1:] {
		module, folder, _ := strings.Cut(argument, "=")
		if module != "" {
			current = &checker{module, folder, files, standard, map[string]*types.Package{}, 0, 0}
			current.all()
		} else {
			current.check(folder, folder)
		}
		fmt.Printf("%s: %d files, %d packages, %d errors\n", folder, current.read, len(current.done), current.errors)
		failed = failed || current.errors > 0
	}
	if failed {
		os.Exit(1)
	}
}

// all checks every package of the module.
func (c *checker) all() {
	folders := map[string]bool{}
	filepath.Walk(c.folder, func(path string, _ os.FileInfo, err error) error {
		if err == nil && strings.HasSuffix(path, ".go") {
			folders[filepath.Dir(path)] = true
		}
		return err
	})
	var ordered []string
	for folder := range folders {
		ordered = append(ordered, folder)
	}
	sort.Strings(ordered)
	for _, folder := range ordered {
		below, _ := filepath.Rel(c.folder, folder)
		path := c.module
		if below != "." {
			path += "/" + filepath.ToSlash(below)
		}
		if _, err := c.Import(path); err != nil {
			fmt.Println(err)
			c.errors++
		}
	}
}

// Import gives a package of the module, checked once, or one of the standard library.
func (c *checker) Import(path string) (*types.Package, error) {
	if found := c.done[path]; found != nil {
		return found, nil
	}
	below, inside := strings.CutPrefix(path+"/", c.module+"/")
	if !inside {
		return c.standard.Import(path)
	}
	if found := support[below]; found != nil {
		return found, nil
	}
	made := c.check(path, filepath.Join(c.folder, filepath.FromSlash(below)))
	if strings.HasPrefix(below, "runtime/") {
		support[below] = made
	}
	return made, nil
}

func (c *checker) check(path, folder string) *types.Package {
	parsed, err := parser.ParseDir(c.files, folder, nil, parser.SkipObjectResolution)
	if err != nil {
		fmt.Println(err)
		c.errors++
	}
	var files []*ast.File
	for _, found := range parsed {
		for _, file := range found.Files {
			files = append(files, file)
		}
	}
	c.read += len(files)
	configuration := types.Config{
		Importer:  c,
		GoVersion: "go1.22",
		Error: func(err error) {
			if c.errors++; c.errors < 50 {
				fmt.Println(err)
			}
		},
	}
	made, _ := configuration.Check(path, c.files, files, nil)
	c.done[path] = made
	return made
}
