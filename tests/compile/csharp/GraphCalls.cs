// Calls as users of the official .NET SDK write them, on the client of all of Graph. They only have to compile.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;

internal static class GraphCalls
{
    internal static async Task Users(GraphServiceClient graphClient, CancellationToken cancellationToken)
    {
        var me = await graphClient.Me.GetAsync();
        Console.WriteLine($"{me?.DisplayName} {me?.Mail ?? me?.UserPrincipalName} {me?.CreatedDateTime?.Year}");
        var users = await graphClient.Users.GetAsync((requestConfiguration) =>
        {
            requestConfiguration.QueryParameters.Select = new string[] { "displayName", "id" };
            requestConfiguration.QueryParameters.Filter = "startswith(displayName,'a')";
            requestConfiguration.QueryParameters.Orderby = new string[] { "displayName" };
            requestConfiguration.QueryParameters.Top = 5;
            requestConfiguration.QueryParameters.Count = true;
            requestConfiguration.QueryParameters.Search = "\"displayName:wa\"";
            requestConfiguration.Headers.Add("ConsistencyLevel", "eventual");
        }, cancellationToken);
        foreach (var user in users?.Value ?? new List<User>())
        {
            Console.WriteLine(user.DisplayName);
        }
        var count = await graphClient.Users.Count.GetAsync(requestConfiguration => requestConfiguration.Headers.Add("ConsistencyLevel", "eventual"));
        Console.WriteLine(count);
        var requestBody = new User
        {
            AccountEnabled = true,
            DisplayName = "Adele Vance",
            MailNickname = "AdeleV",
            UserPrincipalName = "AdeleV@contoso.com",
            PasswordProfile = new PasswordProfile
            {
                ForceChangePasswordNextSignIn = true,
                Password = "xWwvJ]6NMw+bWH-d",
            },
            BusinessPhones = new List<string> { "+1 425 555 0109" },
            AdditionalData = new Dictionary<string, object>
            {
                { "extension_fe2174665583431c953114ff7268b7b3_Education_ObjectType", "Student" },
            },
        };
        var created = await graphClient.Users.PostAsync(requestBody);
        created = await graphClient.Users.PostAsync(requestBody, cancellationToken);
        created = await graphClient.Users.PostAsync(requestBody, null, cancellationToken);
        await graphClient.Users["{user-id}"].PatchAsync(new User { JobTitle = null });
        await graphClient.Users["{user-id}"].DeleteAsync();
        await graphClient.Users[created?.Id!].DeleteAsync(cancellationToken: cancellationToken);
        var manager = await graphClient.Users["{user-id}"].Manager.GetAsync();
        Console.WriteLine((manager as User)?.DisplayName);
        await graphClient.Users["{user-id}"].Manager.Ref.PutAsync(new ReferenceUpdate { OdataId = "https://graph.microsoft.com/v1.0/users/{id}" });
        var reports = await graphClient.Users["{user-id}"].DirectReports.GraphUser.GetAsync();
        var photo = await graphClient.Me.Photo.Content.GetAsync();
        await graphClient.Me.Photo.Content.PutAsync(photo ?? Stream.Null);
        await graphClient.Users["{user-id}"].AssignLicense.PostAsync(new Microsoft.Graph.Users.Item.AssignLicense.AssignLicensePostRequestBody
        {
            AddLicenses = new List<AssignedLicense>
            {
                new AssignedLicense { DisabledPlans = new List<Guid?> { Guid.Parse("11b0131d-43c8-4bbb-b2c8-e80f9a50834a") }, SkuId = Guid.Parse("45715bb8-13f9-4bf6-927f-ef96c102d394") },
            },
            RemoveLicenses = new List<Guid?>(),
        });
        var delta = await graphClient.Users.Delta.GetAsync(requestConfiguration => requestConfiguration.QueryParameters.Select = new[] { "displayName" });
        var next = await graphClient.Users.Delta.WithUrl(delta?.OdataDeltaLink ?? string.Empty).GetAsync();
        Console.WriteLine($"{reports?.Value?.Count} {next?.Value?.Count}");
        await graphClient.Me.RevokeSignInSessions.PostAsync();
    }

    internal static async Task Groups(GraphServiceClient graphClient)
    {
        var group = await graphClient.Groups.PostAsync(new Group
        {
            Description = "Self help community for library",
            DisplayName = "Library Assist",
            GroupTypes = new List<string> { "Unified" },
            MailEnabled = true,
            MailNickname = "library",
            SecurityEnabled = false,
            AdditionalData = new Dictionary<string, object>
            {
                { "owners@odata.bind", new List<string> { "https://graph.microsoft.com/v1.0/users/26be1845-4119-4801-a799-aea79d09f1a2" } },
            },
        });
        var members = await graphClient.Groups[group!.Id!].Members.GetAsync();
        foreach (var user in members!.Value!.OfType<User>())
        {
            Console.WriteLine(user.DisplayName);
        }
        await graphClient.Groups["{group-id}"].Members.Ref.PostAsync(new ReferenceCreate { OdataId = "https://graph.microsoft.com/v1.0/directoryObjects/{id}" });
        await graphClient.Groups["{group-id}"].Members["{directoryObject-id}"].Ref.DeleteAsync();
        var users = await graphClient.Groups["{group-id}"].Members.GraphUser.GetAsync(requestConfiguration =>
        {
            requestConfiguration.QueryParameters.Count = true;
            requestConfiguration.Headers.Add("ConsistencyLevel", "eventual");
        });
        var transitive = await graphClient.Groups["{group-id}"].TransitiveMembers.Count.GetAsync(requestConfiguration => requestConfiguration.Headers.Add("ConsistencyLevel", "eventual"));
        var owned = await graphClient.Groups["{group-id}"].Owners.Ref.GetAsync();
        Console.WriteLine($"{users?.OdataCount} {transitive} {owned?.Value?.Count}");
        var changes = await graphClient.Groups.Delta.GetAsDeltaGetResponseAsync(requestConfiguration => requestConfiguration.QueryParameters.Select = new[] { "displayName" });
        var owners = await graphClient.Users["{id}"].GetMemberGroups.PostAsGetMemberGroupsPostResponseAsync(new Microsoft.Graph.Users.Item.GetMemberGroups.GetMemberGroupsPostRequestBody { SecurityEnabledOnly = false });
        var walk = PageIterator<Group, Microsoft.Graph.Groups.Delta.DeltaGetResponse>.CreatePageIterator(graphClient, changes!, changed => changed.Id != null);
        await walk.IterateAsync();
        Console.WriteLine($"{walk.Deltalink} {changes?.OdataDeltaLink} {owners?.Value?.Count}");
        var groups = await graphClient.Users["{id}"].GetMemberGroups.PostAsync(new Microsoft.Graph.Users.Item.GetMemberGroups.GetMemberGroupsPostRequestBody { SecurityEnabledOnly = true });
        Console.WriteLine(groups?.Value?.Count);
    }

    internal static async Task Mail(GraphServiceClient graphClient)
    {
        var requestBody = new Microsoft.Graph.Me.SendMail.SendMailPostRequestBody
        {
            Message = new Message
            {
                Subject = "Meet for lunch?",
                Importance = Importance.High,
                Body = new ItemBody
                {
                    ContentType = BodyType.Text,
                    Content = "The new cafeteria is open.",
                },
                ToRecipients = new List<Recipient>
                {
                    new Recipient { EmailAddress = new EmailAddress { Address = "frannis@contoso.com" } },
                },
                Attachments = new List<Attachment>
                {
                    new FileAttachment
                    {
                        OdataType = "#microsoft.graph.fileAttachment",
                        Name = "attachment.txt",
                        ContentType = "text/plain",
                        ContentBytes = Convert.FromBase64String("SGVsbG8gV29ybGQh"),
                    },
                },
                InternetMessageHeaders = new List<InternetMessageHeader> { new InternetMessageHeader { Name = "x-custom-header-group-name", Value = "Washington" } },
            },
            SaveToSentItems = false,
        };
        await graphClient.Me.SendMail.PostAsync(requestBody);
        await graphClient.Users["{user-id}"].SendMail.PostAsync(new Microsoft.Graph.Users.Item.SendMail.SendMailPostRequestBody { Message = requestBody.Message });
        var messages = await graphClient.Me.Messages.GetAsync(requestConfiguration =>
        {
            requestConfiguration.QueryParameters.Top = 10;
            requestConfiguration.QueryParameters.Select = ["subject", "sender"];
            requestConfiguration.QueryParameters.Expand = ["attachments"];
            requestConfiguration.Headers.Add("Prefer", "outlook.body-content-type=\"text\"");
        });
        var urgent = messages?.Value?.Where(message => message.Importance == Importance.High && message.IsRead != true).ToList();
        var iterator = PageIterator<Message, MessageCollectionResponse>.CreatePageIterator(graphClient, messages!, message =>
        {
            Console.WriteLine($"{message.Subject} {message.From?.EmailAddress?.Address} {message.ReceivedDateTime}");
            return true;
        });
        await iterator.IterateAsync();
        await foreach (var message in graphClient.Me.Messages.IterateAsync(requestConfiguration => requestConfiguration.QueryParameters.Top = 100))
        {
            Console.WriteLine(message.Subject);
        }
        await graphClient.Me.Messages["{message-id}"].Forward.PostAsync(new Microsoft.Graph.Me.Messages.Item.Forward.ForwardPostRequestBody { Comment = "comment-value" });
        await graphClient.Users["{id}"].Messages["{message-id}"].Move.PostAsync(new Microsoft.Graph.Users.Item.Messages.Item.Move.MovePostRequestBody { DestinationId = "deleteditems" });
        await graphClient.Me.Messages["{message-id}"].Send.PostAsync();
        await graphClient.Me.MailFolders["inbox"].Messages.GetAsync();
        await graphClient.Me.MailFolders.PostAsync(new MailFolder { DisplayName = "Clutter", IsHidden = true });
        var attachments = await graphClient.Me.Messages["{message-id}"].Attachments.GetAsync();
        Console.WriteLine($"{urgent?.Count} {(attachments?.Value?.FirstOrDefault() as FileAttachment)?.ContentBytes?.Length}");
    }

    internal static async Task Calendars(GraphServiceClient graphClient)
    {
        var requestBody = new Event
        {
            Subject = "Let's go for lunch",
            Body = new ItemBody { ContentType = BodyType.Html, Content = "Does noon work for you?" },
            Start = new DateTimeTimeZone { DateTime = "2017-04-15T12:00:00", TimeZone = "Pacific Standard Time" },
            End = new DateTimeTimeZone { DateTime = "2017-04-15T14:00:00", TimeZone = "Pacific Standard Time" },
            Location = new Location { DisplayName = "Harry's Bar" },
            Attendees = new List<Attendee>
            {
                new Attendee { EmailAddress = new EmailAddress { Address = "samanthab@contoso.com", Name = "Samantha Booth" }, Type = AttendeeType.Required },
            },
            Recurrence = new PatternedRecurrence
            {
                Pattern = new RecurrencePattern { Type = RecurrencePatternType.Weekly, Interval = 1, DaysOfWeek = new List<DayOfWeekObject?> { DayOfWeekObject.Monday } },
                Range = new RecurrenceRange { Type = RecurrenceRangeType.EndDate, StartDate = new DateOnly(2017, 9, 4), EndDate = new DateOnly(2017, 12, 31) },
            },
            AllowNewTimeProposals = true,
            TransactionId = "7E163156-7762-4BEB-A1C6-729EA81755A7",
        };
        var created = await graphClient.Me.Events.PostAsync(requestBody, requestConfiguration => requestConfiguration.Headers.Add("Prefer", "outlook.timezone=\"Pacific Standard Time\""));
        await graphClient.Me.Calendar.Events.GetAsync();
        await graphClient.Me.Events[created!.Id!].Accept.PostAsync(new Microsoft.Graph.Me.Events.Item.Accept.AcceptPostRequestBody { Comment = "yes", SendResponse = true });
        await graphClient.Me.FindMeetingTimes.PostAsync(new Microsoft.Graph.Me.FindMeetingTimes.FindMeetingTimesPostRequestBody { MeetingDuration = TimeSpan.FromHours(1) });
        var view = await graphClient.Me.CalendarView.GetAsync(requestConfiguration =>
        {
            requestConfiguration.QueryParameters.StartDateTime = "2020-01-01T19:00:00-08:00";
            requestConfiguration.QueryParameters.EndDateTime = "2020-01-02T19:00:00-08:00";
        });
        Console.WriteLine(view?.Value?.Count);
    }

    internal static async Task Files(GraphServiceClient graphClient)
    {
        var drive = await graphClient.Me.Drive.GetAsync();
        var children = await graphClient.Drives[drive!.Id!].Items["root"].Children.GetAsync();
        var folder = await graphClient.Drives[drive.Id!].Items["root"].Children.PostAsync(new DriveItem
        {
            Name = "New Folder",
            Folder = new Folder(),
            AdditionalData = new Dictionary<string, object> { { "@microsoft.graph.conflictBehavior", "rename" } },
        });
        using var stream = await graphClient.Drives[drive.Id!].Items[folder!.Id!].Content.GetAsync();
        await graphClient.Drives[drive.Id!].Items["{item-id}"].Content.PutAsync(stream!);
        var link = await graphClient.Drives["{drive-id}"].Items["{item-id}"].CreateLink.PostAsync(new Microsoft.Graph.Drives.Item.Items.Item.CreateLink.CreateLinkPostRequestBody { Type = "view", Scope = "anonymous" });
        var found = await graphClient.Drives["{drive-id}"].SearchWithQ("contoso project").GetAsync();
        var file = children?.Value?.FirstOrDefault(item => item.File is not null)?.File;
        var site = await graphClient.Sites["root"].GetAsync();
        var list = await graphClient.Sites["{site-id}"].Lists["{list-id}"].Items.GetAsync(requestConfiguration => requestConfiguration.QueryParameters.Expand = new[] { "fields" });
        Console.WriteLine($"{link?.Link?.WebUrl} {found?.Value?.Count} {file?.MimeType} {site?.Name} {list?.Value?.Count}");
    }

    internal static async Task Others(GraphServiceClient graphClient)
    {
        var application = await graphClient.Applications.PostAsync(new Application { DisplayName = "Display name" });
        await graphClient.Applications[application!.Id!].AddPassword.PostAsync(new Microsoft.Graph.Applications.Item.AddPassword.AddPasswordPostRequestBody { PasswordCredential = new PasswordCredential { DisplayName = "Password friendly name" } });
        await graphClient.ApplicationsWithAppId("{appId}").GetAsync();
        await graphClient.ServicePrincipalsWithAppId("{appId}").GetAsync();
        await graphClient.Reports.GetOffice365ActiveUserDetailWithPeriod("D7").GetAsync();
        var alerts = await graphClient.Security.Alerts_v2.GetAsync();
        Console.WriteLine(alerts?.Value?.FirstOrDefault()?.Severity == Microsoft.Graph.Models.Security.AlertSeverity.High);
        var policy = await graphClient.Identity.ConditionalAccess.Policies.PostAsync(new ConditionalAccessPolicy
        {
            DisplayName = "Access to EXO requires MFA",
            State = ConditionalAccessPolicyState.Enabled,
            Conditions = new ConditionalAccessConditionSet
            {
                ClientAppTypes = new List<ConditionalAccessClientApp?> { ConditionalAccessClientApp.MobileAppsAndDesktopClients },
                Users = new ConditionalAccessUsers { IncludeGroups = new List<string> { "ba8e7ded-8b0f-4836-ba06-8ff1ecc5c8ba" } },
            },
            GrantControls = new ConditionalAccessGrantControls { Operator = "OR", BuiltInControls = new List<ConditionalAccessGrantControl?> { ConditionalAccessGrantControl.Mfa } },
        });
        var teams = await graphClient.Teams["{team-id}"].Channels["{channel-id}"].Messages.PostAsync(new ChatMessage { Body = new ItemBody { Content = "Hello World" } });
        var tasks = await graphClient.Me.Todo.Lists["{todoTaskList-id}"].Tasks.GetAsync();
        var plans = await graphClient.Planner.Tasks["{plannerTask-id}"].PatchAsync(new PlannerTask { Title = "x" }, requestConfiguration => requestConfiguration.Headers.Add("If-Match", "W/\"JzEt\""));
        var devices = await graphClient.DeviceManagement.ManagedDevices.GetAsync();
        var calls = await graphClient.Communications.CallRecords["{callRecord-id}"].GetAsync();
        Console.WriteLine($"{policy?.Id} {teams?.Id} {tasks?.Value?.Count} {plans?.Title} {devices?.Value?.Count} {calls?.Modalities?.Count}");
        var search = await graphClient.Search.Query.PostAsync(new Microsoft.Graph.Search.Query.QueryPostRequestBody
        {
            Requests = new List<SearchRequest> { new SearchRequest { EntityTypes = new List<EntityType?> { EntityType.DriveItem }, Query = new SearchQuery { QueryString = "contoso" }, From = 0, Size = 25 } },
        });
        Console.WriteLine(search?.Value?.Count);
        var subscription = await graphClient.Subscriptions.PostAsync(new Subscription
        {
            ChangeType = "created,updated",
            NotificationUrl = "https://webhook.azurewebsites.net/notificationClient",
            Resource = "/me/mailfolders('inbox')/messages",
            ExpirationDateTime = DateTimeOffset.Parse("2016-03-20T11:00:00.0000000Z"),
            ClientState = "SecretClientState",
        });
        Console.WriteLine(subscription?.Id);
    }

    internal static async Task Errors(GraphServiceClient graphClient)
    {
        try
        {
            await graphClient.Me.GetAsync();
        }
        catch (ODataError odataError) when (odataError.ResponseStatusCode == 404)
        {
            Console.WriteLine(odataError.Error?.Code);
            Console.WriteLine(odataError.Error?.Message);
            Console.WriteLine(odataError.Error?.InnerError?.RequestId);
        }
    }

    internal static async Task Batches(GraphServiceClient graphClient)
    {
        var userRequest = graphClient.Me.ToGetRequestInformation();
        var eventsRequest = graphClient.Me.CalendarView.ToGetRequestInformation(requestConfiguration => requestConfiguration.QueryParameters.Top = 1);
        var batchRequestContent = new BatchRequestContentCollection(graphClient);
        var userRequestId = await batchRequestContent.AddBatchRequestStepAsync(userRequest);
        var eventsRequestId = await batchRequestContent.AddBatchRequestStepAsync(eventsRequest);
        var returnedResponse = await graphClient.Batch.PostAsync(batchRequestContent);
        var user = await returnedResponse.GetResponseByIdAsync<User>(userRequestId);
        var events = await returnedResponse.GetResponseByIdAsync<EventCollectionResponse>(eventsRequestId);
        Console.WriteLine($"{user?.DisplayName} {events?.Value?.Count}");
    }
}
