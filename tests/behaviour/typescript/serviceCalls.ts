// The calls of tests/vectors/calls/, written as users write them; answers questions of the kind `call`.

import { readFileSync } from "node:fs";
import { createServiceClient, type RequestInformation } from "./src/index.js";
import { UnitObject } from "./src/models/index.js";

const root = "https://service.example/v1";
const serial = "01234567-89ab-cdef-0123-456789abcdef";
const client = createServiceClient({ baseUrl: root });
const { people } = client;
const one = people.byId("1");
const second = { odataId: `${root}/people('2')` };

const calls: Record<string, () => RequestInformation> = {
  "a composite key": () =>
    client.orders
      .byRegionNumber("north/1", 7)
      .toGetRequestInformation(),
  "a guid key": () =>
    client.assets.bySerial(serial).toGetRequestInformation(),
  "a text key": () =>
    people
      .byId("O'Neil")
      .toGetRequestInformation({ queryParameters: { select: ["id"] } }),
  "an alternate key": () =>
    people.byEmail("ann lee").toGetRequestInformation(),
  "a count with a filter": () =>
    people.count.toGetRequestInformation({
      queryParameters: { filter: "id eq 'x'" },
    }),
  "a cast of a collection": () =>
    people.asEmployee.toGetRequestInformation({
      queryParameters: { select: ["badge"] },
    }),
  "a navigation below a cast": () =>
    one.asEmployee.tools.toGetRequestInformation(),
  "a bound function": () =>
    people
      .near(
        1.5,
        "2024-01-02T03:04:05Z",
        UnitObject.Mile,
      )
      .toGetRequestInformation({ queryParameters: { top: 2 } }),
  "a bound action": () =>
    client.boss.promote.toPostRequestInformation({
      level: 3,
      by: UnitObject.Mile,
    }),
  "an unbound action without parameters": () =>
    client.reset.toPostRequestInformation(),
  "an unbound function": () =>
    client.nearest("Ulm").toGetRequestInformation(),
  "adding a reference": () => one.friends.ref.toPostRequestInformation(second),
  "removing a reference": () =>
    one.friends.byId("2").ref.toDeleteRequestInformation(),
  "setting a reference": () => one.manager.ref.toPutRequestInformation(second),
  "reading a reference": () => one.manager.ref.toGetRequestInformation(),
  "a media stream": () => one.content.toGetRequestInformation(),
  "a stream property": () => one.photo.toGetRequestInformation(),
  "an update with an ETag": () =>
    one.toPatchRequestInformation({ email: null }, { etag: 'W/"1"' }),
  "a deletion of whatever is there": () =>
    client.assets
      .bySerial(serial)
      .toDeleteRequestInformation({ etag: "*" }),
  "a complex value": () => one.home.toGetRequestInformation(),
};

const path = process.argv[2] ?? "";
const questions = JSON.parse(readFileSync(path, "utf8")) as { name: string }[];
const answers = questions.map(({ name }) => {
  const call = calls[name];
  if (call === undefined) {
    return { error: `no call ${name}` };
  }
  const { method, url, headers, content = null } = call();
  return { method, url, headers, body: content };
});
console.log(JSON.stringify(answers));
