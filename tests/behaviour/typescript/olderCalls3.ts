// The calls of tests/vectors/old_wire/calls3.json, as a user writes them.

import { part, type Tree } from "./queryTrees.js";
import { type ClientSettings, createShopClient, type ShopClient } from "./src/index.js";

export type Client = ShopClient;

const THEN = new Date("2020-01-02T03:04:05Z");

export function clientOf(settings: ClientSettings & { baseUrl: string }): Client {
  return createShopClient(settings);
}

/** The text of a filter of products. */
export function filterText(tree: Tree): string | null {
  const queryParameters = { filter: (item: object) => part({ $: item }, "filter", tree) } as object;
  const client = clientOf({ baseUrl: "https://shop.example/odata" });
  const { url } = client.products.toGetRequestInformation({ queryParameters });
  return new URL(url).searchParams.get("$filter");
}

/** What a call gives. */
export async function given(client: Client, name: string): Promise<unknown> {
  switch (name) {
    case "verbose JSON is asked for":
    case "an answer in light JSON":
      return client.products.get({ queryParameters: { count: true } });
    case "an update is PATCH":
    case "an error in light JSON":
      return client.products.byId(1).patch({ made: THEN });
    case "arguments of an action are its body":
      return client.discount.post({ percent: 12.5, until: THEN });
    default:
      throw new Error(`no call '${name}'`);
  }
}
