/** Lists by iteration: one page at a time, for as long as there is a next one. */

import { PagingStopped, UnexpectedAnswer } from "./errors.js";
import type { HttpCore } from "./httpBuilder.js";
import type { PagingTable } from "./httpTables.js";
import type { Reply, RequestInformation } from "./request.js";
import { encoded } from "./serviceRoot.js";
import { typeOf } from "./values.js";

// One link of a Link field (RFC 8288, section 3), which commas part from the next.
const LINK =
  /<([^<>]*)>((?:\s*;\s*[\w!#$&+.^`|~-]+\*?(?:=(?:"[^"]*"|[^",;\s]*))?)*)/g;
const NEXT = /;\s*rel=(?:"(?:[^"]*\s)?next(?:\s[^"]*)?"|next(?=\s*(?:;|$)))/i;

/** The items of all pages, in order; links are held to the service's origin. */
export class HttpPages<T> implements AsyncIterable<T> {
  readonly #core: HttpCore;
  readonly #paging: PagingTable;
  readonly #first: () => RequestInformation;

  constructor(
    core: HttpCore,
    paging: PagingTable,
    first: () => RequestInformation,
  ) {
    this.#core = core;
    this.#paging = paging;
    this.#first = first;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    for await (const items of this.byPage()) {
      yield* items;
    }
  }

  /**
   * The items page by page.
   *
   * @throws PagingStopped where a page comes twice, or there are more than the client allows
   */
  async *byPage(): AsyncGenerator<T[], void, undefined> {
    const { transport, maxPages } = this.#core;
    let request: RequestInformation | undefined = this.#first();
    const seen = new Set([request.url]);
    for (let left = maxPages; request !== undefined; left -= 1) {
      if (left <= 0) {
        throw new PagingStopped(
          "the list has more pages than this client allows (maxPages)",
        );
      }
      const reply: Reply = await transport.exchange(request);
      const page: unknown = request.answer.read(reply);
      const items = this.#member(page, this.#paging.items) ?? [];
      if (!Array.isArray(items)) {
        throw new UnexpectedAnswer("a page has no list of items");
      }
      yield items as T[];
      const url = this.#next(request, reply, page, items.length);
      if (url !== undefined && seen.has(url)) {
        throw new PagingStopped(
          "the service linked to a page that it gave already",
        );
      }
      seen.add(url ?? "");
      request = url === undefined ? undefined : request.at(url);
    }
  }

  /** Where the next page is. */
  #next(
    request: RequestInformation,
    reply: Reply,
    page: unknown,
    count: number,
  ): string | undefined {
    const { kind, next, parameter = "", first = 1 } = this.#paging;
    const root = request.root ?? this.#core.root;
    if (kind === "link header" || kind === "next link") {
      const link =
        kind === "link header"
          ? nextLink(reply.headers["link"] ?? "")
          : this.#member(page, next);
      return typeof link === "string" && link !== ""
        ? root.adopt(link, reply.url)
        : undefined;
    }
    if (kind === "cursor") {
      const cursor = this.#member(page, next);
      return cursor == null || cursor === ""
        ? undefined
        : withParameter(request.url, parameter, String(cursor));
    }
    if (count === 0) {
      return undefined;
    }
    const step = kind === "offset" ? count : 1;
    const start = kind === "offset" ? 0 : first;
    const before = new URL(request.url).searchParams.get(parameter);
    const number = (before === null ? start : Number(before)) + step;
    return withParameter(request.url, parameter, String(number));
  }

  /** The member at a path of names on the wire. */
  #member(value: unknown, path: readonly string[]): unknown {
    let at: unknown = value;
    for (const name of path) {
      if (typeof at !== "object" || at === null) {
        return undefined;
      }
      const shape = this.#core.types.object(typeOf(at) ?? "");
      const as = shape?.properties.get(name)?.as ?? name;
      at = (at as Record<string, unknown>)[as];
    }
    return at;
  }
}

function nextLink(field: string): string | undefined {
  for (const [, url, parameters = ""] of field.matchAll(LINK)) {
    if (NEXT.test(parameters)) {
      return url;
    }
  }
  return undefined;
}

/** The URL with another value of a query parameter. */
function withParameter(url: string, name: string, value: string): string {
  const [path = "", query = ""] = url.split("?", 2);
  const own = `${encoded(name)}=`;
  const kept = query.split("&").filter((pair) => pair && !pair.startsWith(own));
  return `${path}?${[...kept, own + encoded(value)].join("&")}`;
}
