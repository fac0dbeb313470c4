// What of the depot is there at OData 4.0 alone.
package main

import (
	"strings"

	depot "example.com/subject"
	"example.com/subject/builders"
	"example.com/subject/fields"
	"example.com/subject/models"
	"example.com/subject/runtime/odata"
)

// base is what is added to keys: both versions are of one service.
const base = int32(30_000)

var (
	selectedWithMaker = []odata.Expr{fields.Tools{}.ID()}
	batches           = map[string]odata.BatchFormat{"multipart": odata.BatchOfService, "json": odata.BatchAsJSON}
	firstOfBatch      = map[string]int32{"multipart": 800, "json": 850}
)

func setOpens(tool *models.Tools, hour, minute int) {
	tool.SetOpens(&odata.TimeOnly{Hour: hour, Minute: minute})
}

func opens(tool models.Toolsable) string { return tool.GetOpens().String() }

func setTags(tool *models.Tools, tags []string) { tool.SetTags(tags) }

func tags(tool models.Toolsable) string { return strings.Join(tool.GetTags(), "+") }

func setMaker(tool *models.Tools, _ models.Makersable, place *builders.MakersItemRequestBuilder) {
	if err := odata.Bind(tool, "maker", place); err != nil {
		panic(err)
	}
}

func photo(tool *builders.ToolsItemRequestBuilder) *builders.ContentRequestBuilder {
	return tool.Photo()
}

func lighter(client *depot.DepotClient, tool, most int32) int {
	return len(must(client.Tools().ByID(tool).Lighter(&most).Get(ctx, nil)).GetValue())
}

func grade(client *depot.DepotClient, tool, stars int32, note string) models.Toolsable {
	body := builders.NewToolsGradePostRequestBody()
	body.SetStars(&stars)
	body.SetNote(&note)
	return must(client.Tools().ByID(tool).Grade().Post(ctx, body, nil))
}

func asked() *odata.RequestConfiguration { return nil }
