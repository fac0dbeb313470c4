"""Typical calls on all of Graph, with the types that a user may count on; read by type checkers alone."""

import datetime
from collections.abc import Sequence
from typing import Any, assert_type
from uuid import UUID

from msgraph import GraphServiceClient, SyncGraphServiceClient
from msgraph.generated.models.aad_user_conversation_member import AadUserConversationMember
from msgraph.generated.models.application import Application
from msgraph.generated.models.assigned_license import AssignedLicense
from msgraph.generated.models.attachment import Attachment
from msgraph.generated.models.authorization_policy import AuthorizationPolicy
from msgraph.generated.models.body_type import BodyType
from msgraph.generated.models.channel import Channel
from msgraph.generated.models.channel_membership_type import ChannelMembershipType
from msgraph.generated.models.chat_message import ChatMessage
from msgraph.generated.models.conditional_access_policy import ConditionalAccessPolicy
from msgraph.generated.models.date_time_time_zone import DateTimeTimeZone
from msgraph.generated.models.day_of_week import DayOfWeek
from msgraph.generated.models.directory_object import DirectoryObject
from msgraph.generated.models.directory_object_collection_response import (
    DirectoryObjectCollectionResponse,
)
from msgraph.generated.models.domain import Domain
from msgraph.generated.models.drive import Drive
from msgraph.generated.models.drive_item import DriveItem
from msgraph.generated.models.drive_item_collection_response import DriveItemCollectionResponse
from msgraph.generated.models.email_address import EmailAddress
from msgraph.generated.models.event import Event
from msgraph.generated.models.event_collection_response import EventCollectionResponse
from msgraph.generated.models.file_attachment import FileAttachment
from msgraph.generated.models.group import Group
from msgraph.generated.models.importance import Importance
from msgraph.generated.models.item_body import ItemBody
from msgraph.generated.models.message import Message
from msgraph.generated.models.message_collection_response import MessageCollectionResponse
from msgraph.generated.models.o_data_errors.o_data_error import ODataError
from msgraph.generated.models.password_profile import PasswordProfile
from msgraph.generated.models.patterned_recurrence import PatternedRecurrence
from msgraph.generated.models.planner_task import PlannerTask
from msgraph.generated.models.recipient import Recipient
from msgraph.generated.models.recurrence_pattern import RecurrencePattern
from msgraph.generated.models.reference_create import ReferenceCreate
from msgraph.generated.models.security.alert import Alert
from msgraph.generated.models.security.alert_collection_response import AlertCollectionResponse
from msgraph.generated.models.site import Site
from msgraph.generated.models.team import Team
from msgraph.generated.models.user import User
from msgraph.generated.models.user_collection_response import UserCollectionResponse


async def calls(client: GraphServiceClient, sync: SyncGraphServiceClient) -> None:
    assert_type(await client.me.get(), User | None)
    users = await client.users.get(
        select=["id"], filter="x eq 1", top=5, headers={"ConsistencyLevel": "eventual"}, count=True
    )
    assert_type(users, UserCollectionResponse | None)
    if users is not None and users.value is not None:
        for user in users.value:
            assert_type(user, User)
            assert_type(user.display_name, str | None)
            assert_type(user.birthday, datetime.datetime | None)
            assert_type(user.business_phones, list[str] | None)
            assert_type(user.manager, DirectoryObject | None)
        assert_type(users.odata_next_link, str | None)
        if users.odata_next_link:
            more = await client.users.with_url(users.odata_next_link).get()
            assert_type(more, UserCollectionResponse | None)
    assert_type(await client.users.count.get(), int)
    new = User(
        account_enabled=True,
        display_name="A",
        password_profile=PasswordProfile(password="x", force_change_password_next_sign_in=True),
        additional_data={"extension_x": 1},
    )
    assert_type(await client.users.post(new), User | None)
    assert_type(await client.users.by_user_id("u").patch(User(mobile_phone=None)), User | None)
    assert_type(await client.users.by_user_id("u").delete(), None)
    assert_type(await client.users.by_user_id("u").manager.get(), DirectoryObject | None)
    assert_type(await client.me.direct_reports.graph_user.get(), UserCollectionResponse | None)
    message = Message(
        subject="s",
        importance=Importance.Low,
        body=ItemBody(content_type=BodyType.Html, content="x"),
        to_recipients=[Recipient(email_address=EmailAddress(address="a@b"))],
        attachments=[FileAttachment(name="a", content_bytes=b"x")],
    )
    message.is_read = True
    message.body = ItemBody()
    message.body.content = "y"
    sent = await client.me.messages.post(message)
    assert sent is not None
    assert_type(sent.importance, Importance | None)
    assert_type(sent.attachments, list[Attachment] | None)
    assert_type(sent.received_date_time, datetime.datetime | None)
    inbox = client.me.mail_folders.by_mail_folder_id("inbox")
    assert_type(await inbox.messages.get(top=5), MessageCollectionResponse | None)
    event = Event(
        start=DateTimeTimeZone(date_time="2026-01-01T00:00:00", time_zone="UTC"),
        recurrence=PatternedRecurrence(
            pattern=RecurrencePattern(days_of_week=[DayOfWeek.Monday], interval=1)
        ),
    )
    assert_type(await client.me.events.post(event), Event | None)
    view = await client.me.calendar_view.get(query={"startDateTime": "x", "endDateTime": "y"})
    assert_type(view, EventCollectionResponse | None)
    group = client.groups.by_group_id("g")
    assert_type(await group.get(), Group | None)
    assert_type(await group.members.get(), DirectoryObjectCollectionResponse | None)
    assert_type(await group.members.ref.post(ReferenceCreate(odata_id="x")), None)
    assert_type(await group.members.by_directory_object_id("m").ref.delete(), None)
    assert_type(await client.me.drive.get(), Drive | None)
    item = client.drives.by_drive_id("d").items.by_drive_item_id("i")
    assert_type(await item.content.get(), bytes | None)
    assert_type(await item.content.put(b"x"), DriveItem | None)
    assert_type(await item.children.get(), DriveItemCollectionResponse | None)
    assert_type(await client.sites.by_site_id("s").get(), Site | None)
    page = await client.users.delta.get(select=["id"])
    assert page is not None
    assert_type(page.value, list[User] | None)
    assert_type(page.odata_delta_link, str | None)
    found = await client.applications_with_app_id("a").get()
    assert_type(found, Application | None)
    channel = Channel(
        membership_type=ChannelMembershipType.Private,
        members=[AadUserConversationMember(roles=["owner"])],
    )
    team = client.teams.by_team_id("t")
    assert_type(await team.get(), Team | None)
    assert_type(await team.channels.post(channel), Channel | None)
    replies = team.channels.by_channel_id("c").messages.by_chat_message_id("m").replies
    assert_type(await replies.post(ChatMessage(body=ItemBody(content="x"))), ChatMessage | None)
    task = client.planner.tasks.by_planner_task_id("t")
    assert_type(await task.patch(PlannerTask(percent_complete=50), etag="W/x"), PlannerTask | None)
    policies = client.identity.conditional_access.policies
    assert_type(await policies.post(ConditionalAccessPolicy()), ConditionalAccessPolicy | None)
    policy = client.policies.authorization_policy
    assert_type(await policy.patch(AuthorizationPolicy()), AuthorizationPolicy | None)
    assert_type(await client.security.alerts_v2.get(), AlertCollectionResponse | None)
    assert_type(await client.security.alerts_v2.by_alert_id("a").patch(Alert()), Alert | None)
    assert_type(await client.domains.by_domain_id("d").verify.post(), Domain | None)
    presences = await client.reports.get_email_activity_user_detail_with_period("D7").get()
    assert_type(presences, bytes | None)
    async for one in client.users.iterate(top=999, select=["id"]):
        assert_type(one, User)
    for other in sync.groups.iterate():
        assert_type(other, Group)
    assert_type(sync.me.get(), User | None)
    assert_type(sync.users.count.get(), int)
    try:
        await client.me.get()
    except ODataError as error:
        if error.error:
            assert_type(error.error.message, str | None)
    requests = [client.me.get.request(), client.users.get.request(top=1)]
    answers = await client.batch(requests)
    assert_type(len(answers), int)


def licenses(values: Sequence[UUID]) -> AssignedLicense:
    return AssignedLicense(sku_id=UUID(int=1), disabled_plans=list(values))


def client_of(credential: Any) -> GraphServiceClient:
    return GraphServiceClient(
        credentials=credential, scopes=["https://graph.microsoft.com/.default"]
    )
