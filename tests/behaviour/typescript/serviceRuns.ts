// Calls of the client of tests/vectors/calls.csdl, run against a service; what they give is printed as JSON.
// Arguments: the service root and the name of the call.

import {
  type ClientSettings,
  createServiceClient,
  etagOf,
  removalOf,
} from "./src/index.js";
import type { Person } from "./src/models/index.js";

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

const calls: Record<string, () => unknown> = {
  iterate: () => idsOf(people.iterate()),
  deltaLink: async () => {
    const pages = people.iterate();
    await idsOf(pages);
    return people.withUrl(pages.deltaLink ?? "").get();
  },
  remaining: async () => {
    const one = await people.byPersonId("1").get();
    return one && idsOf(client.remaining(one, "friends"));
  },
  remainingOfNothing: () => client.remaining({ id: "1" } as Person, "friends"),
  removals: async () => {
    const page = await people.get();
    return page?.value?.map((each) => [etagOf(each), removalOf(each)]);
  },
};

console.log(JSON.stringify((await caught(async () => calls[name]?.())) ?? null));
