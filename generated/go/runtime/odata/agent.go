package odata

import (
	"path"
	"reflect"
	"regexp"
	"runtime/debug"
	"strings"
)

var notInAgent = regexp.MustCompile(`[^0-9A-Za-z.+_-]+`)

// ownAgent gives the User-Agent of this client: its module's name and version, and what made it.
func ownAgent() string {
	module := strings.TrimSuffix(reflect.TypeOf(Object{}).PkgPath(), "/runtime/odata")
	version := ""
	if info, known := debug.ReadBuildInfo(); known {
		for _, dependency := range info.Deps {
			if dependency.Path == module {
				version = dependency.Version
			}
		}
	}
	name := notInAgent.ReplaceAllString(path.Base(module), "-")
	if version = notInAgent.ReplaceAllString(version, ""); version != "" {
		name += "/" + version
	}
	return name + " edmund-go"
}
