package main

import (
	"context"
	"time"

	"example.com/subject"
	"example.com/subject/builders"
	"example.com/subject/models"
	"example.com/subject/runtime/odata"
)

// The calls of tests/vectors/calls as a user writes them.
func init() {
	adapter, err := odata.NewRequestAdapter("https://service.example/v1", nil, nil, odata.Options{})
	if err != nil {
		panic(err)
	}
	client := subject.NewServiceClient(adapter)
	ctx := context.Background()
	serial, _ := odata.ParseUUID("01234567-89ab-cdef-0123-456789abcdef")
	second := "https://service.example/v1/people('2')"
	people := client.People()
	one := people.ByID("1")

	calls["a composite key"] = func() (*odata.RequestInformation, error) {
		return client.Orders().ByRegionNumber("north/1", 7).ToGetRequestInformation(ctx, nil)
	}
	calls["a guid key"] = func() (*odata.RequestInformation, error) {
		return client.Assets().BySerial(serial).ToGetRequestInformation(ctx, nil)
	}
	calls["a text key"] = func() (*odata.RequestInformation, error) {
		return people.ByID("O'Neil").ToGetRequestInformation(ctx, &odata.ReadRequestConfiguration{
			QueryParameters: &odata.ReadQueryParameters{Select: []string{"id"}},
		})
	}
	calls["an alternate key"] = func() (*odata.RequestInformation, error) {
		return client.People().ByEmail(odata.Pointer("ann lee")).ToGetRequestInformation(ctx, nil)
	}
	calls["a count with a filter"] = func() (*odata.RequestInformation, error) {
		return people.Count().ToGetRequestInformation(ctx, &odata.CountRequestConfiguration{
			QueryParameters: &odata.CountQueryParameters{Filter: odata.Pointer("id eq 'x'")},
		})
	}
	calls["a cast of a collection"] = func() (*odata.RequestInformation, error) {
		return people.AsEmployee().ToGetRequestInformation(ctx, &odata.ListRequestConfiguration{
			QueryParameters: &odata.ListQueryParameters{Select: []string{"badge"}},
		})
	}
	calls["a navigation below a cast"] = func() (*odata.RequestInformation, error) {
		return one.AsEmployee().Tools().ToGetRequestInformation(ctx, nil)
	}
	calls["a bound function"] = func() (*odata.RequestInformation, error) {
		mile := string(models.UnitMile)
		since := time.Date(2024, 1, 2, 3, 4, 5, 0, time.UTC)
		near := people.Near(odata.Pointer(1.5), &since, &mile)
		return near.ToGetRequestInformation(ctx, &odata.ListRequestConfiguration{
			QueryParameters: &odata.ListQueryParameters{Top: odata.Pointer(int32(2))},
		})
	}
	calls["a bound action"] = func() (*odata.RequestInformation, error) {
		body := builders.NewEmployeePromotePostRequestBody()
		mile := models.UnitMile
		body.SetLevel(odata.Pointer(int32(3)))
		body.SetBy(&mile)
		return client.Boss().Promote().ToPostRequestInformation(ctx, body, nil)
	}
	calls["an unbound action without parameters"] = func() (*odata.RequestInformation, error) {
		return client.Reset().ToPostRequestInformation(ctx, nil)
	}
	calls["an unbound function"] = func() (*odata.RequestInformation, error) {
		return client.Nearest(odata.Pointer("Ulm")).ToGetRequestInformation(ctx, nil)
	}
	calls["adding a reference"] = func() (*odata.RequestInformation, error) {
		body := models.NewReferenceCreate()
		body.SetOdataId(&second)
		return one.Friends().Ref().ToPostRequestInformation(ctx, body, nil)
	}
	calls["removing a reference"] = func() (*odata.RequestInformation, error) {
		return one.Friends().ByID("2").Ref().ToDeleteRequestInformation(ctx, nil)
	}
	calls["setting a reference"] = func() (*odata.RequestInformation, error) {
		body := models.NewReferenceUpdate()
		body.SetOdataId(&second)
		return one.Manager().Ref().ToPutRequestInformation(ctx, body, nil)
	}
	calls["reading a reference"] = func() (*odata.RequestInformation, error) {
		return one.Manager().Ref().ToGetRequestInformation(ctx, nil)
	}
	calls["a media stream"] = func() (*odata.RequestInformation, error) {
		return one.Content().ToGetRequestInformation(ctx, nil)
	}
	calls["a stream property"] = func() (*odata.RequestInformation, error) {
		return one.Photo().ToGetRequestInformation(ctx, nil)
	}
	calls["an update with an ETag"] = func() (*odata.RequestInformation, error) {
		body := models.NewPerson()
		body.SetEmail(nil)
		return one.ToPatchRequestInformation(ctx, body, &odata.RequestConfiguration{
			Options: []odata.RequestOption{odata.IfMatch(`W/"1"`)},
		})
	}
	calls["a deletion of whatever is there"] = func() (*odata.RequestInformation, error) {
		headers := odata.NewRequestHeaders()
		headers.Add("If-Match", "*")
		asset := client.Assets().BySerial(serial)
		return asset.ToDeleteRequestInformation(ctx, &odata.RequestConfiguration{Headers: headers})
	}
	calls["a complex value"] = func() (*odata.RequestInformation, error) {
		return one.Home().ToGetRequestInformation(ctx, nil)
	}
}
