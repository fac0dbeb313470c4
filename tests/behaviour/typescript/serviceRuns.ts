// Calls of the client of tests/vectors/calls.csdl, run against a service; what they give is printed as JSON.
// Arguments: the service root and the name of the call.

import {
  type ClientSettings,
  createServiceClient,
  etagOf,
  type ODataResponse,
  removalOf,
  type RequestInformation,
  type ServiceClient,
} from "./src/index.js";
import type { Person } from "./src/models/index.js";
import { makeClient } from "./src/runtime/client.js";
import { literal } from "./src/runtime/url.js";
import { routes, schema } from "./src/schema.js";

const point = { type: "Point", coordinates: [142.1, 64] };

const [, , baseUrl = "", name = ""] = process.argv;
const clientOf = (settings: ClientSettings = {}) =>
  createServiceClient({ baseUrl, ...settings });
const client = clientOf();
const { people } = client;

async function idsOf(items: AsyncIterable<Person>): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const item of items) {
    found.push(item.id);
  }
  return found;
}

async function caught(run: () => unknown): Promise<unknown> {
  try {
    return await run();
  } catch (error) {
    return error instanceof Error
      ? { error: error.name, message: error.message }
      : String(error);
  }
}

function told(response: ODataResponse<unknown>): unknown {
  const { status, value, location, etag, entityId, requestId } = response;
  const header = response.header("X-Any-Case");
  return { status, value, location, etag, entityId, requestId, header };
}

/** Requests that read people 1, 2, ... */
function reading(count: number): RequestInformation<Person | undefined>[] {
  return Array.from({ length: count }, (_, index) =>
    people.byId(String(index + 1)).toGetRequestInformation(),
  );
}

const calls: Record<string, () => unknown> = {
  iterate: () => idsOf(people.iterate()),
  deltaLink: async () => {
    const pages = people.iterate();
    await idsOf(pages);
    return people.withUrl(pages.deltaLink ?? "").get();
  },
  remaining: async () => {
    const one = await people.byId("1").get();
    return one && idsOf(client.remaining(one, "friends"));
  },
  remainingOfNothing: () => client.remaining({ id: "1" } as Person, "friends"),
  send: async () =>
    told(await client.send(people.byId("1").toGetRequestInformation())),
  notModified: async () => {
    const headers = { "If-None-Match": "x" };
    const one = people.byId("1");
    const request = one.toGetRequestInformation({ headers });
    return [
      told(await client.send(request)),
      (await one.get({ headers })) ?? "none",
      await caught(() => one.get()),
    ];
  },
  poll: async () => {
    const request = people.byId("1").toGetRequestInformation();
    const accepted = await client.send(request);
    const done = await client.poll(accepted, { timeout: 3000 });
    return [told(accepted), told(done)];
  },
  batch: async () => {
    const requests = reading(3);
    const answers = await client.batch(requests);
    return [...answers].map((each) =>
      each instanceof Error ? each.name : (each as Person).id,
    );
  },
  limited: async () => {
    const own = clientOf({ batch: { limit: 2, leadingSlash: true } });
    const requests = reading(5);
    const [first, second, third] = requests;
    const dependsOn = [[third, first]] as RequestInformation[][];
    const answers = await own.batch(requests, { dependsOn });
    return [
      [...answers].map((each) => (each as Person).id),
      answers.get(second as RequestInformation<Person>).id,
      await caught(() => own.batch(requests, { inOrder: true })),
      await caught(() => own.batch([])),
      await caught(() => own.batch([requests[0] ?? [], []])),
      await caught(() =>
        own.batch(requests, { dependsOn: [[first, third]] as never }),
      ),
      await caught(() => clientOf({ batch: { limit: 0 } })),
    ];
  },
  changeSet: async () => {
    const patch = people.byId("1").toPatchRequestInformation({ email: "é" });
    const drop = people.byId("2").toDeleteRequestInformation({ etag: "*" });
    const [read] = reading(1);
    const dependsOn = [[read, patch]] as RequestInformation[][];
    const format = process.argv[4] === "multipart" ? "multipart" : "json";
    const own = clientOf({ batch: { format } });
    const answers = await own.batch([[patch, drop], read ?? []], { dependsOn });
    return [...answers].map((each) =>
      each instanceof Error ? each.message : ((each as Person)?.email ?? null),
    );
  },
  changes: async () => {
    const one = (await people.byId("1").get()) as Person;
    const item = people.byId("1");
    const patch = () => item.toPatchRequestInformation(one).content;
    const found = [patch()];
    one.email = "new";
    found.push(patch());
    if (one.home != null) {
      one.home.city = "Ulm";
    }
    found.push(patch());
    one.email = null;
    one.additionalData = { ...one.additionalData, nick: "n" };
    found.push(patch());
    delete one.email;
    found.push(patch());
    const whole = { wholeBody: true, validate: false };
    found.push(item.toPatchRequestInformation(one, whole).content);
    found.push(item.toPatchRequestInformation({ email: "x" }).content);
    return found;
  },
  wrongBody: async () => {
    const one = (await people.byId("1").get()) as Person;
    const order = client.orders.byRegionNumber("r", 1);
    return caught(() => order.toPatchRequestInformation(one as never).content);
  },
  literals: () =>
    (
      [
        ["enum", "Red"],
        ["Shop.Color", "Red"],
        ["Shop.Color", ["Read", "Write"]],
        ["Edm.PrimitiveType", "it's"],
        ["Edm.PrimitiveType", 1.5],
        ["Edm.PrimitiveType", 2n ** 60n],
        ["Edm.PrimitiveType", true],
        ["Edm.PrimitiveType", new Date(0)],
        ["Edm.PrimitiveType", new Uint8Array([1])],
        ["Edm.PrimitiveType", null],
        ["Edm.PrimitiveType", {}],
        ["Edm.GeographyPoint", point],
        ["Edm.GeometryPoint", point],
        [
          "Edm.Geography",
          { ...point, crs: { properties: { name: "EPSG:25832" } } },
        ],
        ["Edm.GeographyPolygon", point],
        ["Edm.GeographyPoint", { ...point, coordinates: [1, "2') or ('"] }],
        ["Edm.GeometryLineString", { type: "LineString", coordinates: [[1, 2], [3, 4]] }],
        ["Edm.GeometryPolygon", { type: "Polygon", coordinates: [[[1, 2], [3, 4]]] }],
        ["Edm.GeometryMultiPoint", { type: "MultiPoint", coordinates: [[1, 2]] }],
        ["Edm.GeometryMultiLineString", { type: "MultiLineString", coordinates: [[[1, 2], [3, 4]]] }],
        ["Edm.GeometryMultiPolygon", { type: "MultiPolygon", coordinates: [[[[1, 2], [3, 4]]]] }],
        ["Edm.GeometryCollection", { type: "GeometryCollection", geometries: [point] }],
      ] as const
    ).map(([type, value]) => {
      try {
        return decodeURIComponent(literal(value, type));
      } catch (error) {
        return (error as Error).name;
      }
    }),
  ownHeaders: () =>
    people.byId("1").get({
      headers: { "OData-MaxVersion": "4.0", "User-Agent": "mine" },
    }),
  oldService: async () => {
    const traits = { version: "4.0", batchFormat: "multipart" } as const;
    const own = makeClient(
      { baseUrl },
      undefined,
      "RootRequestBuilder",
      schema(),
      routes(),
      traits,
    ) as unknown as ServiceClient;
    await own.people.post({ id: "1" });
    return own.batch(reading(1));
  },
  removals: async () => {
    const page = await people.get();
    return page?.value?.map((each) => [etagOf(each), removalOf(each)]);
  },
};

console.log(JSON.stringify((await caught(async () => calls[name]?.())) ?? null));
