<?php

declare(strict_types=1);

// Calls as users of the official SDK write them, on the client of all of Graph. Each is followed by the request that it
// makes; what is not so is printed.

use GuzzleHttp\Client;
use GuzzleHttp\Promise\Create;
use GuzzleHttp\Psr7\Response;
use GuzzleHttp\Psr7\Utils;
use Microsoft\Graph\Generated\Applications\ApplicationsRequestBuilderGetRequestConfiguration;
use Microsoft\Graph\Generated\DirectoryObjects\GetByIds\GetByIdsPostRequestBody;
use Microsoft\Graph\Generated\Drives\Item\Items\Item\CreateLink\CreateLinkPostRequestBody;
use Microsoft\Graph\Generated\Groups\GroupsRequestBuilderGetRequestConfiguration;
use Microsoft\Graph\Generated\Me\Calendar\GetSchedule\GetSchedulePostRequestBody;
use Microsoft\Graph\Generated\Models\BodyType;
use Microsoft\Graph\Generated\Models\Contact;
use Microsoft\Graph\Generated\Models\DateTimeTimeZone;
use Microsoft\Graph\Generated\Models\DriveItem;
use Microsoft\Graph\Generated\Models\EmailAddress;
use Microsoft\Graph\Generated\Models\Event;
use Microsoft\Graph\Generated\Models\FileAttachment;
use Microsoft\Graph\Generated\Models\Folder;
use Microsoft\Graph\Generated\Models\Group;
use Microsoft\Graph\Generated\Models\Importance;
use Microsoft\Graph\Generated\Models\ItemBody;
use Microsoft\Graph\Generated\Models\Message;
use Microsoft\Graph\Generated\Models\PasswordProfile;
use Microsoft\Graph\Generated\Models\Recipient;
use Microsoft\Graph\Generated\Models\ReferenceCreate;
use Microsoft\Graph\Generated\Models\ReferenceUpdate;
use Microsoft\Graph\Generated\Models\User;
use Microsoft\Graph\Generated\Models\UserCollectionResponse;
use Microsoft\Graph\Generated\Users\Item\Calendar\CalendarView\CalendarViewRequestBuilderGetRequestConfiguration;
use Microsoft\Graph\Generated\Users\Item\Messages\Item\MessageItemRequestBuilderGetRequestConfiguration;
use Microsoft\Graph\Generated\Users\Item\Messages\MessagesRequestBuilderGetRequestConfiguration;
use Microsoft\Graph\Generated\Users\Item\SendMail\SendMailPostRequestBody;
use Microsoft\Graph\Generated\Users\Item\UserItemRequestBuilderGetRequestConfiguration;
use Microsoft\Graph\Generated\Users\UsersRequestBuilderGetQueryParameters;
use Microsoft\Graph\Generated\Users\UsersRequestBuilderGetRequestConfiguration;
use Microsoft\Graph\GraphServiceClient;
use Microsoft\Kiota\Abstractions\Types\Date;

require (string) getenv('EDMUND_PHP_BOOT');

$seen = [];
$answer = '{}';
$handler = static function ($request) use (&$seen, &$answer) {
    $seen = [$request->getMethod() . ' ' . substr((string) $request->getUri(), 32), (string) $request->getBody(), $request];
    return Create::promiseFor(new Response(200, ['Content-Type' => 'application/json'], $answer));
};
// The handler writes no sink: the client then reads the body that the response has.
$graphServiceClient = new GraphServiceClient(null, httpClient: new Client(['handler' => $handler]));
$problems = [];
$count = 0;

$expect = static function (string $wanted, ?string $body = null) use (&$seen, &$problems, &$count): void {
    $count++;
    [$found, $sent] = $seen;
    $found = rawurldecode($found);
    if ($found !== $wanted || ($body !== null && $sent !== $body)) {
        $problems[] = "wanted {$wanted} {$body}\n found {$found} {$sent}";
    }
};

// Users

$requestConfiguration = new UsersRequestBuilderGetRequestConfiguration();
$headers = ['ConsistencyLevel' => 'eventual'];
$requestConfiguration->headers = $headers;
$queryParameters = UsersRequestBuilderGetRequestConfiguration::createQueryParameters();
$queryParameters->count = true;
$queryParameters->filter = "startswith(displayName,'a')";
$queryParameters->orderby = ["displayName"];
$queryParameters->top = 5;
$queryParameters->select = ["id", "displayName"];
$requestConfiguration->queryParameters = $queryParameters;
$answer = '{"value": [{"id": "1", "displayName": "A", "employeeHireDate": "2026-01-02T03:04:05Z", "birthday": null}]}';
$result = $graphServiceClient->users()->get($requestConfiguration)->wait();
$expect("GET /users?\$select=id,displayName&\$filter=startswith(displayName,'a')&\$orderby=displayName&\$top=5&\$count=true");
assert($result instanceof UserCollectionResponse && $result->getValue()[0]->getDisplayName() === 'A');
assert($result->getValue()[0]->getEmployeeHireDate()->format('c') === '2026-01-02T03:04:05+00:00');
assert($seen[2]->getHeaderLine('ConsistencyLevel') === 'eventual');
$answer = '{}';

$graphServiceClient->users()->get(new UsersRequestBuilderGetRequestConfiguration(
    queryParameters: new UsersRequestBuilderGetQueryParameters(top: 2)
))->wait();
$expect('GET /users?$top=2');

$requestBody = new User();
$requestBody->setAccountEnabled(true);
$requestBody->setDisplayName('Adele Vance');
$requestBody->setMailNickname('AdeleV');
$requestBody->setUserPrincipalName('AdeleV@contoso.example');
$passwordProfile = new PasswordProfile();
$passwordProfile->setForceChangePasswordNextSignIn(true);
$passwordProfile->setPassword('hush');
$requestBody->setPasswordProfile($passwordProfile);
$graphServiceClient->users()->post($requestBody)->wait();
$expect('POST /users', '{"accountEnabled":true,"displayName":"Adele Vance","mailNickname":"AdeleV",'
    . '"userPrincipalName":"AdeleV@contoso.example","passwordProfile":{"forceChangePasswordNextSignIn":true,'
    . '"password":"hush"}}');

$requestBody = new User();
$requestBody->setBusinessPhones(['+1 425 555 0109']);
$requestBody->setOfficeLocation(null);
$graphServiceClient->users()->byUserId('user-id')->patch($requestBody)->wait();
$expect('PATCH /users/user-id', '{"businessPhones":["+1 425 555 0109"],"officeLocation":null}');

$graphServiceClient->users()->byUserId('user-id')->delete()->wait();
$expect('DELETE /users/user-id');

$requestConfiguration = new UserItemRequestBuilderGetRequestConfiguration();
$queryParameters = UserItemRequestBuilderGetRequestConfiguration::createQueryParameters();
$queryParameters->expand = ['manager'];
$requestConfiguration->queryParameters = $queryParameters;
$graphServiceClient->users()->byUserId('user-id')->get($requestConfiguration)->wait();
$expect('GET /users/user-id?$expand=manager');

$graphServiceClient->me()->get()->wait();
$expect('GET /me');
$answer = '5';
assert($graphServiceClient->users()->count()->get()->wait() === 5);
$expect('GET /users/$count');
$answer = '{}';
$graphServiceClient->me()->manager()->get()->wait();
$expect('GET /me/manager');
$graphServiceClient->users()->delta()->get()->wait();
$expect('GET /users/delta()');
$graphServiceClient->me()->memberOf()->graphGroup()->get()->wait();
$expect('GET /me/memberOf/graph.group');
$answer = '7';
$graphServiceClient->me()->memberOf()->graphGroup()->count()->get()->wait();
$expect('GET /me/memberOf/graph.group/$count');
$answer = '{}';
$graphServiceClient->users()->byUserId('a')->transitiveMemberOf()->byDirectoryObjectId('b')->graphGroup()->get()->wait();
$expect('GET /users/a/transitiveMemberOf/b/graph.group');
$answer = 'bytes';
assert((string) $graphServiceClient->me()->photo()->content()->get()->wait() === 'bytes');
$expect('GET /me/photo/$value');
$answer = '{}';
$graphServiceClient->me()->photo()->content()->put(Utils::streamFor('picture'))->wait();
$expect('PUT /me/photo/$value', 'picture');

// Mail

$requestConfiguration = new MessagesRequestBuilderGetRequestConfiguration();
$requestConfiguration->headers = ['Prefer' => 'outlook.body-content-type="text"'];
$queryParameters = MessagesRequestBuilderGetRequestConfiguration::createQueryParameters();
$queryParameters->select = ["sender", "subject"];
$requestConfiguration->queryParameters = $queryParameters;
$graphServiceClient->users()->byUserId('id')->messages()->get($requestConfiguration)->wait();
$expect('GET /users/id/messages?$select=sender,subject');
$graphServiceClient->me()->messages()->byMessageId('m')->get(new MessageItemRequestBuilderGetRequestConfiguration())->wait();
$expect('GET /me/messages/m');

$requestBody = new SendMailPostRequestBody();
$message = new Message();
$message->setSubject('Meet for lunch?');
$message->setImportance(new Importance('low'));
$messageBody = new ItemBody();
$messageBody->setContentType(new BodyType(BodyType::TEXT));
$messageBody->setContent('The new cafeteria is open.');
$message->setBody($messageBody);
$toRecipients = new Recipient();
$address = new EmailAddress();
$address->setAddress('frannis@contoso.example');
$toRecipients->setEmailAddress($address);
$message->setToRecipients([$toRecipients]);
$attachment = new FileAttachment();
$attachment->setOdataType('#microsoft.graph.fileAttachment');
$attachment->setName('attachment.txt');
$attachment->setContentBytes(Utils::streamFor(base64_decode('SGVsbG8gV29ybGQh')));
$message->setAttachments([$attachment]);
$requestBody->setMessage($message);
$requestBody->setSaveToSentItems(false);
$graphServiceClient->me()->sendMail()->post($requestBody)->wait();
$expect('POST /me/sendMail', '{"Message":{"subject":"Meet for lunch?","importance":"low","body":{"contentType":"text",'
    . '"content":"The new cafeteria is open."},"toRecipients":[{"emailAddress":{"address":"frannis@contoso.example"}}],'
    . '"attachments":[{"@odata.type":"#microsoft.graph.fileAttachment","name":"attachment.txt",'
    . '"contentBytes":"SGVsbG8gV29ybGQh"}]},"SaveToSentItems":false}');
$graphServiceClient->me()->messages()->byMessageId('m')->send()->post()->wait();
$expect('POST /me/messages/m/send', '');
$graphServiceClient->me()->messages()->byMessageId('m')->attachments()->byAttachmentId('a')->get()->wait();
$expect('GET /me/messages/m/attachments/a');
$graphServiceClient->me()->mailFolders()->byMailFolderId('inbox')->messages()->delta()->get()->wait();
$expect('GET /me/mailFolders/inbox/messages/delta()');

// Calendar and contacts

$requestBody = new Event();
$requestBody->setSubject('Lunch');
$start = new DateTimeTimeZone();
$start->setDateTime('2026-04-15T12:00:00');
$start->setTimeZone('Pacific Standard Time');
$requestBody->setStart($start);
$requestBody->setTransactionId('7E163156-7762-4BEB-A1C6-729EA81755A7');
$graphServiceClient->me()->events()->post($requestBody)->wait();
$expect('POST /me/events');
$requestConfiguration = new CalendarViewRequestBuilderGetRequestConfiguration();
$queryParameters = CalendarViewRequestBuilderGetRequestConfiguration::createQueryParameters();
$queryParameters->startDateTime = '2026-01-01T00:00:00Z';
$queryParameters->endDateTime = '2026-02-01T00:00:00Z';
$requestConfiguration->queryParameters = $queryParameters;
$graphServiceClient->users()->byUserId('u')->calendar()->calendarView()->get($requestConfiguration)->wait();
$expect('GET /users/u/calendar/calendarView?startDateTime=2026-01-01T00:00:00Z&endDateTime=2026-02-01T00:00:00Z');
$requestBody = new GetSchedulePostRequestBody();
$requestBody->setSchedules(['a@contoso.example']);
$requestBody->setAvailabilityViewInterval(60);
$graphServiceClient->me()->calendar()->getSchedule()->post($requestBody)->wait();
$expect('POST /me/calendar/getSchedule', '{"Schedules":["a@contoso.example"],"AvailabilityViewInterval":60}');
$requestBody = new Contact();
$requestBody->setGivenName('Pavel');
$requestBody->setBirthday(new DateTime('2026-01-02T00:00:00+01:00'));
$graphServiceClient->me()->contacts()->post($requestBody)->wait();
$expect('POST /me/contacts', '{"givenName":"Pavel","birthday":"2026-01-02T00:00:00+01:00"}');

// Groups and references

$requestConfiguration = new GroupsRequestBuilderGetRequestConfiguration();
$queryParameters = GroupsRequestBuilderGetRequestConfiguration::createQueryParameters();
$queryParameters->search = '"displayName:Video"';
$requestConfiguration->queryParameters = $queryParameters;
$graphServiceClient->groups()->get($requestConfiguration)->wait();
$expect('GET /groups?$search="displayName:Video"');
$requestBody = new Group();
$requestBody->setDisplayName('Library');
$requestBody->setGroupTypes(['Unified']);
$requestBody->setMailEnabled(true);
$requestBody->setMailNickname('library');
$requestBody->setSecurityEnabled(false);
$requestBody->setAdditionalData(['owners@odata.bind' => ['https://graph.microsoft.com/v1.0/users/1']]);
$graphServiceClient->groups()->post($requestBody)->wait();
$expect('POST /groups', '{"displayName":"Library","groupTypes":["Unified"],"mailEnabled":true,"mailNickname":"library",'
    . '"securityEnabled":false,"owners@odata.bind":["https://graph.microsoft.com/v1.0/users/1"]}');
$requestBody = new ReferenceCreate();
$requestBody->setOdataId('https://graph.microsoft.com/v1.0/directoryObjects/2');
$graphServiceClient->groups()->byGroupId('g')->members()->ref()->post($requestBody)->wait();
$expect('POST /groups/g/members/$ref', '{"@odata.id":"https://graph.microsoft.com/v1.0/directoryObjects/2"}');
$graphServiceClient->groups()->byGroupId('g')->members()->byDirectoryObjectId('d')->ref()->delete()->wait();
$expect('DELETE /groups/g/members/d/$ref');
$requestBody = new ReferenceUpdate();
$requestBody->setOdataId('https://graph.microsoft.com/v1.0/users/2');
$graphServiceClient->users()->byUserId('u')->manager()->ref()->put($requestBody)->wait();
$expect('PUT /users/u/manager/$ref', '{"@odata.id":"https://graph.microsoft.com/v1.0/users/2"}');
$graphServiceClient->groups()->byGroupId('g')->members()->graphUser()->get()->wait();
$expect('GET /groups/g/members/graph.user');
$requestBody = new GetByIdsPostRequestBody();
$requestBody->setIds(['1', '2']);
$requestBody->setTypes(['user']);
$graphServiceClient->directoryObjects()->getByIds()->post($requestBody)->wait();
$expect('POST /directoryObjects/getByIds', '{"ids":["1","2"],"types":["user"]}');
$graphServiceClient->applications()->get(new ApplicationsRequestBuilderGetRequestConfiguration())->wait();
$expect('GET /applications');
$graphServiceClient->applicationsWithAppId('app')->get()->wait();
$expect("GET /applications(appId='app')");

// Files

$graphServiceClient->me()->drive()->get()->wait();
$expect('GET /me/drive');
$graphServiceClient->drives()->byDriveId('d')->items()->byDriveItemId('i')->children()->get()->wait();
$expect('GET /drives/d/items/i/children');
$graphServiceClient->drives()->byDriveId('d')->items()->byDriveItemId('i')->content()->get()->wait();
$expect('GET /drives/d/items/i/content');
$graphServiceClient->drives()->byDriveId('d')->items()->byDriveItemId('i')->content()->put(Utils::streamFor('x'))->wait();
$expect('PUT /drives/d/items/i/content', 'x');
$requestBody = new DriveItem();
$requestBody->setName('New Folder');
$requestBody->setFolder(new Folder());
$requestBody->setAdditionalData(['@microsoft.graph.conflictBehavior' => 'rename']);
$graphServiceClient->drives()->byDriveId('d')->items()->byDriveItemId('i')->children()->post($requestBody)->wait();
$expect(
    'POST /drives/d/items/i/children',
    '{"name":"New Folder","folder":{},"@microsoft.graph.conflictBehavior":"rename"}'
);
$requestBody = new CreateLinkPostRequestBody();
$requestBody->setType('view');
$requestBody->setScope('anonymous');
$graphServiceClient->drives()->byDriveId('d')->items()->byDriveItemId('i')->createLink()->post($requestBody)->wait();
$expect('POST /drives/d/items/i/createLink', '{"type":"view","scope":"anonymous"}');
$graphServiceClient->drives()->byDriveId('d')->items()->byDriveItemId('i')->searchWithQ('a b')->get()->wait();
$expect("GET /drives/d/items/i/search(q='a b')");
$graphServiceClient->drives()->byDriveId('d')->list()->get()->wait();
$expect('GET /drives/d/list');
$workbook = $graphServiceClient->drives()->byDriveId('d')->items()->byDriveItemId('i')->workbook();
$workbook->worksheets()->byWorkbookWorksheetId('w')->rangeWithAddress('A1:B2')->get()->wait();
$expect("GET /drives/d/items/i/workbook/worksheets/w/range(address='A1:B2')");
$graphServiceClient->sites()->bySiteId('s')->lists()->byListId('l')->items()->byListItemId('1')->fields()->get()->wait();
$expect('GET /sites/s/lists/l/items/1/fields');

// Reports and others

$graphServiceClient->reports()->getOffice365ActiveUserDetailWithPeriod('D7')->get()->wait();
$expect("GET /reports/getOffice365ActiveUserDetail(period='D7')");
$graphServiceClient->reports()->getEmailActivityUserDetailWithDate(new Date('2026-01-02'))->get()->wait();
$expect('GET /reports/getEmailActivityUserDetail(date=2026-01-02)');
$graphServiceClient->teams()->byTeamId('t')->channels()->byChannelId('c')->messages()->byChatMessageId('m')
    ->replies()->byChatMessageId1('r')->get()->wait();
$expect('GET /teams/t/channels/c/messages/m/replies/r');
$graphServiceClient->print()->printers()->byPrinterId('p')->jobs()->get()->wait();
$expect('GET /print/printers/p/jobs');
$graphServiceClient->identity()->conditionalAccess()->policies()->get()->wait();
$expect('GET /identity/conditionalAccess/policies');
$graphServiceClient->security()->microsoftGraphSecurityRunHuntingQuery();
$graphServiceClient->communications()->callRecords()->byCallRecordId('c')->get()->wait();
$expect('GET /communications/callRecords/c');

if ($problems !== []) {
    fwrite(STDERR, implode("\n", $problems) . "\n");
    exit(1);
}
echo $count;
