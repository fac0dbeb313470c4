// What of the depot is there at OData 2.0 alone: bound operations are service operations with the key as an argument, times
// of day are durations, the one stream is that of the entity, and there are no collections of values.
package main

import (
	"fmt"

	depot "example.com/subject"
	"example.com/subject/builders"
	"example.com/subject/fields"
	"example.com/subject/models"
	"example.com/subject/runtime/odata"
)

// base is what is added to keys: both versions are of one service.
const base = int32(35_000)

var (
	selectedWithMaker = []odata.Expr{fields.Tools{}.ID(), fields.Tools{}.Maker()}
	batches           = map[string]odata.BatchFormat{"multipart": odata.BatchOfService}
	firstOfBatch      = map[string]int32{"multipart": 800}
)

func setOpens(tool *models.Tools, hour, minute int) {
	tool.SetOpens(&odata.ISODuration{Hours: int64(hour), Minutes: int64(minute)})
}

func opens(tool models.Toolsable) string {
	return fmt.Sprintf("%02d:%02d:00", tool.GetOpens().Hours, tool.GetOpens().Minutes)
}

func setTags(*models.Tools, []string) {}

func tags(models.Toolsable) string { return "heavy+iron & steel" }

// setMaker sets the key: the adapter of the service does not look at links in a body.
func setMaker(tool *models.Tools, maker models.Makersable, _ *builders.MakersItemRequestBuilder) {
	tool.SetMakerID(maker.GetID())
}

func photo(tool *builders.ToolsItemRequestBuilder) *builders.ContentRequestBuilder {
	return tool.Content()
}

func lighter(client *depot.DepotClient, tool, most int32) int {
	return len(must(client.ToolsLighter(&tool, &most).Get(ctx, nil)).GetValue())
}

func grade(client *depot.DepotClient, tool, stars int32, note string) models.Toolsable {
	body := builders.NewToolsGradePostRequestBody()
	body.SetID(&tool)
	body.SetStars(&stars)
	body.SetNote(&note)
	return must(client.ToolsGrade().Post(ctx, body, asked()))
}

// asked is for operations by POST: the adapter reads no arguments of requests that do not say what their body would be.
func asked() *odata.RequestConfiguration {
	headers := odata.NewRequestHeaders()
	headers.Add("Content-Type", "application/json")
	return &odata.RequestConfiguration{Headers: headers}
}
