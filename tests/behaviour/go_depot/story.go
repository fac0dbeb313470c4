// Command story is what users do with the depot, at OData 4.0 and at 2.0 (test_go_real_service.py): compiled together with
// the client of one version, and with what is otherwise there (version.go). It prints what each step found, by its name.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"sort"
	"strings"
	"time"

	depot "example.com/subject"
	"example.com/subject/builders"
	"example.com/subject/fields"
	"example.com/subject/models"
	"example.com/subject/runtime/odata"
)

var ctx = context.Background()

func main() {
	steps := map[string]func(*depot.DepotClient) any{
		"created and read": createdAndRead, "links": links, "pages": pages, "changed": changed, "versions": versions,
		"stream": stream, "operations": operations, "errors": refusals, "deleted": deleted, "queries": queries,
	}
	found := map[string]any{}
	for name, step := range steps {
		found[name] = told(func() any { return step(clientOf(odata.Options{})) })
	}
	for name, format := range batches {
		found["batch "+name] = told(func() any { return batch(clientOf(odata.Options{BatchFormat: format}), firstOfBatch[name]) })
	}
	if err := json.NewEncoder(os.Stdout).Encode(found); err != nil {
		panic(err)
	}
}

func clientOf(options odata.Options) *depot.DepotClient {
	return depot.NewDepotClient(must(odata.NewRequestAdapter(os.Args[1], nil, nil, options)))
}

func told(step func() any) (found any) {
	defer func() {
		if problem := recover(); problem != nil {
			found = fmt.Sprint(problem)
		}
	}()
	return step()
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func status(err error) int {
	var refused *odata.ODataError
	if errors.As(err, &refused) {
		return refused.ResponseStatusCode
	}
	if err != nil {
		panic(err)
	}
	return 0
}

func newTool(id int32, name string) *models.Tools {
	made := models.NewTools()
	made.SetID(odata.Pointer(base + id))
	made.SetName(&name)
	return made
}

func tool(client *depot.DepotClient, id int32, with ...func(*models.Tools)) models.Toolsable {
	made := newTool(id, fmt.Sprintf("tool %d", id))
	for _, change := range with {
		change(made)
	}
	return must(client.Tools().Post(ctx, made, nil))
}

func shown(tool models.Toolsable) string {
	return fmt.Sprintf("%s|%d|%s|%v|%d|%s|%s|%s|%s", *tool.GetName(), *tool.GetStock(), tool.GetPrice(), *tool.GetWeight(),
		*tool.GetSerial(), tool.GetBought(), opens(tool), tool.GetCheckedAt().Format("2006-01-02T15:04:05.000Z07:00"), tags(tool))
}

func createdAndRead(client *depot.DepotClient) any {
	made := tool(client, 100, func(tool *models.Tools) {
		tool.SetName(odata.Pointer("Drehbank «Größe 1»"))
		tool.SetStock(odata.Pointer(int32(3)))
		tool.SetPrice(odata.Pointer(must(odata.ParseDecimal("1200.25"))))
		tool.SetWeight(odata.Pointer(80.5))
		tool.SetSerial(odata.Pointer(int64(1)<<53 - 1))
		tool.SetBought(&odata.DateOnly{Year: 2020, Month: 2, Day: 29})
		setOpens(tool, 8, 30)
		tool.SetCheckedAt(odata.Pointer(time.Date(2024, 2, 29, 12, 0, 0, 123e6, time.UTC)))
		setTags(tool, []string{"heavy", "iron & steel"})
		one, two := models.NewParts(), models.NewParts()
		one.SetNo(odata.Pointer(int32(1)))
		one.SetLabel(odata.Pointer("chuck"))
		two.SetNo(odata.Pointer(int32(2)))
		two.SetLabel(nil)
		tool.SetParts([]models.Partsable{one, two})
	})
	parameters := &odata.ReadQueryParameters{Expand: []string{"parts"}}
	read := must(client.Tools().ByID(*made.GetID()).Get(ctx, &odata.ReadRequestConfiguration{QueryParameters: parameters}))
	part := must(client.Parts().ByToolIDNo(*made.GetID(), 1).Get(ctx, nil))
	var parts []string
	for _, each := range read.GetParts() {
		label := "null"
		if each.GetLabel() != nil {
			label = *each.GetLabel()
		}
		parts = append(parts, fmt.Sprintf("%d: %s", *each.GetNo(), label))
	}
	sort.Strings(parts)
	return []any{shown(made), shown(made) == shown(read), *read.GetCondition(), strings.Join(parts, ", "), *part.GetLabel()}
}

func links(client *depot.DepotClient) any {
	name := fmt.Sprintf("O'Neil & Söhne %d", base)
	maker := models.NewMakers()
	maker.SetID(must(odata.ParseUUID(fmt.Sprintf("01234567-89ab-cdef-0123-%012d", base))))
	maker.SetName(&name)
	made := must(client.Makers().Post(ctx, maker, nil))
	one := client.Makers().ByID(*made.GetID())
	bound := tool(client, 200, func(tool *models.Tools) { setMaker(tool, made, one) })
	f := fields.Tools{}
	found := must(client.Tools().Get(ctx, &odata.ListRequestConfiguration{Options: []odata.RequestOption{
		odata.Filter(f.Maker().Name().Eq(name).And(f.ID().Eq(base + 200))),
		odata.Expand(f.Maker()), odata.Select(selectedWithMaker...),
	}})).GetValue()
	of := must(one.Tools().Get(ctx, nil)).GetValue()
	return []any{
		*bound.GetMakerID() == *made.GetID(), len(found), *found[0].GetMaker().GetName() == name, found[0].IsSet("name"),
		len(of) == 1 && *of[0].GetID() == base+200,
	}
}

// between asks for keys from one on, up to another.
func between(from, to int32, options ...odata.RequestOption) *odata.ListRequestConfiguration {
	f := fields.Tools{}
	options = append(options, odata.Filter(f.ID().Ge(base+from).And(f.ID().Lt(base+to))))
	return &odata.ListRequestConfiguration{Options: options}
}

func ids(tools []models.Toolsable) string {
	var made []string
	for _, each := range tools {
		made = append(made, fmt.Sprint(*each.GetID()-base))
	}
	return strings.Join(made, " ")
}

func pages(client *depot.DepotClient) any {
	for id := int32(300); id < 305; id++ {
		tool(client, id)
	}
	order := odata.OrderBy(odata.Desc(fields.Tools{}.ID()))
	first := must(client.Tools().Get(ctx, between(300, 305, order, odata.WithCount())))
	var every []models.Toolsable
	client.Tools().Iterate(ctx, between(300, 305, order))(func(each models.Toolsable, err error) bool {
		every = append(every, must(each, err))
		return true
	})
	count := must(client.Tools().Count().Get(ctx, &odata.CountRequestConfiguration{Options: between(300, 305).Options}))
	top := must(client.Tools().Get(ctx, between(300, 305, odata.Top(1))))
	return []any{
		*first.GetOdataCount(), len(first.GetValue()), first.GetOdataNextLink() != nil, ids(every), *count, len(top.GetValue()),
	}
}

func changed(client *depot.DepotClient) any {
	tool(client, 400, func(tool *models.Tools) {
		tool.SetPrice(odata.Pointer(must(odata.ParseDecimal("1.5"))))
		tool.SetStock(odata.Pointer(int32(7)))
	})
	one := client.Tools().ByID(base + 400)
	change := models.NewTools()
	change.SetName(odata.Pointer("renamed"))
	change.SetPrice(nil)
	if _, err := one.Patch(ctx, change, nil); err != nil {
		panic(err)
	}
	read := must(one.Get(ctx, nil))
	first := fmt.Sprint(*read.GetName(), " ", read.GetPrice() == nil, " ", *read.GetStock())
	read.SetStock(odata.Pointer(int32(8)))
	if _, err := one.Patch(ctx, read, nil); err != nil {
		panic(err)
	}
	read = must(one.Get(ctx, nil))
	return []any{first, fmt.Sprint(*read.GetName(), " ", *read.GetStock())}
}

func versions(client *depot.DepotClient) any {
	note := models.NewNotes()
	note.SetID(odata.Pointer(base + 1))
	note.SetText(odata.Pointer("first"))
	must(client.Notes().Post(ctx, note, nil))
	one := client.Notes().ByID(base + 1)
	answer := must(client.Send(ctx, must(one.ToGetRequestInformation(ctx, nil))))
	read := answer.Value.(models.Notesable)
	ifNewest := &odata.RequestConfiguration{Options: []odata.RequestOption{odata.IfMatch(odata.ETagOf(read))}}
	text := *read.GetText()
	change := func(text string) error {
		change := models.NewNotes()
		change.SetText(&text)
		_, err := one.Patch(ctx, change, ifNewest)
		return err
	}
	changed, refused := status(change("second")), status(change("third"))
	return []any{answer.Status, text, changed, refused, *must(one.Get(ctx, nil)).GetText()}
}

func stream(client *depot.DepotClient) any {
	picture := []byte("\x89PNG\r\n\x1a\n")
	for at := range 256 * 300 {
		picture = append(picture, byte(at))
	}
	tool(client, 500)
	content := photo(client.Tools().ByID(base + 500))
	headers := odata.NewRequestHeaders()
	headers.Add("Content-Type", "image/png")
	// A reader that cannot seek, whose length nobody knows.
	source := io.MultiReader(bytes.NewReader(picture[:10]), bytes.NewReader(picture[10:]))
	_, err := content.PutStream(ctx, source, &odata.RequestConfiguration{Headers: headers})
	if err != nil {
		panic(err)
	}
	reader := must(content.GetStream(ctx, nil))
	defer reader.Close()
	return []any{bytes.Equal(must(io.ReadAll(reader)), picture), bytes.Equal(must(content.Get(ctx, nil)), picture)}
}

func operations(client *depot.DepotClient) any {
	for id, weight := range map[int32]float64{600: 1, 601: 2, 602: 600} {
		tool(client, id, func(tool *models.Tools) {
			tool.SetStock(odata.Pointer(int32(2)))
			tool.SetWeight(&weight)
			tool.SetPrice(odata.Pointer(must(odata.ParseDecimal(fmt.Sprintf("%d.5", base+id)))))
		})
	}
	limit := must(odata.ParseDecimal(fmt.Sprintf("%d.50", base+601)))
	within := map[int32]bool{}
	for _, each := range must(client.Within(&limit).Get(ctx, nil)).GetValue() {
		within[*each.GetID()-base] = true
	}
	graded := grade(client, base+600, 4, `say "no"`)
	before := *must(client.Total().Get(ctx, nil)).GetValue()
	left := must(client.Lend().Post(ctx, lending(base+601, 2), asked()))
	after := *must(client.Total().Get(ctx, nil)).GetValue()
	return []any{
		lighter(client, base+602, 1), within[600] && within[601] && !within[602],
		fmt.Sprint(*graded.GetID()-base, " ", *graded.GetWeight(), " ", *graded.GetName()), *left.GetStock(), before - after,
	}
}

func lending(tool, amount int32) *builders.LendPostRequestBody {
	made := builders.NewLendPostRequestBody()
	made.SetTool(&tool)
	made.SetAmount(&amount)
	return made
}

func refusals(client *depot.DepotClient) any {
	tool(client, 700, func(tool *models.Tools) { tool.SetStock(odata.Pointer(int32(1))) })
	_, err := client.Lend().Post(ctx, lending(base+700, 5), asked())
	var refused *odata.ODataError
	if !errors.As(err, &refused) {
		panic(err)
	}
	_, err = client.Tools().ByID(base+799).Get(ctx, nil)
	return fmt.Sprint(refused.ResponseStatusCode, " ", refused.Code(), " ", refused.Message(), " ", status(err))
}

func deleted(client *depot.DepotClient) any {
	one := client.Tools().ByID(*tool(client, 900).GetID())
	if err := one.Delete(ctx, nil); err != nil {
		panic(err)
	}
	_, err := one.Get(ctx, nil)
	return status(err)
}

func queries(client *depot.DepotClient) any {
	const hostile = "' or 1 eq 1 or name eq '"
	moment := time.Date(2024, 2, 29, 12, 0, 0, 0, time.UTC)
	day := odata.DateOnly{Year: 2020, Month: 2, Day: 29}
	price := must(odata.ParseDecimal("10.50"))
	with := func(id int32, name string, stock int32, change func(*models.Tools)) {
		tool(client, id, func(tool *models.Tools) {
			tool.SetName(&name)
			tool.SetStock(&stock)
			change(tool)
		})
	}
	with(950, "O'Neil & Söhne", 3, func(tool *models.Tools) {
		tool.SetPrice(&price)
		tool.SetBought(&day)
	})
	with(951, hostile, 5, func(tool *models.Tools) { tool.SetPrice(odata.Pointer(must(odata.ParseDecimal("20")))) })
	with(952, "saw", 7, func(tool *models.Tools) { tool.SetCheckedAt(&moment) })
	f := fields.Tools{}
	found := []string{}
	for _, condition := range []odata.Condition{
		f.Name().Eq("O'Neil & Söhne"),
		f.Name().Eq(hostile),
		f.Name().StartsWith("O'").Or(f.Name().Contains("aw")),
		odata.Not(f.Stock().Eq(5)),
		f.Stock().In(3, 5),
		f.Price().Gt(price).And(odata.IsNull(f.Bought())),
		f.Bought().Eq(day),
		f.CheckedAt().Year().Eq(2024),
		f.CheckedAt().Ge(moment),
		f.Name().ToLower().Length().Eq(3),
	} {
		page := must(client.Tools().Get(ctx, between(950, 960, odata.Filter(condition), odata.OrderBy(f.ID()))))
		found = append(found, ids(page.GetValue()))
	}
	return found
}

func batch(client *depot.DepotClient, first int32) any {
	tool(client, first)
	tool(client, first+1)
	tools := client.Tools()
	reading := must(tools.ByID(base+first).ToGetRequestInformation(ctx, nil))
	missing := must(tools.ByID(base+first+9).ToGetRequestInformation(ctx, nil))
	deleting := must(tools.ByID(base+first+1).ToDeleteRequestInformation(ctx, nil))
	making := must(tools.ToPostRequestInformation(ctx, newTool(first+2, "ü in a batch"), nil))
	answers := must(odata.BatchOf(ctx, client.RequestBuilder, odata.BatchPart{Request: reading},
		odata.BatchPart{Request: deleting, Group: "changes"}, odata.BatchPart{Request: making, Group: "changes"},
		odata.BatchPart{Request: missing}))
	read := must(odata.BatchAnswer[models.Toolsable](answers, reading))
	made := must(odata.BatchAnswer[models.Toolsable](answers, making))
	must(answers.Get(deleting))
	_, err := answers.Get(missing)
	one := fmt.Sprint(*read.GetID()-base-first, " ", *made.GetName(), " ", status(err))
	// All or nothing: the second of these fails.
	other := must(tools.ToPostRequestInformation(ctx, newTool(first+3, "never"), nil))
	again := must(tools.ToPostRequestInformation(ctx, newTool(first, "is there"), nil))
	answers = must(odata.BatchOf(ctx, client.RequestBuilder,
		odata.BatchPart{Request: other, Group: "changes"}, odata.BatchPart{Request: again, Group: "changes"}))
	_, err = answers.Get(again)
	left := must(tools.Get(ctx, between(first, first+9, odata.OrderBy(fields.Tools{}.ID()))))
	var kept []string
	for _, each := range left.GetValue() {
		kept = append(kept, fmt.Sprint(*each.GetID()-base-first))
	}
	return []any{one, status(err) >= 400, strings.Join(kept, " ")}
}
