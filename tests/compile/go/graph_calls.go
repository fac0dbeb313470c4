// Package calls has typical calls on all of Graph, as users of the official SDK write them; type checkers read it.
package calls

import (
	"context"
	"errors"
	"fmt"
	"time"

	msgraphsdk "github.com/microsoftgraph/msgraph-sdk-go"
	graphdrives "github.com/microsoftgraph/msgraph-sdk-go/drives"
	graphgroups "github.com/microsoftgraph/msgraph-sdk-go/groups"
	graphidentity "github.com/microsoftgraph/msgraph-sdk-go/identity"
	graphmodels "github.com/microsoftgraph/msgraph-sdk-go/models"
	"github.com/microsoftgraph/msgraph-sdk-go/models/odataerrors"
	graphmodelssecurity "github.com/microsoftgraph/msgraph-sdk-go/models/security"
	abstractions "github.com/microsoftgraph/msgraph-sdk-go/runtime/odata"
	graphsecurity "github.com/microsoftgraph/msgraph-sdk-go/security"
	graphsites "github.com/microsoftgraph/msgraph-sdk-go/sites"
	graphteams "github.com/microsoftgraph/msgraph-sdk-go/teams"
	graphusers "github.com/microsoftgraph/msgraph-sdk-go/users"
)

// Users are listed, made, changed and deleted.
func Users(graphClient *msgraphsdk.GraphServiceClient) error {
	headers := abstractions.NewRequestHeaders()
	headers.Add("ConsistencyLevel", "eventual")
	requestFilter := "startswith(displayName,'a')"
	requestCount := true
	requestTop := int32(5)
	requestSearch := "\"displayName:al\""
	requestParameters := &graphusers.UsersRequestBuilderGetQueryParameters{
		Filter:  &requestFilter,
		Count:   &requestCount,
		Top:     &requestTop,
		Search:  &requestSearch,
		Orderby: []string{"displayName"},
		Select:  []string{"id", "displayName"},
		Expand:  []string{"manager($levels=max;$select=id)"},
	}
	configuration := &graphusers.UsersRequestBuilderGetRequestConfiguration{
		Headers:         headers,
		QueryParameters: requestParameters,
	}
	users, err := graphClient.Users().Get(context.Background(), configuration)
	if err != nil {
		var odataError *odataerrors.ODataError
		if errors.As(err, &odataError) {
			if terr := odataError.GetErrorEscaped(); terr != nil {
				fmt.Printf("code: %s %s", *terr.GetCode(), *terr.GetMessage())
			}
		}
		return err
	}
	for _, user := range users.GetValue() {
		var name *string = user.GetDisplayName()
		var born *time.Time = user.GetBirthday()
		var phones []string = user.GetBusinessPhones()
		var manager graphmodels.DirectoryObjectable = user.GetManager()
		var enabled *bool = user.GetAccountEnabled()
		var plans []graphmodels.AssignedPlanable = user.GetAssignedPlans()
		fmt.Println(name, born, phones, manager, enabled, plans)
	}
	if next := users.GetOdataNextLink(); next != nil {
		users, err = graphClient.Users().WithUrl(*next).Get(context.Background(), nil)
	}

	requestBody := graphmodels.NewUser()
	accountEnabled := true
	requestBody.SetAccountEnabled(&accountEnabled)
	displayName := "Adele Vance"
	requestBody.SetDisplayName(&displayName)
	passwordProfile := graphmodels.NewPasswordProfile()
	forceChangePasswordNextSignIn := true
	passwordProfile.SetForceChangePasswordNextSignIn(&forceChangePasswordNextSignIn)
	password := "xWwvJ]6NMw+bWH-d"
	passwordProfile.SetPassword(&password)
	requestBody.SetPasswordProfile(passwordProfile)
	additionalData := map[string]interface{}{
		"extension_x": 1,
	}
	requestBody.SetAdditionalData(additionalData)
	made, err := graphClient.Users().Post(context.Background(), requestBody, nil)
	fmt.Println(made.GetId(), users)
	change := graphmodels.NewUser()
	change.SetMobilePhone(nil)
	made, err = graphClient.Users().ByUserId("user-id").Patch(context.Background(), change, nil)
	err = graphClient.Users().ByUserId("user-id").Delete(context.Background(), nil)
	count, err := graphClient.Users().Count().Get(context.Background(), &graphusers.CountRequestBuilderGetRequestConfiguration{
		Headers: headers,
	})
	var number *int32 = count
	manager, err := graphClient.Users().ByUserId("user-id").Manager().Get(context.Background(), nil)
	reports, err := graphClient.Me().DirectReports().GraphUser().Get(context.Background(), nil)
	me, err := graphClient.Me().Get(context.Background(), &graphusers.UserItemRequestBuilderGetRequestConfiguration{
		QueryParameters: &graphusers.UserItemRequestBuilderGetQueryParameters{Select: []string{"displayName"}},
	})
	delta, err := graphClient.Users().Delta().GetAsDeltaGetResponse(context.Background(), &graphusers.DeltaRequestBuilderGetRequestConfiguration{
		QueryParameters: &graphusers.DeltaRequestBuilderGetQueryParameters{Select: []string{"displayName"}},
	})
	schedule := graphusers.NewItemCalendarGetSchedulePostRequestBody()
	schedule.SetSchedules([]string{"adelev@contoso.com"})
	free, err := graphClient.Me().Calendar().GetSchedule().PostAsGetSchedulePostResponse(context.Background(), schedule, nil)
	fmt.Println(free.GetValue())
	var link *string = delta.GetOdataDeltaLink()
	fmt.Println(number, manager, reports.GetValue(), me, link, delta.GetValue()[0].GetDisplayName())
	return err
}

// Mail is read and sent.
func Mail(graphClient *msgraphsdk.GraphServiceClient) error {
	requestBody := graphusers.NewItemSendMailPostRequestBody()
	message := graphmodels.NewMessage()
	subject := "Meet for lunch?"
	message.SetSubject(&subject)
	body := graphmodels.NewItemBody()
	contentType := graphmodels.TEXT_BODYTYPE
	body.SetContentType(&contentType)
	content := "The new cafeteria is open."
	body.SetContent(&content)
	message.SetBody(body)
	importance := graphmodels.HIGH_IMPORTANCE
	message.SetImportance(&importance)
	recipient := graphmodels.NewRecipient()
	emailAddress := graphmodels.NewEmailAddress()
	address := "frannis@contoso.com"
	emailAddress.SetAddress(&address)
	recipient.SetEmailAddress(emailAddress)
	toRecipients := []graphmodels.Recipientable{
		recipient,
	}
	message.SetToRecipients(toRecipients)
	attachment := graphmodels.NewFileAttachment()
	contentBytes := []byte("SGVsbG8gV29ybGQh")
	attachment.SetContentBytes(contentBytes)
	attachments := []graphmodels.Attachmentable{
		attachment,
	}
	message.SetAttachments(attachments)
	requestBody.SetMessage(message)
	saveToSentItems := false
	requestBody.SetSaveToSentItems(&saveToSentItems)
	if err := graphClient.Me().SendMail().Post(context.Background(), requestBody, nil); err != nil {
		return err
	}
	headers := abstractions.NewRequestHeaders()
	headers.Add("Prefer", "outlook.body-content-type=\"text\"")
	configuration := &graphusers.ItemMessagesRequestBuilderGetRequestConfiguration{
		Headers: headers,
		QueryParameters: &graphusers.ItemMessagesRequestBuilderGetQueryParameters{
			Select: []string{"sender", "subject"},
		},
	}
	messages, err := graphClient.Me().Messages().Get(context.Background(), configuration)
	if err != nil {
		return err
	}
	var received *time.Time = messages.GetValue()[0].GetReceivedDateTime()
	var level *graphmodels.Importance = messages.GetValue()[0].GetImportance()
	fmt.Println(received, level)
	one, err := graphClient.Me().Messages().ByMessageId("message-id").Get(context.Background(), &graphusers.ItemMessagesMessageItemRequestBuilderGetRequestConfiguration{
		QueryParameters: &graphusers.ItemMessagesMessageItemRequestBuilderGetQueryParameters{Expand: []string{"attachments"}},
	})
	reply := graphusers.NewItemMessagesItemReplyPostRequestBody()
	comment := "yes"
	reply.SetComment(&comment)
	err = graphClient.Me().Messages().ByMessageId("message-id").Reply().Post(context.Background(), reply, nil)
	inbox, err := graphClient.Me().MailFolders().ByMailFolderId("inbox").Messages().Get(context.Background(), nil)
	moved := graphusers.NewItemMessagesItemMovePostRequestBody()
	destinationId := "deleteditems"
	moved.SetDestinationId(&destinationId)
	again, err := graphClient.Me().Messages().ByMessageId("message-id").Move().Post(context.Background(), moved, nil)
	fmt.Println(one, inbox, again.GetSubject())
	graphClient.Me().Messages().Iterate(context.Background(), configuration)(func(each graphmodels.Messageable, failed error) bool {
		fmt.Println(each.GetSubject(), failed)
		return failed == nil
	})
	return err
}

// Groups have members by reference.
func Groups(graphClient *msgraphsdk.GraphServiceClient) error {
	requestBody := graphmodels.NewGroup()
	groupTypes := []string{"Unified"}
	requestBody.SetGroupTypes(groupTypes)
	additionalData := map[string]interface{}{
		"members@odata.bind": []string{"https://graph.microsoft.com/v1.0/users/1"},
	}
	requestBody.SetAdditionalData(additionalData)
	group, err := graphClient.Groups().Post(context.Background(), requestBody, nil)
	reference := graphmodels.NewReferenceCreate()
	odataId := "https://graph.microsoft.com/v1.0/directoryObjects/1"
	reference.SetOdataId(&odataId)
	err = graphClient.Groups().ByGroupId("group-id").Members().Ref().Post(context.Background(), reference, nil)
	err = graphClient.Groups().ByGroupId("group-id").Members().ByDirectoryObjectId("id").Ref().Delete(context.Background(), nil)
	references, err := graphClient.Groups().ByGroupId("group-id").Members().Ref().Get(context.Background(), nil)
	members, err := graphClient.Groups().ByGroupId("group-id").Members().Get(context.Background(), &graphgroups.ItemMembersRequestBuilderGetRequestConfiguration{
		QueryParameters: &graphgroups.ItemMembersRequestBuilderGetQueryParameters{Top: abstractions.Pointer(int32(3))},
	})
	users, err := graphClient.Groups().ByGroupId("group-id").TransitiveMembers().GraphUser().Get(context.Background(), nil)
	for _, member := range members.GetValue() {
		switch found := member.(type) {
		case graphmodels.Userable:
			fmt.Println(found.GetDisplayName())
		case graphmodels.Deviceable:
			fmt.Println(found.GetDeviceId())
		}
	}
	fmt.Println(group, references.GetValue(), users)
	return err
}

// Files are read, written and shared.
func Files(graphClient *msgraphsdk.GraphServiceClient) error {
	drive, err := graphClient.Me().Drive().Get(context.Background(), nil)
	children, err := graphClient.Drives().ByDriveId(*drive.GetId()).Items().ByDriveItemId("root").Children().Get(context.Background(), nil)
	item := graphClient.Drives().ByDriveId("drive-id").Items().ByDriveItemId("driveItem-id")
	content, err := item.Content().Get(context.Background(), nil)
	var data []byte = content
	written, err := item.Content().Put(context.Background(), data, nil)
	requestBody := graphdrives.NewItemItemsItemCreateUploadSessionPostRequestBody()
	properties := graphmodels.NewDriveItemUploadableProperties()
	requestBody.SetItem(properties)
	session, err := item.CreateUploadSession().Post(context.Background(), requestBody, nil)
	folder := graphmodels.NewDriveItem()
	folder.SetFolder(graphmodels.NewFolder())
	made, err := item.Children().Post(context.Background(), folder, nil)
	sites, err := graphClient.Sites().Get(context.Background(), &graphsites.SitesRequestBuilderGetRequestConfiguration{
		QueryParameters: &graphsites.SitesRequestBuilderGetQueryParameters{Search: abstractions.Pointer("x")},
	})
	q := "Contoso"
	found, err := item.SearchWithQ(&q).Get(context.Background(), nil)
	items, err := graphClient.Sites().BySiteId("site-id").Lists().ByListId("list-id").Items().Get(context.Background(), nil)
	fmt.Println(children.GetValue()[0].GetSize(), written.GetName(), session.GetUploadUrl(), made, sites, found.GetValue(), items)
	return err
}

// Calendars have views, and functions have parameters.
func Calendars(graphClient *msgraphsdk.GraphServiceClient) error {
	event := graphmodels.NewEvent()
	start := graphmodels.NewDateTimeTimeZone()
	dateTime := "2026-01-01T00:00:00"
	start.SetDateTime(&dateTime)
	event.SetStart(start)
	recurrence := graphmodels.NewPatternedRecurrence()
	pattern := graphmodels.NewRecurrencePattern()
	pattern.SetDaysOfWeek([]graphmodels.DayOfWeek{graphmodels.MONDAY_DAYOFWEEK})
	patternType := graphmodels.WEEKLY_RECURRENCEPATTERNTYPE
	pattern.SetTypeEscaped(&patternType)
	recurrence.SetPattern(pattern)
	event.SetRecurrence(recurrence)
	made, err := graphClient.Me().Events().Post(context.Background(), event, nil)
	view, err := graphClient.Me().CalendarView().Get(context.Background(), &graphusers.ItemCalendarViewRequestBuilderGetRequestConfiguration{
		Options: []abstractions.RequestOption{
			abstractions.WithQuery("startDateTime", "2026-01-01T00:00:00Z"), abstractions.WithQuery("endDateTime", "2026-01-02T00:00:00Z"),
		},
	})
	period := "D7"
	report, err := graphClient.Reports().GetEmailActivityUserDetailWithPeriod(&period).Get(context.Background(), nil)
	var csv []byte = report
	endDateTime, startDateTime := "2026-01-02", "2026-01-01"
	reminders, err := graphClient.Me().ReminderViewWithStartDateTimeWithEndDateTime(&endDateTime, &startDateTime).GetAsReminderViewWithStartDateTimeWithEndDateTimeGetResponse(context.Background(), nil)
	fmt.Println(made, view.GetValue(), csv, reminders.GetValue())
	return err
}

// Others are called all over the service.
func Others(graphClient *msgraphsdk.GraphServiceClient) error {
	appId := "00000000-0000-0000-0000-000000000000"
	application, err := graphClient.ApplicationsWithAppId(&appId).Get(context.Background(), nil)
	chat := graphmodels.NewChatMessage()
	body := graphmodels.NewItemBody()
	chat.SetBody(body)
	replies := graphClient.Teams().ByTeamId("t").Channels().ByChannelId("c").Messages().ByChatMessageId("m").Replies()
	message, err := replies.Post(context.Background(), chat, nil)
	channels, err := graphClient.Teams().ByTeamId("t").Channels().Get(context.Background(), &graphteams.ItemChannelsRequestBuilderGetRequestConfiguration{})
	reply, err := replies.ByChatMessageId1("n").Get(context.Background(), nil)
	task := graphmodels.NewPlannerTask()
	percentComplete := int32(50)
	task.SetPercentComplete(&percentComplete)
	headers := abstractions.NewRequestHeaders()
	headers.Add("If-Match", "W/\"x\"")
	changed, err := graphClient.Planner().Tasks().ByPlannerTaskId("t").Patch(context.Background(), task, &abstractions.RequestConfiguration{Headers: headers})
	policy := graphmodels.NewConditionalAccessPolicy()
	state := graphmodels.ENABLED_CONDITIONALACCESSPOLICYSTATE
	policy.SetState(&state)
	policies, err := graphClient.Identity().ConditionalAccess().Policies().Post(context.Background(), policy, nil)
	listed, err := graphClient.Identity().ConditionalAccess().Policies().Get(context.Background(), &graphidentity.ConditionalAccessPoliciesRequestBuilderGetRequestConfiguration{
		QueryParameters: &graphidentity.ConditionalAccessPoliciesRequestBuilderGetQueryParameters{Select: []string{"id"}},
	})
	alert := graphmodelssecurity.NewAlert()
	var alerts graphmodelssecurity.AlertCollectionResponseable
	alerts, err = graphClient.Security().Alerts_v2().Get(context.Background(), nil)
	updated, err := graphClient.Security().Alerts_v2().ByAlertId("a").Patch(context.Background(), alert, nil)
	query := graphsecurity.NewRunHuntingQueryPostRequestBody()
	text := "DeviceProcessEvents"
	query.SetQuery(&text)
	results, err := graphClient.Security().MicrosoftGraphSecurityRunHuntingQuery().Post(context.Background(), query, nil)
	verified, err := graphClient.Domains().ByDomainId("d").Verify().Post(context.Background(), nil, nil)
	license := graphmodels.NewAssignedLicense()
	licenses := graphusers.NewItemAssignLicensePostRequestBody()
	licenses.SetAddLicenses([]graphmodels.AssignedLicenseable{license})
	licenses.SetRemoveLicenses([]abstractions.UUID{})
	licensed, err := graphClient.Users().ByUserId("u").AssignLicense().Post(context.Background(), licenses, nil)
	photo, err := graphClient.Me().Photo().Content().Get(context.Background(), nil)
	photo, err = graphClient.Me().Photo().Content().Put(context.Background(), photo, nil)
	fmt.Println(application, message, channels, reply, changed, policies, listed, alerts, updated, results, verified, licensed, photo)
	first, err := graphClient.Me().ToGetRequestInformation(context.Background(), nil)
	second, err := graphClient.Users().ToGetRequestInformation(context.Background(), nil)
	answers, err := graphClient.Batch(context.Background(), false, first, second)
	me, err := abstractions.BatchAnswer[graphmodels.Userable](answers, first)
	fmt.Println(me)
	return err
}
