// Typical calls on all of Graph, with the types that a user may count on. The requests of `requests` are
// printed, those of `calls` are read by the compiler alone.

import {
  createGraphServiceClient,
  DateOnly,
  type GraphServiceClient,
  type Int64,
  ODataError,
  type RequestInformation,
} from "./src/index.js";
import type { SendMailPostRequestBody } from "./src/builders/user.js";
import {
  BodyTypeObject,
  ChannelMembershipTypeObject,
  createAadUserConversationMember,
  createFileAttachment,
  DayOfWeekObject,
  type DirectoryObject,
  type DirectoryObjectCollectionResponse,
  type DriveItem,
  type Event,
  type Importance,
  ImportanceObject,
  type Message,
  type MessageCollectionResponse,
  type User,
  type UserCollectionResponse,
} from "./src/models/index.js";
import type { Alert } from "./src/models/security/index.js";

type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2
    ? true
    : false;

/** Compiles where a value has exactly the type that is said. */
function exactly<T>() {
  return <V>(value: V, same: Same<V, T>): V => (same ? value : value);
}

export async function calls(client: GraphServiceClient): Promise<void> {
  exactly<User | undefined>()(await client.me.get(), true);
  const users = await client.users.get({
    queryParameters: { select: ["id"], filter: "x eq 1", top: 5, count: true },
    headers: { ConsistencyLevel: "eventual" },
  });
  exactly<UserCollectionResponse | undefined>()(users, true);
  for (const user of users?.value ?? []) {
    exactly<string | null | undefined>()(user.displayName, true);
    exactly<Date | null | undefined>()(user.birthday, true);
    exactly<string[] | null | undefined>()(user.businessPhones, true);
    exactly<DirectoryObject | null | undefined>()(user.manager, true);
  }
  for await (const user of client.users.iterate()) {
    exactly<User>()(user, true);
  }
  const more = client.users.withUrl(users?.odataNextLink ?? "");
  exactly<UserCollectionResponse | undefined>()(await more.get(), true);
  exactly<number>()(await client.users.count.get(), true);
  const made = await client.users.post({
    accountEnabled: true,
    displayName: "A",
    passwordProfile: { password: "x", forceChangePasswordNextSignIn: true },
    additionalData: { extension_x: 1 },
  });
  exactly<User | undefined>()(made, true);
  const one = client.users.byUserId("u");
  await one.patch({ mobilePhone: null });
  exactly<void>()(await one.delete(), true);
  exactly<DirectoryObject | undefined>()(await one.manager.get(), true);
  const reports = await client.me.directReports.graphUser.get();
  exactly<UserCollectionResponse | undefined>()(reports, true);
  const message: Message = {
    subject: "s",
    importance: ImportanceObject.Low,
    body: { contentType: BodyTypeObject.Html, content: "x" },
    toRecipients: [{ emailAddress: { address: "a@b" } }],
    attachments: [
      createFileAttachment({ name: "a", contentBytes: new Uint8Array([1]) }),
    ],
  };
  message.isRead = true;
  const sent = await client.me.messages.post(message);
  exactly<Importance | null | undefined>()(sent?.importance, true);
  exactly<Date | null | undefined>()(sent?.receivedDateTime, true);
  const inbox = client.me.mailFolders.byMailFolderId("inbox");
  const page = await inbox.messages.get({ queryParameters: { top: 5 } });
  exactly<MessageCollectionResponse | undefined>()(page, true);
  const event: Event = {
    start: { dateTime: "2026-01-01T00:00:00", timeZone: "UTC" },
    recurrence: {
      pattern: { daysOfWeek: [DayOfWeekObject.Monday], interval: 1 },
      range: { startDate: new DateOnly({ year: 2026, month: 1, day: 1 }) },
    },
  };
  await client.me.events.post(event);
  const view = { startDateTime: "2026-01-01", endDateTime: "2026-01-02" };
  await client.me.calendarView.get({ customQueryOptions: view });
  const mail: SendMailPostRequestBody = { message, saveToSentItems: false };
  exactly<void>()(await client.me.sendMail.post(mail), true);
  const group = client.groups.byGroupId("g");
  const members = await group.members.get();
  exactly<DirectoryObjectCollectionResponse | undefined>()(members, true);
  await group.members.ref.post({ odataId: "https://graph.microsoft.com/x" });
  await group.members.byDirectoryObjectId("m").ref.delete();
  const item = client.drives.byDriveId("d").items.byDriveItemId("i");
  exactly<Uint8Array | undefined>()(await item.content.get(), true);
  const put = await item.content.put(new Uint8Array());
  exactly<DriveItem | undefined>()(put, true);
  exactly<Int64 | null | undefined>()(put?.size, true);
  await item.copy.post({ name: "copy", parentReference: { id: "x" } });
  const delta = await client.users.delta.get({
    queryParameters: { select: ["id"] },
  });
  exactly<User[] | null | undefined>()(delta?.value, true);
  exactly<string | null | undefined>()(delta?.odataDeltaLink, true);
  await client.applicationsWithAppId("a").get();
  const team = client.teams.byTeamId("t");
  await team.channels.post({
    membershipType: ChannelMembershipTypeObject.Private,
    members: [createAadUserConversationMember({ roles: ["owner"] })],
  });
  const channel = team.channels.byChannelId("c");
  const replies = channel.messages.byChatMessageId("m").replies;
  await replies.post({ body: { content: "x" } });
  const task = client.planner.tasks.byPlannerTaskId("t");
  await task.patch({ percentComplete: 50 }, { etag: "W/x" });
  await client.identity.conditionalAccess.policies.post({ displayName: "p" });
  const alerts = await client.security.alerts_v2.get();
  exactly<Alert[] | null | undefined>()(alerts?.value, true);
  try {
    await client.me.get();
  } catch (error) {
    if (error instanceof ODataError) {
      exactly<string | undefined>()(error.errorEscaped.code, true);
    }
  }
  // @ts-expect-error a model has the properties of its type alone
  await client.users.post({ displayNam: "x" });
  // @ts-expect-error an option of that name there is not
  await client.users.get({ queryParameters: { selct: ["id"] } });
  // @ts-expect-error there is no such place
  void client.me.noSuchThing;
  // @ts-expect-error a number is no text
  await client.users.post({ displayName: 5 });
}

function requests(client: GraphServiceClient): RequestInformation[] {
  const user = client.users.byUserId("a b");
  const drive = client.drives.byDriveId("d");
  const start = new Date("2026-01-01T00:00:00Z");
  const reminders =
    client.me.reminderViewWithStartDateTimeWithEndDateTime("end", "start");
  return [
    user.messages.toGetRequestInformation({
      queryParameters: { top: 5, select: ["subject"], skip: 1 },
    }),
    client.me.directReports.graphUser.count.toGetRequestInformation(),
    client.me.sendMail.toPostRequestInformation({
      message: { subject: "s", toRecipients: [] },
      saveToSentItems: true,
    }),
    client.users.delta.toGetRequestInformation(),
    client.applicationsWithAppId("a'b").toGetRequestInformation(),
    reminders.toGetRequestInformation(),
    client.groups
      .byGroupId("g")
      .members.ref.toPostRequestInformation({ odataId: "https://x.example/y" }),
    drive.items
      .byDriveItemId("i")
      .workbook.worksheets.byWorkbookWorksheetId("w")
      .rangeWithAddress("A1:B2")
      .toGetRequestInformation(),
    client.me.events.toPostRequestInformation({
      start: { dateTime: "x", timeZone: "UTC" },
      createdDateTime: start,
    }, { validate: false }),
    client.teams
      .byTeamId("t")
      .channels.toPostRequestInformation({
        displayName: "c",
        members: [createAadUserConversationMember({ roles: ["owner"] })],
      }),
    drive.items.byDriveItemId("i").content.toGetRequestInformation(),
    client.security.alerts_v2.byAlertId("1").toGetRequestInformation(),
  ];
}

const made = requests(createGraphServiceClient());
const told = made.map(({ method, url, content }) => [method, url, content]);
console.log(JSON.stringify(told));
