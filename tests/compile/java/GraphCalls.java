import com.microsoft.graph.drives.item.items.item.createlink.CreateLinkPostRequestBody;
import com.microsoft.graph.drives.item.items.item.invite.InvitePostRequestBody;
import com.microsoft.graph.models.AadUserConversationMember;
import com.microsoft.graph.models.Application;
import com.microsoft.graph.models.AssignedLicense;
import com.microsoft.graph.models.Attachment;
import com.microsoft.graph.models.AuthorizationPolicy;
import com.microsoft.graph.models.BodyType;
import com.microsoft.graph.models.Channel;
import com.microsoft.graph.models.ChannelMembershipType;
import com.microsoft.graph.models.ChatMessage;
import com.microsoft.graph.models.ConditionalAccessPolicy;
import com.microsoft.graph.models.DateTimeTimeZone;
import com.microsoft.graph.models.DayOfWeek;
import com.microsoft.graph.models.DirectoryObject;
import com.microsoft.graph.models.DirectoryObjectCollectionResponse;
import com.microsoft.graph.models.Domain;
import com.microsoft.graph.models.Drive;
import com.microsoft.graph.models.DriveItem;
import com.microsoft.graph.models.DriveItemCollectionResponse;
import com.microsoft.graph.models.DriveRecipient;
import com.microsoft.graph.models.EmailAddress;
import com.microsoft.graph.models.Event;
import com.microsoft.graph.models.EventCollectionResponse;
import com.microsoft.graph.models.FileAttachment;
import com.microsoft.graph.models.Folder;
import com.microsoft.graph.models.Group;
import com.microsoft.graph.models.Importance;
import com.microsoft.graph.models.InferenceClassificationType;
import com.microsoft.graph.models.ItemBody;
import com.microsoft.graph.models.Message;
import com.microsoft.graph.models.MessageCollectionResponse;
import com.microsoft.graph.models.PackageEscaped;
import com.microsoft.graph.models.PasswordProfile;
import com.microsoft.graph.models.PatternedRecurrence;
import com.microsoft.graph.models.PlannerTask;
import com.microsoft.graph.models.Recipient;
import com.microsoft.graph.models.RecurrencePattern;
import com.microsoft.graph.models.ReferenceCreate;
import com.microsoft.graph.models.Site;
import com.microsoft.graph.models.StringCollectionResponse;
import com.microsoft.graph.models.Team;
import com.microsoft.graph.models.User;
import com.microsoft.graph.models.UserCollectionResponse;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.models.security.Alert;
import com.microsoft.graph.models.security.AlertCollectionResponse;
import com.microsoft.graph.runtime.AccessToken;
import com.microsoft.graph.runtime.BatchAnswers;
import com.microsoft.graph.runtime.RequestInformation;
import com.microsoft.graph.runtime.TokenCredential;
import com.microsoft.graph.runtime.Violation;
import com.microsoft.graph.runtime.WriteOperation;
import com.microsoft.graph.security.microsoftgraphsecurityrunhuntingquery.RunHuntingQueryPostRequestBody;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.users.delta.DeltaGetResponse;
import com.microsoft.graph.users.item.assignlicense.AssignLicensePostRequestBody;
import com.microsoft.graph.users.item.checkmembergroups.CheckMemberGroupsPostRequestBody;
import com.microsoft.graph.users.item.checkmembergroups.CheckMemberGroupsPostResponse;
import com.microsoft.graph.users.item.findmeetingtimes.FindMeetingTimesPostRequestBody;
import com.microsoft.graph.users.item.messages.item.forward.ForwardPostRequestBody;
import com.microsoft.graph.users.item.messages.item.reply.ReplyPostRequestBody;
import com.microsoft.graph.users.item.sendmail.SendMailPostRequestBody;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Typical calls on all of Graph, with the types that a user may count on; read by the compiler. */
final class GraphCalls {
  private GraphCalls() {}

  static GraphServiceClient client(OffsetDateTime expires) {
    final String[] scopes = new String[] {"https://graph.microsoft.com/.default"};
    TokenCredential credential = asked -> new AccessToken("token", expires);
    return new GraphServiceClient(credential, scopes);
  }

  static void users(GraphServiceClient graphClient) {
    User me = graphClient.me().get();
    UserCollectionResponse result =
        graphClient
            .users()
            .get(
                requestConfiguration -> {
                  requestConfiguration.queryParameters.count = true;
                  requestConfiguration.queryParameters.filter = "endswith(mail,'a@contoso.com')";
                  requestConfiguration.queryParameters.orderby = new String[] {"userPrincipalName"};
                  requestConfiguration.queryParameters.select = new String[] {"id", "mail"};
                  requestConfiguration.queryParameters.expand = new String[] {"manager"};
                  requestConfiguration.queryParameters.search = "\"displayName:wa\"";
                  requestConfiguration.queryParameters.top = 5;
                  requestConfiguration.headers.add("ConsistencyLevel", "eventual");
                });
    for (User user : result.getValue()) {
      String name = user.getDisplayName();
      OffsetDateTime birthday = user.getBirthday();
      List<String> phones = user.getBusinessPhones();
      DirectoryObject manager = user.getManager();
      Boolean enabled = user.getAccountEnabled();
      if (manager instanceof User && name != null && phones != null && birthday != null) {
        enabled = false;
      }
      user.setAccountEnabled(enabled);
    }
    Long total = result.getOdataCount();
    if (result.getOdataNextLink() != null && total != null) {
      result = graphClient.users().withUrl(result.getOdataNextLink()).get();
    }
    Integer count =
        graphClient
            .users()
            .count()
            .get(
                requestConfiguration -> {
                  requestConfiguration.headers.add("ConsistencyLevel", "eventual");
                });
    User user = new User();
    user.setAccountEnabled(true);
    user.setDisplayName("Adele Vance " + count);
    user.setMailNickname("AdeleV");
    PasswordProfile passwordProfile = new PasswordProfile();
    passwordProfile.setForceChangePasswordNextSignIn(true);
    passwordProfile.setPassword("xWwvJ]6NMw+bWH-d");
    user.setPasswordProfile(passwordProfile);
    user.setEmployeeHireDate(OffsetDateTime.parse("2026-01-01T00:00:00Z"));
    Map<String, Object> additionalData = new HashMap<>();
    additionalData.put("extension_x", 1);
    user.setAdditionalData(additionalData);
    User made = graphClient.users().post(user);
    User changed = graphClient.users().byUserId(made.getId()).patch(new User());
    graphClient.users().byUserId(changed.getId()).delete();
    DirectoryObject boss = graphClient.users().byUserId(me.getId()).manager().get();
    UserCollectionResponse reports = graphClient.me().directReports().graphUser().get();
    CompletableFuture<User> later = graphClient.me().getAsync();
    later.thenAccept(found -> found.setOfficeLocation(boss.getId() + reports.getValue().size()));
    AssignLicensePostRequestBody licenses = new AssignLicensePostRequestBody();
    AssignedLicense license = new AssignedLicense();
    license.setDisabledPlans(
        Arrays.asList(UUID.fromString("11b0131d-43c8-4bbb-b2c8-e80f9a50834a")));
    license.setSkuId(UUID.fromString("45715bb8-13f9-4bf6-927f-ef96c102d394"));
    licenses.setAddLicenses(List.of(license));
    licenses.setRemoveLicenses(new LinkedList<UUID>());
    User licensed = graphClient.me().assignLicense().post(licenses);
    CheckMemberGroupsPostRequestBody groups = new CheckMemberGroupsPostRequestBody();
    groups.setGroupIds(List.of(licensed.getId()));
    CheckMemberGroupsPostResponse checked = graphClient.me().checkMemberGroups().post(groups);
    List<String> found = checked.getValue();
    DeltaGetResponse delta =
        graphClient
            .users()
            .delta()
            .get(c -> c.queryParameters.select = new String[] {found.get(0)});
    String deltaLink = delta.getOdataDeltaLink();
    graphClient.users().delta().withUrl(deltaLink).get().getValue().get(0).getUserType();
  }

  static void mail(GraphServiceClient graphClient) {
    SendMailPostRequestBody sendMailPostRequestBody = new SendMailPostRequestBody();
    Message message = new Message();
    message.setSubject("Meet for lunch?");
    ItemBody body = new ItemBody();
    body.setContentType(BodyType.Text);
    body.setContent("The new cafeteria is open.");
    message.setBody(body);
    LinkedList<Recipient> toRecipients = new LinkedList<Recipient>();
    Recipient recipient = new Recipient();
    EmailAddress emailAddress = new EmailAddress();
    emailAddress.setAddress("frannis@contoso.com");
    recipient.setEmailAddress(emailAddress);
    toRecipients.add(recipient);
    message.setToRecipients(toRecipients);
    LinkedList<Attachment> attachments = new LinkedList<Attachment>();
    FileAttachment attachment = new FileAttachment();
    attachment.setOdataType("#microsoft.graph.fileAttachment");
    attachment.setName("attachment.txt");
    attachment.setContentBytes(new byte[] {1, 2});
    attachments.add(attachment);
    message.setAttachments(attachments);
    message.setImportance(Importance.Low);
    message.setInferenceClassification(InferenceClassificationType.Other);
    sendMailPostRequestBody.setMessage(message);
    sendMailPostRequestBody.setSaveToSentItems(false);
    graphClient.me().sendMail().post(sendMailPostRequestBody);
    graphClient.users().byUserId("id").sendMail().post(sendMailPostRequestBody);
    Message sent = graphClient.me().messages().post(message);
    Importance importance = sent.getImportance();
    if (importance == Importance.High && importance.isKnown()) {
      sent.setIsRead(true);
    }
    MessageCollectionResponse messages =
        graphClient
            .users()
            .byUserId("id")
            .messages()
            .get(
                requestConfiguration -> {
                  requestConfiguration.queryParameters.top = 5;
                  requestConfiguration.queryParameters.select = new String[] {"subject"};
                  requestConfiguration.headers.add("ConsistencyLevel", "eventual");
                });
    MessageCollectionResponse inbox =
        graphClient.me().mailFolders().byMailFolderId("inbox").messages().get();
    String id = messages.getValue().get(0).getId() + inbox.getOdataNextLink();
    ReplyPostRequestBody reply = new ReplyPostRequestBody();
    reply.setComment("thanks");
    graphClient.me().messages().byMessageId(id).reply().post(reply);
    ForwardPostRequestBody forward = new ForwardPostRequestBody();
    forward.setToRecipients(toRecipients);
    graphClient.me().messages().byMessageId(id).forward().post(forward);
    for (Message one : graphClient.me().messages().iterate(c -> c.queryParameters.top = 99)) {
      one.setSubject(id);
    }
  }

  static void calendar(GraphServiceClient graphClient) {
    Event event = new Event();
    DateTimeTimeZone start = new DateTimeTimeZone();
    start.setDateTime("2026-04-15T12:00:00");
    start.setTimeZone("Pacific Standard Time");
    event.setStart(start);
    PatternedRecurrence recurrence = new PatternedRecurrence();
    RecurrencePattern pattern = new RecurrencePattern();
    pattern.setInterval(1);
    pattern.setDaysOfWeek(List.of(DayOfWeek.Monday));
    recurrence.setPattern(pattern);
    event.setRecurrence(recurrence);
    Event made = graphClient.me().events().post(event);
    EventCollectionResponse view =
        graphClient
            .me()
            .calendarView()
            .get(
                requestConfiguration -> {
                  requestConfiguration.queryParameters.add("startDateTime", "2026-01-01");
                  requestConfiguration.queryParameters.add("endDateTime", LocalDate.of(2026, 2, 1));
                });
    FindMeetingTimesPostRequestBody times = new FindMeetingTimesPostRequestBody();
    times.setReturnSuggestionReasons(view.getValue().contains(made));
    graphClient.me().findMeetingTimes().post(times);
  }

  static void groups(GraphServiceClient graphClient) {
    Group group = new Group();
    group.setDisplayName("Library Assist");
    group.setGroupTypes(List.of("Unified"));
    group.setMailEnabled(true);
    Group result = graphClient.groups().post(group);
    DirectoryObjectCollectionResponse members =
        graphClient.groups().byGroupId(result.getId()).members().get();
    ReferenceCreate referenceCreate = new ReferenceCreate();
    referenceCreate.setOdataId("https://graph.microsoft.com/v1.0/directoryObjects/{id}");
    graphClient.groups().byGroupId("{group-id}").members().ref().post(referenceCreate);
    graphClient
        .groups()
        .byGroupId("{group-id}")
        .members()
        .byDirectoryObjectId(members.getValue().get(0).getId())
        .ref()
        .delete();
    StringCollectionResponse references =
        graphClient.groups().byGroupId("{group-id}").members().ref().get();
    List<String> urls = references.getValue();
    UserCollectionResponse users =
        graphClient.groups().byGroupId(urls.get(0)).members().graphUser().get();
    graphClient.groups().byGroupId(users.getValue().get(0).getId()).owners().count().get();
  }

  static void files(GraphServiceClient graphClient) {
    Drive drive = graphClient.me().drive().get();
    DriveItemCollectionResponse children =
        graphClient.drives().byDriveId("d").items().byDriveItemId("i").children().get();
    DriveItem folder = new DriveItem();
    folder.setName(drive.getName());
    folder.setFolder(new Folder());
    folder.setPackage(new PackageEscaped());
    DriveItem made =
        graphClient.drives().byDriveId("d").items().byDriveItemId("i").children().post(folder);
    InputStream content =
        graphClient.drives().byDriveId("d").items().byDriveItemId("i").content().get();
    DriveItem replaced =
        graphClient
            .drives()
            .byDriveId("d")
            .items()
            .byDriveItemId(children.getValue().get(0).getId())
            .content()
            .put(new ByteArrayInputStream(new byte[] {1}));
    CreateLinkPostRequestBody link = new CreateLinkPostRequestBody();
    link.setType("view");
    link.setScope(made.getName() + replaced.getName() + content);
    graphClient.drives().byDriveId("d").items().byDriveItemId("i").createLink().post(link);
    InvitePostRequestBody invitation = new InvitePostRequestBody();
    DriveRecipient recipient = new DriveRecipient();
    recipient.setEmail("ryan@contoso.com");
    invitation.setRecipients(List.of(recipient));
    invitation.setRequireSignIn(true);
    graphClient.drives().byDriveId("d").items().byDriveItemId("i").invite().post(invitation);
    Site site = graphClient.sites().bySiteId("s").get();
    graphClient.sites().bySiteId(site.getId()).lists().byListId("l").items().get();
  }

  static void work(GraphServiceClient graphClient) {
    Application found = graphClient.applicationsWithAppId("a").get();
    Channel channel = new Channel();
    channel.setMembershipType(ChannelMembershipType.Private);
    AadUserConversationMember member = new AadUserConversationMember();
    member.setRoles(List.of("owner"));
    channel.setMembers(List.of(member));
    Team team = graphClient.teams().byTeamId("t").get();
    Channel made = graphClient.teams().byTeamId(team.getId()).channels().post(channel);
    ChatMessage message = new ChatMessage();
    ChatMessage replied =
        graphClient
            .teams()
            .byTeamId("t")
            .channels()
            .byChannelId(made.getId())
            .messages()
            .byChatMessageId("m")
            .replies()
            .byChatMessageId1(found.getId())
            .patch(message);
    PlannerTask task = new PlannerTask();
    task.setPercentComplete(50);
    task.setTitle(replied.getId());
    graphClient
        .planner()
        .tasks()
        .byPlannerTaskId("t")
        .patch(
            task,
            requestConfiguration -> {
              requestConfiguration.headers.add("Prefer", "return=representation");
              requestConfiguration.headers.add("If-Match", "W/\"x\"");
            });
    ConditionalAccessPolicy policy =
        graphClient.identity().conditionalAccess().policies().post(new ConditionalAccessPolicy());
    AuthorizationPolicy authorization =
        graphClient.policies().authorizationPolicy().patch(new AuthorizationPolicy());
    AlertCollectionResponse alerts = graphClient.security().alertsV2().get();
    Alert alert =
        graphClient
            .security()
            .alertsV2()
            .byAlertId(alerts.getValue().get(0).getId())
            .patch(new Alert());
    RunHuntingQueryPostRequestBody query = new RunHuntingQueryPostRequestBody();
    query.setQuery(policy.getId() + authorization.getId() + alert.getId());
    graphClient.security().microsoftGraphSecurityRunHuntingQuery().post(query);
    Domain domain = graphClient.domains().byDomainId("d").verify().post();
    InputStream report =
        graphClient.reports().getEmailActivityUserDetailWithPeriod(domain.getId()).get();
    String shown = String.valueOf(report);
    RequestInformation<User> one = graphClient.me().toGetRequestInformation();
    RequestInformation<UserCollectionResponse> other =
        graphClient.users().toGetRequestInformation(c -> c.queryParameters.top = shown.length());
    BatchAnswers answers = graphClient.batch(List.of(one, other));
    try {
      User me = answers.get(one);
      List<Violation> violations = me.validate(WriteOperation.UPDATE);
      me.setAboutMe(violations.toString());
    } catch (ODataError error) {
      throw new IllegalStateException(error.getError().getMessage(), error);
    }
  }
}
