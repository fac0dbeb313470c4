// The calls of tests/vectors/old_wire/calls.json, as a user writes them.

import { part, type Tree } from "./queryTrees.js";
import { type ClientSettings, createShopClient, etagOf, type ShopClient } from "./src/index.js";
import type { Part } from "./src/models/part.js";
import type { Product } from "./src/models/product.js";

export type Client = ShopClient;

const ROOT = "https://shop.example/odata";
const CODE = "01234567-89ab-cdef-0123-456789abcdef";
const EPOCH = new Date(0);
const THEN = new Date("2020-01-02T03:04:05Z");

export function clientOf(settings: ClientSettings & { baseUrl: string }): Client {
  return createShopClient(settings);
}

/** The text of a filter of products. */
export function filterText(tree: Tree): string | null {
  const queryParameters = { filter: (item: object) => part({ $: item }, "filter", tree) } as object;
  const { url } = clientOf({ baseUrl: ROOT }).products.toGetRequestInformation({ queryParameters });
  return new URL(url).searchParams.get("$filter");
}

/** What a call gives. */
export async function given(client: Client, name: string): Promise<unknown> {
  const { products } = client;
  const one = products.byId(1);
  const food = client.categories.byName("Food");
  switch (name) {
    case "list":
      return products.get();
    case "options":
      return products.get({
        queryParameters: {
          filter: (x) => x.price.gt(3.5).and(x.name.contains("ea")),
          orderby: (x) => x.name.desc(),
          top: 5,
          skip: 10,
          select: (x) => [x.id, x.name],
          expand: (x) => [x.category, x.parts],
        },
      });
    case "the number of all items":
      return products.get({ queryParameters: { count: true, top: 1 } });
    case "all pages":
      return walked(products.iterate({ queryParameters: { count: true } }));
    case "a page of another origin is not asked for":
      return walked(products.iterate());
    case "a count":
      return { value: await products.count.get({ queryParameters: { filter: "Sold eq true" } }) };
    case "a long key":
      return products.byId(9007199254740993n).get();
    case "a text key":
      return client.categories.byName("O'Neil & Söhne").get();
    case "a key of a guid and a time":
      return client.parts.byCodeAt(CODE, THEN).get();
    case "a key of four other types":
      return client.samples
        .byAmountTakenSpanMark("3.5", "2020-01-02T03:04:05+02:00", "PT8H30M", new Uint8Array([0xfb, 0xff]))
        .get();
    case "navigation to one":
    case "nothing there":
      return one.category.get();
    case "navigation to many":
      return one.parts.get();
    case "create":
      return products.post({ id: 1, name: "Tea", made: THEN, price: 12.5 });
    case "create with a link to what is there": {
      const bound = { "Category@odata.bind": `${ROOT}/Categories('Food')` };
      return products.post({ id: 1, additionalData: bound });
    }
    case "create below an entity":
      return one.parts.post(partOf("a"));
    case "a change":
      return one.patch({ price: 1.5 }, { etag: 'W/"1"' });
    case "what was read, changed and is sent back": {
      const found = (await food.get()) ?? {};
      found.since = EPOCH;
      return food.patch(found, { etag: etagOf(found) ?? "" });
    }
    case "a deletion":
      return one.delete({ etag: "*" });
    case "a link is added": {
      const odataId = `${ROOT}/Parts(Code=guid'${CODE}',At=datetime'1970-01-01T00:00:00')`;
      return one.parts.ref.post({ odataId });
    }
    case "a link is set":
      return one.category.ref.put({ odataId: `${ROOT}/Categories('Food')` });
    case "a link is removed":
      return one.category.ref.delete();
    case "a link of many is removed":
      return one.parts.byCodeAt(CODE, EPOCH).ref.delete();
    case "links are listed":
      return one.parts.ref.get();
    case "a media resource is read":
      return client.photos.byId(1).content.get();
    case "a media resource is replaced":
      return client.photos.byId(1).content.put(new TextEncoder().encode("GIF"));
    case "where the content of a media link entry is":
      return client.photos.byId(1).get();
    case "a service operation by GET":
      return client.since(THEN, 3.5, "O'Neil").get({ queryParameters: { top: 1 } });
    case "a service operation that gives an entity":
    case "the same without its name around it":
      return client.best.get();
    case "a service operation that gives a value":
      return client.total.get();
    case "a service operation that gives values":
      return client.names.get();
    case "a service operation that gives a complex value":
      return client.biggest.get();
    case "a service operation by POST":
      return client.paint.post({ id: 1, color: "a&b" });
    case "an argument that is not given":
      return client.paint.post({ id: 1 });
    case "a service operation that gives nothing":
      return client.reset.post();
    case "an error":
    case "an error that says little":
      return one.get();
    case "the token against forged requests: fetched, kept, fetched again":
      await products.post({ id: 1 });
      return one.delete();
    case "no token is fetched twice for one request":
    case "a refusal that wants no token":
      return one.delete();
    case "options of the service root":
      await one.delete();
      return products.get({ queryParameters: { top: 1 } });
    case "header fields and options of the caller's own":
      return products.get({ headers: { "sap-language": "EN" }, customQueryOptions: { "sap-client": "100" } });
    case "a batch":
      return client.batch([one.toGetRequestInformation(), changes(client)]);
    case "a change set that fails as a whole":
      return client.batch([changes(client)]);
    default:
      throw new Error(`no call '${name}'`);
  }
}

function changes({ products }: Client) {
  const created = products.toPostRequestInformation({ id: 2 });
  return [created, products.byId(3).toDeleteRequestInformation()];
}

function partOf(note: string): Part {
  return { code: CODE, at: EPOCH, note };
}

/** All items of all pages, as a page of them would give them. */
async function walked(pages: AsyncIterable<Product> & { count: number | undefined }): Promise<unknown> {
  const value: Product[] = [];
  for await (const item of pages) {
    value.push(item);
  }
  return { value, odataCount: pages.count };
}
