// The story of the kennel: a client of the service that FastAPI describes by itself, against that service.
// Argument: the URL of the service. Each chapter that was told is printed.

import assert from "node:assert/strict";
import { ApiError, AuthenticationFailed, createShopClient, typeOf, ValidationFailed } from "./src/index.js";
import type { Stay } from "./src/models/index.js";

const baseUrl = process.argv[2] ?? "";
const client = createShopClient({
  baseUrl,
  credentials: { OAuth2PasswordBearer: "token-of-ann", APIKeyHeader: "k&y" },
});

/** What a call throws. */
async function thrown(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

async function failure(call: Promise<unknown>): Promise<ApiError> {
  const error = await thrown(call);
  assert.ok(error instanceof ApiError, String(error));
  return error;
}

async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) {
    found.push(item);
  }
  return found;
}

const CHAPTERS: Record<string, () => Promise<void>> = {
  "a form gives a token": async () => {
    const token = await client.token.post({ username: "ann", password: "s3cret+&" });
    assert.equal(token?.access_token, "token-of-ann");
    assert.equal((await failure(client.token.post({ username: "ann", password: "no" }))).responseStatusCode, 401);
  },
  "stays are made, read, changed and ended": async () => {
    const born = new Date(Date.UTC(2024, 1, 29, 12));
    const wanted: Stay[] = [
      { animal: { kind: "cat", name: "Tom" }, mood: "very wild", box: 3 },
      { animal: { kind: "dog", name: "Rex", tricks: ["sit"], born }, box: "b" },
      { animal: { kind: "cat", name: "Kit", lives: 1 }, weights: { "2024": [1.5, 2] } },
    ];
    const made = [];
    for (const stay of wanted) {
      made.push(await client.stays.post(stay));
    }
    const [tom, rex, kit] = made;
    assert.deepEqual(made.map((each) => typeOf(each?.animal)), ["Cat", "Dog", "Cat"]);
    assert.deepEqual([tom?.box, rex?.box, kit?.box], [3, "b", null]);
    assert.ok(tom?.animal && "lives" in tom.animal);
    assert.equal(tom.animal.lives, 9);
    assert.ok(rex?.animal && "born" in rex.animal);
    assert.equal(rex.animal.born?.getTime(), born.getTime());
    assert.deepEqual(kit?.weights?.["2024"], [1.5, 2]);

    const ids = made.map((each) => each?.id);
    assert.deepEqual((await client.stays.get())?.map(({ id }) => id), ids.slice(0, 2));
    const pages = client.stays.iterate({ queryParameters: { limit: 1 } });
    assert.deepEqual((await collected(pages)).map(({ id }) => id), ids);
    const wild = await client.stays.get({ queryParameters: { mood: ["very wild"] } });
    assert.deepEqual(wild?.map(({ id }) => id), [tom.id]);

    const at = client.stays.byStay_id(String(tom.id));
    assert.equal((await at.get())?.mood, "very wild");
    const changed = await at.patch({ mood: null, box: "c" });
    assert.deepEqual([changed?.mood, changed?.box], [null, "c"]);
    await at.delete();
    assert.equal((await failure(at.get())).responseStatusCode, 404);
  },
  "what is wrong is refused, here and there": async () => {
    const wrong: Stay = { animal: { kind: "cat", name: "" } };
    assert.ok((await thrown(client.stays.post(wrong))) instanceof ValidationFailed);
    const refused = await failure(client.stays.post(wrong, { validate: false }));
    assert.deepEqual([refused.responseStatusCode, typeOf(refused.body)], [422, "HTTPValidationError"]);
    let full: unknown;
    for (let count = 0; count < 9 && full === undefined; count += 1) {
      full = await client.stays.post({ animal: { kind: "cat", name: "More" } }).then(
        () => undefined,
        (error: unknown) => error,
      );
    }
    assert.ok(full instanceof ApiError);
    assert.deepEqual([full.responseStatusCode, typeOf(full.body)], [409, "Problem"]);
    assert.equal((full.body as { code?: number }).code, 7);
  },
  "credentials are sent where they are needed": async () => {
    const stranger = createShopClient({ baseUrl });
    const call = stranger.stays.post({ animal: { kind: "cat", name: "Tom" } });
    assert.ok((await thrown(call)) instanceof AuthenticationFailed);
    assert.ok(Array.isArray(await stranger.stays.get()));
  },
  "files are sent as they are given": async () => {
    const at = client.stays.byStay_id("00000000-0000-0000-0000-000000000001");
    const told = await at.photos.post({
      caption: 'Süß & "x"',
      photos: [
        new File([new Uint8Array(300_000)], "large.bin"),
        { content: new TextEncoder().encode("abc"), fileName: "ä.png", contentType: "image/png" },
        { content: new Blob(["streamed"]).stream(), fileName: "stream" },
        new File(["raw"], "raw"),
      ],
    });
    assert.equal(told?.caption, 'Süß & "x"');
    assert.deepEqual(told.sizes, [300_000, 3, 8, 3]);
    assert.deepEqual(told.names?.slice(0, 3), ["large.bin", "ä.png", "stream"]);
    assert.equal(told.types?.[1], "image/png");
  },
  "cookies and header fields": async () => {
    const options = { cookies: { visits: 4 }, headers: { "accept-language": "de" } };
    const session = (await client.session.get(options)) as Record<string, unknown> | undefined;
    assert.deepEqual([session?.["visits"], session?.["language"]], [4, "de"]);
    const response = await client.send(client.session.toGetRequestInformation(options));
    assert.match(response.headers["set-cookie"] ?? "", /^visits=5/);
  },
  "what goes on is read as it comes": async () => {
    const ticks = await client.ticks.get({ queryParameters: { count: 3 } });
    assert.ok(ticks);
    const numbers = (await collected(ticks)).map(({ number, text }) => [number, text]);
    assert.deepEqual(numbers, [0, 1, 2].map((each) => [each, "é"]));
    const lines = await client.export.get({ queryParameters: { count: 1000 } });
    assert.ok(lines);
    const sum = (await collected(lines)).reduce((all, { number }) => all + Number(number), 0);
    assert.equal(sum, 499_500);
    const many = await client.ticks.get({ queryParameters: { count: 100_000 } });
    assert.ok(many);
    for await (const tick of many) {
      assert.equal(tick.number, 0);
      break;
    }
    assert.equal((await client.photos.bySize(70_000).get())?.length, 70_000);
    const { value } = await client.sendAsStream(client.photos.bySize(500_000).toGetRequestInformation());
    let size = 0;
    for await (const chunk of value as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.length;
    }
    assert.equal(size, 500_000);
  },
};

for (const [name, told] of Object.entries(CHAPTERS)) {
  await told();
  console.log(name);
}
