// Makes calls of a client whose calls are methods of resources, and tells what was sent and given.
// Argument: a file with the names of the calls (JSON).

import { readFileSync } from "node:fs";
import { ClientError, createShopClient, type ShopClient } from "./src/index.js";

const CALLS: Record<string, (client: ShopClient) => unknown> = {
  query: (client) => client.pets.list({ queryParameters: { limit: 2, tag: ["a"] } }),
  path: (client) => client.pets.get("a b"),
  "two values": (client) => client.pets.getToy("1", 7),
  body: (client) => client.pets.change("1", { name: "Rex" }),
  "body and options": (client) => client.pets.create({ name: "Rex" }, { contentType: "application/json" }),
  "wrong body": (client) => client.pets.create({ age: 3 }),
  form: (client) => client.login.logIn({ user: "Ann", password: "p", scope: ["a", "b"] }),
  "wrong form": (client) => client.login.logIn({ user: "Ann" }),
  "wrong form, unchecked": (client) => client.login.logIn({ user: "Ann" }, { validate: false }),
  parts: (client) => client.pets.addPhotos("1", { title: "x", photos: [new Uint8Array([1])], tags: ["a"] }),
  "wrong parts": (client) => client.pets.addPhotos("1", { photos: [new Uint8Array([1])] }),
  request: (client) => client.send(client.pets.toGetRequestInformation("1")),
  "no value": (client) => (client.pets.get as () => unknown)(),
  pages: async (client) => {
    const found: unknown[] = [];
    for await (const pet of client.pets.iterateList({ queryParameters: { limit: 1 } })) {
      found.push(pet.name);
    }
    return found;
  },
};

async function answer(name: string): Promise<unknown> {
  const sent: string[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const body = typeof init.body === "string" ? ` ${init.body}` : "";
    sent.push(`${init.method} ${url}${body}`);
    const isList = url.includes("limit");
    const pet = { id: "1", name: "Rex" };
    const next = sent.length === 1 ? "/v1/pets?limit=1&next=2" : undefined;
    return Response.json(isList ? [pet] : pet, {
      headers: next === undefined ? {} : { link: `<${next}>; rel="next"` },
    });
  };
  const client = createShopClient({ fetch, maxRetries: 0, credentials: { token: "t" } });
  try {
    const value = await CALLS[name]?.(client);
    return { sent, value: JSON.parse(JSON.stringify(value)) };
  } catch (error) {
    return { sent, error: error instanceof ClientError ? error.name : (error as Error).name };
  }
}

const names = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as string[];
const answers: unknown[] = [];
for (const name of names) {
  answers.push(await answer(name));
}
console.log(JSON.stringify(answers));
