// Validates payloads, and bodies before they are sent.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"

	subject "example.com/subject"
	"example.com/subject/models"
	"example.com/subject/runtime/odata"

	"context"
)

type asked struct{ Text, Operation string }

var operations = map[string]odata.Operation{
	"": odata.OperationAnswer, "create": odata.OperationCreate, "update": odata.OperationUpdate,
}

func told(violations []odata.Violation) []string {
	made := []string{}
	for _, each := range violations {
		mark := ""
		if each.Severity == odata.SeverityWarning {
			mark = "?"
		}
		made = append(made, fmt.Sprint(each.Pointer, " ", each.Code, mark))
	}
	return made
}

// sent sends a body, and says what the refusal found.
func sent(method string, options ...odata.RequestOption) []string {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(204) }))
	defer server.Close()
	client, err := subject.NewSubjectClientWithCredentialsAndURL(server.URL)
	if err != nil {
		panic(err)
	}
	pet, age := models.NewPet(), int64(3)
	pet.SetAge(&age)
	configuration := &odata.RequestConfiguration{Options: options}
	call := client.Pets().Post
	if method == "PATCH" {
		call = client.Pets().Patch
	}
	var refused *odata.ValidationError
	if err := call(context.Background(), pet, configuration); errors.As(err, &refused) {
		return told(refused.Violations)
	} else if err != nil {
		panic(err)
	}
	return []string{"sent"}
}

func main() {
	var questions []asked
	text, _ := os.ReadFile(os.Args[1])
	if err := json.Unmarshal(text, &questions); err != nil {
		panic(err)
	}
	answers := [][]string{}
	for _, each := range questions {
		found, err := odata.ValidateJSON("Pet", []byte(each.Text), operations[each.Operation])
		if err != nil {
			panic(err)
		}
		answers = append(answers, told(found))
	}
	pet, person, name := models.NewPet(), models.NewPerson(), "R"
	pet.SetName(&name)
	owner := models.NewPet_owner()
	owner.SetPerson(person)
	pet.SetOwner(owner)
	answers = append(answers, told(odata.Validate(pet, odata.OperationCreate)))
	answers = append(answers, sent("POST"), sent("POST", odata.SkipValidation()), sent("PATCH"))
	json.NewEncoder(os.Stdout).Encode(answers)
}
