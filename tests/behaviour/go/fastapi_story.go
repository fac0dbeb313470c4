// The story of a kennel: logs in, stays, pages, changes, errors, files, cookies, streams.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	subject "example.com/subject"
	"example.com/subject/builders"
	"example.com/subject/models"
	"example.com/subject/runtime/odata"
)

var ctx = context.Background()

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func pointer[T any](value T) *T { return &value }

// failed gives what an error of the service says.
func failed[T any](_ T, err error) map[string]any {
	var told *odata.APIError
	if !errors.As(err, &told) {
		return map[string]any{"error": fmt.Sprintf("%T %v", err, err)}
	}
	made := map[string]any{"status": told.ResponseStatusCode, "body": fmt.Sprintf("%T", told.Body)}
	if problem, is := told.Body.(models.Problemable); is {
		made["code"] = *problem.GetCode()
	}
	return made
}

func catOf(name string) *models.Stay_animal {
	cat, animal := models.NewCat(), models.NewStay_animal()
	cat.SetName(&name)
	animal.SetCat(cat)
	return animal
}

func collected[T, U any](items func(yield func(T, error) bool), of func(T) U, most int) []U {
	made := []U{}
	items(func(item T, err error) bool {
		if err != nil {
			panic(err)
		}
		made = append(made, of(item))
		return len(made) < most
	})
	return made
}

func main() {
	root := os.Args[1]
	client := must(subject.NewSubjectClientWithCredentialsAndURL(root, odata.BearerToken("token-of-ann"), odata.APIKey("k&y")))
	told := map[string]any{}

	login := models.NewBody_log_in_token_post()
	login.SetUsername(pointer("ann"))
	login.SetPassword(pointer("s3cret+&"))
	token := must(client.Token().Post(ctx, login, nil))
	told["token"] = []string{*token.GetAccessToken(), *token.GetTokenType()}
	login.SetPassword(pointer("no"))
	told["no token"] = failed(client.Token().Post(ctx, login, nil))

	first := models.NewStay()
	first.SetAnimal(catOf("Tom"))
	first.SetMood(pointer(models.VERY_WILD_MOOD))
	box := models.NewStay_box()
	box.SetInt64(pointer(int64(3)))
	first.SetBox(box)
	second, dog, animal := models.NewStay(), models.NewDog(), models.NewStay_animal()
	dog.SetName(pointer("Rex"))
	dog.SetTricks([]string{"sit"})
	dog.SetBorn(pointer(must(odata.ParseTime("2024-02-29T12:00:00Z"))))
	animal.SetDog(dog)
	second.SetAnimal(animal)
	text := models.NewStay_box()
	text.SetString(pointer("b"))
	second.SetBox(text)
	third := models.NewStay()
	third.SetAnimal(catOf("Kit"))
	third.SetWeights(map[string][]float64{"2024": {1.5, 2}})
	var ids []string
	for _, stay := range []models.Stayable{first, second, third} {
		made := must(client.Stays().Post(ctx, stay, nil))
		ids = append(ids, made.GetId().String())
		switch {
		case made.GetAnimal().GetCat() != nil:
			told[*made.GetAnimal().GetCat().GetName()] = *made.GetAnimal().GetCat().GetLives()
		default:
			told[*made.GetAnimal().GetDog().GetName()] = made.GetAnimal().GetDog().GetBorn().UTC().Format("2006-01-02")
		}
		told["box of "+fmt.Sprint(len(ids))] = made.GetBox() != nil && made.GetBox().GetInt64() != nil
		told["weights of "+fmt.Sprint(len(ids))] = made.GetWeights()
	}
	id := func(stay models.StoredStayable) string { return stay.GetId().String() }
	var page []string
	for _, stay := range must(client.Stays().Get(ctx, nil)) {
		page = append(page, id(stay))
	}
	told["a page"] = len(page) == 2 && page[0] == ids[0] && page[1] == ids[1]
	asked := &builders.StaysRequestBuilderGetRequestConfiguration{
		QueryParameters: &builders.StaysRequestBuilderGetQueryParameters{Limit: pointer(int64(1))},
	}
	told["all pages"] = strings.Join(collected(client.Stays().Iterate(ctx, asked), id, 9), " ") == strings.Join(ids, " ")
	asked.QueryParameters = &builders.StaysRequestBuilderGetQueryParameters{Mood: []models.Mood{models.VERY_WILD_MOOD}}
	wild := must(client.Stays().Get(ctx, asked))
	told["wild ones"] = len(wild) == 1 && id(wild[0]) == ids[0]

	at := client.Stays().ByStay_id(must(odata.ParseUUID(ids[0])))
	told["one"] = id(must(at.Get(ctx, nil))) == ids[0]
	change, other := models.NewChange(), models.NewChange_box()
	change.SetMood(nil)
	other.SetString(pointer("c"))
	change.SetBox(other)
	changed := must(at.Patch(ctx, change, nil))
	told["changed"] = []any{changed.GetMood() == nil, changed.IsSet("mood"), *changed.GetBox().GetString()}
	if err := at.Delete(ctx, nil); err != nil {
		panic(err)
	}
	told["gone"] = failed(at.Get(ctx, nil))

	nameless := models.NewStay()
	nameless.SetAnimal(catOf(""))
	unchecked := &odata.RequestConfiguration{Options: []odata.RequestOption{odata.SkipValidation()}}
	told["refused by the service"] = failed(client.Stays().Post(ctx, nameless, unchecked))
	_, err := client.Stays().Post(ctx, nameless, nil)
	var wrong *odata.ValidationError
	told["refused by the client"] = errors.As(err, &wrong) && wrong.Violations[0].Code == "min-length"
	for count := 0; count < 9; count++ {
		more := models.NewStay()
		more.SetAnimal(catOf("More"))
		if _, err = client.Stays().Post(ctx, more, nil); err != nil {
			break
		}
	}
	told["full"] = failed(0, err)

	open := must(subject.NewSubjectClientWithCredentialsAndURL(root))
	_, err = open.Stays().Post(ctx, first, nil)
	told["no credentials"] = errors.Is(err, odata.ErrAuthentication)
	told["none needed"] = len(must(open.Stays().Get(ctx, nil))) > 0

	photos := models.NewBody_add_photos_stays__stay_id__photos_post()
	photos.SetCaption(pointer(`Süß & "x"`))
	photos.SetPhotos([]*odata.File{
		{Name: "large.bin", Content: bytes.NewReader(make([]byte, 300_000))},
		{Name: "ä.png", ContentType: "image/png", Content: strings.NewReader("abc")},
	})
	uploaded := must(client.Stays().ByStay_id(odata.UUID{15: 1}).Photos().Post(ctx, photos, nil))
	told["uploaded"] = []any{*uploaded.GetCaption(), uploaded.GetSizes(), uploaded.GetNames(), uploaded.GetTypes()[1]}

	visit := &builders.SessionRequestBuilderGetRequestConfiguration{
		QueryParameters: &builders.SessionRequestBuilderGetQueryParameters{Visits: pointer(int64(4)), AcceptLanguage: pointer("de")},
	}
	session := must(client.Session().Get(ctx, visit))
	told["session"] = []any{*session["visits"].GetInt64(), *session["language"].GetString()}
	answer := must(client.Send(ctx, must(client.Session().ToGetRequestInformation(ctx, visit))))
	told["cookie"] = strings.HasPrefix(answer.Header("set-cookie"), "visits=5")

	number := func(tick models.TicksGetResponseable) int64 { return *tick.GetNumber() }
	ticks := func(count int64) *builders.TicksRequestBuilderGetRequestConfiguration {
		return &builders.TicksRequestBuilderGetRequestConfiguration{
			QueryParameters: &builders.TicksRequestBuilderGetQueryParameters{Count: &count},
		}
	}
	told["ticks"] = collected(client.Ticks().Get(ctx, ticks(3)), number, 9)
	told["one of many ticks"] = collected(client.Ticks().Get(ctx, ticks(100_000)), number, 1)
	lines := &builders.ExportRequestBuilderGetRequestConfiguration{
		QueryParameters: &builders.ExportRequestBuilderGetQueryParameters{Count: pointer(int64(1000))},
	}
	sum := int64(0)
	for _, each := range collected(client.Export().Get(ctx, lines), func(t models.ExportGetResponseable) int64 { return *t.GetNumber() }, 2000) {
		sum += each
	}
	told["lines"] = sum
	told["bytes"] = len(must(client.Photos().BySize(70_000).Get(ctx, nil)))
	stream := must(client.Photos().BySize(500_000).GetStream(ctx, nil))
	told["stream"] = must(io.Copy(io.Discard, stream))
	stream.Close()
	json.NewEncoder(os.Stdout).Encode(told)
}
