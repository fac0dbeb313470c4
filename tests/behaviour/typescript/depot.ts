// One story with the real service of tests/behaviour/cap, whichever version of OData the client beside it speaks.
// Arguments: the service root, the first of the numbers that are this run's own, and the format of batches.

import {
  base,
  bound,
  type Client,
  clientOf,
  grade,
  lighter,
  opensAt,
  photoOf,
  within,
} from "./depotVersion.js";
import { BatchAnswers, DateOnly, etagOf, ODataError } from "./src/index.js";
import type { Tools } from "./src/models/tools.js";

const [, , root = "", first = "0"] = process.argv;
const START = Number(first);
const client: Client = clientOf({ baseUrl: root });
const { tools } = client;

/** A tool that is there now; each part of the story has numbers of its own. */
async function tool(number: number, values: Tools = {}): Promise<Tools> {
  const made = await tools.post({ id: START + number, name: `tool ${number}`, ...values });
  return made ?? {};
}

function numbers(found: readonly Tools[] | null | undefined): number[] {
  return (found ?? []).map(({ id }) => (id ?? 0) - START);
}

async function refusal(work: () => Promise<unknown>): Promise<unknown> {
  try {
    return { gave: await work() };
  } catch (error) {
    if (!(error instanceof ODataError)) {
      throw error;
    }
    return { status: error.responseStatusCode, code: error.code, message: error.error.message };
  }
}

function shown({ name, stock, price, weight, serial, bought, opens, checkedAt, condition }: Tools): unknown {
  const texts = { price, serial, bought, opens };
  const moment = checkedAt?.toISOString();
  return { name, stock, weight, checkedAt: moment, condition, ...mapped(texts, String) };
}

function mapped<T>(values: object, by: (value: unknown) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, by(value)]));
}

const parts: Record<string, () => Promise<unknown>> = {
  "deep insert": async () => {
    const made = await tool(100, {
      name: "Drehbank «Größe 1»",
      stock: 3,
      price: "1200.25",
      weight: 80.5,
      serial: Number.MAX_SAFE_INTEGER,
      bought: new DateOnly({ year: 2020, month: 2, day: 29 }),
      opens: opensAt(8, 30),
      checkedAt: new Date("2024-02-29T12:00:00.123Z"),
      parts: [
        { no: 1, label: "chuck" },
        { no: 2, label: null },
      ],
    });
    const read = await tools.byId(START + 100).get({ queryParameters: { expand: (x) => x.parts } });
    const part = await client.parts.byToolIdNo(START + 100, 1).get();
    const labels = (read?.parts ?? []).map(({ no, label }) => [no, label]);
    return { made: shown(made), read: shown(read ?? {}), labels, part: part?.label };
  },
  links: async () => {
    const maker = await client.makers.post({ name: "O'Neil & Söhne" });
    const id = maker?.id ?? "";
    const made = await tool(200, bound(id));
    const found = await tools.get({
      queryParameters: {
        filter: (x) => x.maker.name.eq("O'Neil & Söhne").and(x.id.eq(START + 200)),
        expand: (x) => x.maker,
        select: (x) => [x.id, x.maker],
      },
    });
    const [one = {}] = found?.value ?? [];
    const ofMaker = await client.makers.byId(id).tools.get();
    const isOf = made.makerId === id;
    return { isOf, name: one.name ?? null, maker: one.maker?.name, tools: numbers(ofMaker?.value) };
  },
  pages: async () => {
    for (let number = 300; number < 305; number += 1) {
      await tool(number);
    }
    const some = {
      filter: (x: ToolItem) => x.id.ge(START + 300).and(x.id.lt(START + 305)),
      orderby: (x: ToolItem) => x.id.desc(),
    };
    const page = await tools.get({ queryParameters: { ...some, count: true } });
    const all: Tools[] = [];
    for await (const each of tools.iterate({ queryParameters: some })) {
      all.push(each);
    }
    const filter = `ID ge ${START + 300} and ID lt ${START + 305}`;
    const count = await tools.count.get({ queryParameters: { filter } });
    const top = await tools.get({ queryParameters: { ...some, top: 1 } });
    const { odataCount, odataNextLink, value } = page ?? {};
    return {
      first: [odataCount, value?.length, typeof odataNextLink],
      all: numbers(all),
      count,
      top: numbers(top?.value),
    };
  },
  change: async () => {
    await tool(400, { price: "1.5", stock: 7 });
    const one = tools.byId(START + 400);
    await one.patch({ name: "renamed", price: null });
    const read = (await one.get()) ?? {};
    // What was read is sent back with what was changed, and no more.
    read.stock = 8;
    await one.patch(read);
    const { name, price, stock } = (await one.get()) ?? {};
    return { name, price, stock };
  },
  versions: async () => {
    await client.notes.post({ id: START + 1, text: "first" });
    const one = client.notes.byId(START + 1);
    const answer = await client.send(one.toGetRequestInformation());
    const { status, value, etag } = answer;
    const own = value === undefined ? undefined : etagOf(value);
    await one.patch({ text: "second" }, { etag: own ?? "" });
    const late = await refusal(() => one.patch({ text: "third" }, { etag: own ?? "" }));
    const isSame = etag === undefined || etag === own;
    return { status, text: value?.text, isSame, late: (late as { status?: number }).status, now: (await one.get())?.text };
  },
  stream: async () => {
    await tool(500);
    const bytes = new Uint8Array(70_000).map((_, at) => at % 256);
    const photo = photoOf(client, START + 500);
    await photo.put(bytes, { headers: { "content-type": "image/png" } });
    const read = (await photo.get()) ?? new Uint8Array();
    return Buffer.compare(Buffer.from(read), Buffer.from(bytes));
  },
  operations: async () => {
    for (const [number, weight] of [
      [600, 1],
      [601, 2],
      [602, 600],
    ] as const) {
      await tool(number, { stock: 2, weight, price: `${number}.5` });
    }
    const light = numbers((await lighter(client, START + 602, 50))?.value);
    const one = await lighter(client, START + 602, 1);
    const cheap = numbers((await within(client, "601.50"))?.value);
    const graded = await grade(client, START + 600, 4, 'say "no"');
    const before = (await client.total.get())?.value ?? 0;
    const lent = await client.lend.post({ tool: START + 601, amount: 2 });
    const after = (await client.total.get())?.value ?? 0;
    return {
      light: [600, 601].map((number) => light.includes(number)),
      one: one?.value?.length,
      cheap: [600, 601, 602].map((number) => cheap.includes(number)),
      graded: [(graded?.id ?? 0) - START, graded?.weight, graded?.name],
      left: lent?.stock,
      fewer: before - after,
    };
  },
  errors: async () => {
    await tool(700, { stock: 1 });
    return {
      few: await refusal(() => client.lend.post({ tool: START + 700, amount: 5 })),
      unknown: ((await refusal(() => tools.byId(START + 799).get())) as { status?: number }).status,
    };
  },
  deletion: async () => {
    await tool(900);
    const one = tools.byId(START + 900);
    await one.delete();
    return ((await refusal(() => one.get())) as { status?: number }).status;
  },
  queries: async () => {
    const hostile = "' or 1 eq 1 or name eq '";
    const bought = new DateOnly({ year: 2020, month: 2, day: 29 });
    await tool(950, { name: "O'Neil & Söhne", stock: 3, price: "10.50", bought });
    await tool(951, { name: hostile, stock: 5, price: 20 });
    await tool(952, { name: "saw", stock: 7, checkedAt: new Date("2024-02-29T12:00:00Z") });
    const found = async (condition: (x: ToolItem) => Condition): Promise<number[]> => {
      const own = (x: ToolItem) => x.id.ge(START + 950).and(x.id.lt(START + 960), condition(x));
      return numbers((await tools.get({ queryParameters: { filter: own, orderby: (x) => x.id } }))?.value);
    };
    return [
      await found((x) => x.name.eq("O'Neil & Söhne")),
      await found((x) => x.name.eq(hostile)),
      await found((x) => x.name.startsWith("O'").or(x.name.contains("aw"))),
      await found((x) => x.stock.eq(5).not()),
      await found((x) => x.stock.in([3, 5])),
      await found((x) => x.price.gt("10.5").and(x.bought.eq(null))),
      await found((x) => x.bought.eq(bought)),
      await found((x) => x.checkedAt.ge(new Date("2024-02-29T12:00:00Z"))),
      await found((x) => x.name.toLower().length().eq(3)),
    ];
  },
};

type Filter = Extract<NonNullable<NonNullable<Parameters<typeof tools.get>[0]>["queryParameters"]>["filter"], (item: never) => unknown>;
type ToolItem = Parameters<Filter>[0];
type Condition = ReturnType<Filter>;

async function batches(format: "json" | "multipart", number: number): Promise<unknown> {
  const own = clientOf({ baseUrl: root, batch: { format } });
  await tool(number);
  await tool(number + 1);
  const read = own.tools.byId(START + number).toGetRequestInformation();
  const missing = own.tools.byId(START + number + 9).toGetRequestInformation();
  const gone = own.tools.byId(START + number + 1).toDeleteRequestInformation();
  const posted = (id: number, name: string) => own.tools.toPostRequestInformation({ id: START + id, name });
  const made = posted(number + 2, "ü in a batch");
  const again = posted(number, "is there");
  const other = posted(number + 3, "never");
  const done = await own.batch([read, [gone, made]]);
  const failed: BatchAnswers = await own.batch([missing, [other, again], read]);
  const filter = `ID ge ${START + number} and ID lt ${START + number + 9}`;
  const found = await tools.get({ queryParameters: { filter, orderby: ["ID"] } });
  const refused = (request: typeof missing) => refusal(async () => failed.get(request));
  return {
    read: (done.get(read)?.id ?? 0) - START - number,
    gone: done.get(gone) ?? null,
    made: done.get(made)?.name,
    missing: ((await refused(missing)) as { status?: number }).status,
    isRefused: !("gave" in ((await refused(again)) as object)),
    readAgain: (failed.get(read)?.id ?? 0) - START - number,
    left: numbers(found?.value).map((each) => each - number),
  };
}

parts["batch of parts"] = () => batches("multipart", 850);
if (base.hasJsonBatches) {
  parts["batch as JSON"] = () => batches("json", 800);
}

const told: Record<string, unknown> = {};
for (const [name, part] of Object.entries(parts)) {
  try {
    told[name] = await part();
  } catch (error) {
    told[name] = { failed: String(error instanceof Error ? error.stack : error) };
  }
}
console.log(JSON.stringify(told));
