// Writes trees of queries as a caller would in TypeScript, and tells the text of the option; then calls with types.
// Argument: a file with the trees (JSON), or with the names of calls.

import { readFileSync } from "node:fs";
import { part, type Tree } from "./queryTrees.js";
import { asType, ClientError, createContainerClient, now, raw } from "./src/index.js";
import type { Book } from "./src/models/book.js";
import type { Product } from "./src/models/product.js";

const sent: string[] = [];
const client = createContainerClient({
  fetch: async (url: string) => {
    sent.push(url);
    return Response.json({ value: [] });
  },
  maxRetries: 0,
});

/** The text of the option of a tree. */
function text(tree: Tree): unknown {
  const option = ["select", "expand", "orderby"].find((each) => each in tree) ?? "filter";
  const lambda = (item: object): unknown => part({ $: item }, option, tree[option] ?? tree["expression"]);
  const queryParameters = { [option]: lambda } as object;
  const { url } = client.products.toGetRequestInformation({ queryParameters });
  return new URL(url).searchParams.get(`$${option}`);
}

const code = "01234567-89ab-cdef-0123-456789abcdef";

/** Calls as users write them. What the compiler has to refuse is marked: it does not compile else. */
const TYPED: Record<string, () => unknown> = {
  condition: () =>
    client.products.get({
      queryParameters: {
        filter: (x) => x.name.startsWith("A").and(x.fragile).or(x.stores.any((s) => s.city.eq("Ulm"))),
        orderby: (x) => [x.name, x.price.desc(), raw("Rating")],
        select: (x) => [x.id, x.origin.city],
        expand: (x) => [x.category({ select: (c) => [c.title], filter: (c) => c.title.eq("x") }), x.parts],
        top: 2,
      },
    }),
  arithmetic: () =>
    client.products.get({
      queryParameters: {
        filter: (x) => x.price.mul(2).add(1).gt("5.50").and(x.code.eq(code), x.sold.le(now())),
      },
    }),
  flags: () =>
    client.products.get({
      queryParameters: { filter: (x) => x.colour.has(["Red", "Green"]).or(x.colour.eq("Red")) },
    }),
  composed: () =>
    client.products.get({
      queryParameters: { filter: (x) => raw("Rating gt 3 or Rating lt 1").and(x.rating.in([1, 2])), orderby: ["Name"] },
    }),
  one: () => client.best.get({ queryParameters: { select: (x) => x.author, expand: (x) => x.parts } }),
  variables: () =>
    client.products.get({
      queryParameters: { filter: (x) => x.parts.any((p) => p.parts.any((p) => p.rating.gt(1))) },
    }),
  pages: async () => {
    for await (const each of client.products.iterate({ queryParameters: { filter: (x) => x.rating.ge(3) } })) {
      void each;
    }
  },
  derived: () =>
    client.products.get({
      queryParameters: { filter: (x) => asType<Book>(x, "ex.shop.Book").author.eq("a") },
    }),
  "allowed there": () => client.products.get({ queryParameters: { filter: (x) => x.secret.eq("a") } }),
  "not filtered": () =>
    client.orders.get({
      // @ts-expect-error The service does not filter by it.
      queryParameters: { filter: (x) => x.secret.eq("a") },
    }),
  "not filtered below": () =>
    client.orders.get({
      // @ts-expect-error The service does not filter by it.
      queryParameters: { filter: (x) => x.origin.city.eq("a") },
    }),
  "not filtered in a list": () =>
    client.orders.get({
      // @ts-expect-error The service does not filter by it.
      queryParameters: { filter: (x) => x.stores.any((s) => s.city.eq("a")) },
    }),
  "not sorted": () =>
    client.orders.get({
      // @ts-expect-error The service does not sort by it.
      queryParameters: { orderby: (x) => x.secret },
    }),
  "not expanded": () =>
    client.orders.get({
      // @ts-expect-error The service does not expand it.
      queryParameters: { expand: (x) => x.hidden },
    }),
  "selected there": () =>
    client.orders.get({ queryParameters: { select: (x) => x.secret, filter: (x) => x.name.eq("a") } }),
  "no property": () =>
    client.products.get({
      // @ts-expect-error There is none.
      queryParameters: { filter: (x) => x.nme.eq("a") },
    }),
  "another type": () =>
    client.products.get({
      // @ts-expect-error Text is no number.
      queryParameters: { filter: (x) => x.name.eq(5) },
    }),
  "no text": () =>
    client.products.get({
      // @ts-expect-error A number begins with nothing.
      queryParameters: { filter: (x) => x.price.startsWith("a") },
    }),
  "no condition": () =>
    client.products.get({
      // @ts-expect-error Text is no condition.
      queryParameters: { filter: (x) => x.name },
    }),
  "no number": () =>
    client.products.get({
      // @ts-expect-error Text is no number.
      queryParameters: { filter: (x) => x.rating.gt("a") },
    }),
  "no option": () =>
    client.products.get({
      // @ts-expect-error There is no such option.
      queryParameters: { expand: (x) => x.category({ selct: ["Title"] }) },
    }),
  "not code": () =>
    client.products.get({
      // @ts-expect-error Searching has no code.
      queryParameters: { search: (x: Product) => x.name },
    }),
};

async function made(name: string): Promise<unknown> {
  sent.length = 0;
  try {
    await TYPED[name]?.();
    const [url = ""] = sent;
    return { query: Object.fromEntries(new URL(url).searchParams), path: new URL(url).pathname };
  } catch (error) {
    return { error: error instanceof ClientError ? error.message : String(error) };
  }
}

const questions = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as (Tree | string)[];
const answers: unknown[] = [];
for (const question of questions) {
  answers.push(typeof question === "string" ? await made(question) : text(question));
}
console.log(JSON.stringify(answers));
