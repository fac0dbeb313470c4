/** Collections by iteration: one page at a time, for as long as the service links to a next one. */

import { PagingStopped, UnexpectedAnswer } from "./errors.js";
import type { RequestInformation } from "./request.js";
import type { Transport } from "./transport.js";
import type { ServiceRoot } from "./serviceRoot.js";

/** What every page of a collection has beside its items. */
export interface Page<T = unknown> {
  value?: T[] | null;
  odataCount?: number | null;
  odataNextLink?: string | null;
  odataDeltaLink?: string | null;
}

/** The items of all pages, in order; links are held to the service root's origin. */
export class Pages<T> implements AsyncIterable<T> {
  /** Where changes after this round can be asked for (`withUrl`); set after the last page. */
  deltaLink: string | undefined;
  /** The service's count of all items, when it gave one. */
  count: number | undefined;
  readonly #first: () => RequestInformation<Page<T> | undefined> | undefined;
  readonly #transport: Transport;
  readonly #root: ServiceRoot;
  readonly #maxPages: number;

  /** `first` makes the request for the first page; without one there are no items. */
  constructor(
    first: () => RequestInformation<Page<T> | undefined> | undefined,
    transport: Transport,
    root: ServiceRoot,
    maxPages: number,
  ) {
    this.#first = first;
    this.#transport = transport;
    this.#root = root;
    this.#maxPages = maxPages;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    for await (const page of this.byPage()) {
      yield* page.value ?? [];
    }
  }

  /**
   * Page by page.
   *
   * @throws PagingStopped where a link comes twice, or there are more pages than the client allows
   */
  async *byPage(): AsyncGenerator<Page<T>, void, undefined> {
    let request: RequestInformation<Page<T> | undefined> | undefined =
      this.#first();
    const seen = new Set([request?.url ?? ""]);
    for (let left = this.#maxPages; request !== undefined; left -= 1) {
      if (left <= 0) {
        throw new PagingStopped(
          "the collection has more pages than this client allows (maxPages)",
        );
      }
      const page: Page<T> | undefined = await this.#transport.call(request);
      if (page === undefined) {
        return;
      }
      if (page.value != null && !Array.isArray(page.value)) {
        throw new UnexpectedAnswer("a page's value is no list");
      }
      this.count = page.odataCount ?? this.count;
      this.deltaLink = page.odataDeltaLink ?? this.deltaLink;
      request = this.#next(request, page.odataNextLink, seen);
      yield page;
    }
  }

  #next(
    current: RequestInformation<Page<T> | undefined>,
    link: string | null | undefined,
    seen: Set<string>,
  ): RequestInformation<Page<T> | undefined> | undefined {
    if (link == null || link === "") {
      return undefined;
    }
    const url = this.#root.adopt(link, current.url);
    if (seen.has(url)) {
      throw new PagingStopped(
        "the service linked to a page that it gave already",
      );
    }
    seen.add(url);
    return current.at(url);
  }
}
