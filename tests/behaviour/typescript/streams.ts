// Sends and reads streams by clients with and without OData, and tells in which order what happened.
// Argument: a file with the names of what is done (JSON).

import { readFileSync } from "node:fs";
import { createContainerClient } from "../queries/src/index.js";
import { createShopClient } from "../operations/src/index.js";

let told: string[] = [];
let statuses: number[] = [];

async function fetch(_: string, init: RequestInit): Promise<Response> {
  const request = new Request("https://shop.example/", init);
  told.push(`${request.method} ${request.headers.get("content-type")?.replace(/boundary=.*/, "boundary") ?? "-"}`);
  const status = statuses.shift() ?? 200;
  if (request.body === null) {
    return new Response(status === 200 ? counting("sent", ["one", "two"]) : null, { status });
  }
  const decoder = new TextDecoder();
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    told.push(`got ${decoder.decode(chunk).replace(/part-[0-9a-f-]{36}/g, "part")}`);
  }
  return new Response(null, { status: status === 200 ? 204 : status });
}

/** A stream that tells when each part is asked for. */
function counting(what: string, parts: readonly string[]): ReadableStream<Uint8Array> {
  const waiting = [...parts];
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const next = waiting.shift();
        if (next === undefined) {
          controller.close();
          return;
        }
        told.push(`${what} ${next}`);
        controller.enqueue(new TextEncoder().encode(next));
      },
    },
    { highWaterMark: 0 },
  );
}

async function read(stream: ReadableStream<Uint8Array> | undefined): Promise<void> {
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
    told.push(`read ${new TextDecoder().decode(chunk)}`);
  }
}

const odata = createContainerClient({ fetch, credential: { getToken: async () => ({ token: "t", expiresOnTimestamp: 9e15 }) } });
const shop = createShopClient({ fetch, credentials: { token: "t" } });
const { photo } = odata.products.byId(1);

const DONE: Record<string, () => Promise<unknown>> = {
  down: async () => {
    const response = await odata.sendAsStream(photo.toGetRequestInformation());
    told.push(`status ${response.status}`);
    await read(response.value);
  },
  "down without OData": async () => {
    const response = await shop.sendAsStream(shop.pets.toListRequestInformation());
    await read(response.value);
  },
  up: () => photo.put(counting("asked", ["a", "b"])),
  "up from a blob": () => photo.put(new Blob(["ab"], { type: "image/png" })),
  "up once": () => {
    statuses = [503, 204];
    return photo.put(counting("asked", ["a"]));
  },
  "up once by a token": () => {
    statuses = [401, 204];
    return photo.put(counting("asked", ["a"]));
  },
  "a part": () =>
    shop.pets.addPhotos("1", {
      title: "t",
      photos: [{ content: counting("asked", ["a", "b"]), fileName: "a.png", contentType: "image/png" }],
    } as Parameters<typeof shop.pets.addPhotos>[1]),
};

const answers: unknown[] = [];
for (const name of JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as string[]) {
  told = [];
  statuses = [];
  try {
    await DONE[name]?.();
  } catch (error) {
    told.push(`${(error as Error).name} ${(error as { responseStatusCode?: number }).responseStatusCode}`);
  }
  answers.push(told);
}
console.log(JSON.stringify(answers));
