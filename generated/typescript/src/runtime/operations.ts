/** What builders of requests can do, by what there is at a place of the service. */

import type {
  ListQueryParameters,
  QueryParameters,
  ReadQueryParameters,
  RequestConfiguration,
} from "./configuration.js";
import type { Pages } from "./paging.js";
import type { QueryLimits } from "./queryTypes.js";
import type { RequestInformation } from "./request.js";

export type { StringCollectionResponse } from "./answers.js";
export type {
  CountQueryParameters,
  ListQueryParameters,
  QueryParameters,
  ReadQueryParameters,
  RequestConfiguration,
} from "./configuration.js";
export type { Pages } from "./paging.js";
export type { RequestInformation } from "./request.js";
export type { RequestBuilder } from "./routes.js";

/** A place that can be read. */
export interface Gets<
  T,
  Q extends object = ReadQueryParameters<NonNullable<T>>,
> {
  /** Get what is here. */
  get(requestConfiguration?: RequestConfiguration<Q>): Promise<T>;
  /** The request that `get` would send, for a batch or for looking at it. */
  toGetRequestInformation(
    requestConfiguration?: RequestConfiguration<Q>,
  ): RequestInformation<T>;
}

/** A collection: P is a page of items of type T. */
export interface Lists<
  T,
  P,
  Q extends object = ListQueryParameters<T>,
> extends Gets<P, Q> {
  /** All items, page by page; see `get` for permissions and options. */
  iterate(requestConfiguration?: RequestConfiguration<Q>): Pages<T>;
}

/** What B builds, for a place where the service refuses the paths L in queries. */
export type Limited<B, L extends QueryLimits> =
  B extends Lists<infer T, infer P>
    ? Omit<B, keyof Lists<T, P>> & Lists<T, P, ListQueryParameters<T, L>>
    : B extends Gets<infer T>
      ? Omit<B, keyof Gets<T>> & Gets<T, ReadQueryParameters<NonNullable<T>, L>>
      : B;

/** A place to which a body can be posted. */
export interface Posts<T, B, Q extends object = QueryParameters> {
  /** Create an object here, or call the action. */
  post(body: B, requestConfiguration?: RequestConfiguration<Q>): Promise<T>;
  /** The request that `post` would send. */
  toPostRequestInformation(
    body: B,
    requestConfiguration?: RequestConfiguration<Q>,
  ): RequestInformation<T>;
}

/** An action all of whose parameters may be left out. */
export interface PostsOptionally<T, B, Q extends object = QueryParameters> {
  /** Call the action. */
  post(body?: B, requestConfiguration?: RequestConfiguration<Q>): Promise<T>;
  /** The request that `post` would send. */
  toPostRequestInformation(
    body?: B,
    requestConfiguration?: RequestConfiguration<Q>,
  ): RequestInformation<T>;
}

/** An action without parameters. */
export interface PostsNothing<T, Q extends object = QueryParameters> {
  /** Call the action. */
  post(requestConfiguration?: RequestConfiguration<Q>): Promise<T>;
  /** The request that `post` would send. */
  toPostRequestInformation(
    requestConfiguration?: RequestConfiguration<Q>,
  ): RequestInformation<T>;
}

/** A place that can be changed. */
export interface Patches<T, B, Q extends object = QueryParameters> {
  /** Change the properties that are set in the body, and no others. */
  patch(body: B, requestConfiguration?: RequestConfiguration<Q>): Promise<T>;
  /** The request that `patch` would send. */
  toPatchRequestInformation(
    body: B,
    requestConfiguration?: RequestConfiguration<Q>,
  ): RequestInformation<T>;
}

/** A place whose content can be replaced. */
export interface Puts<T, B, Q extends object = QueryParameters> {
  /** Replace what is here by the body. */
  put(body: B, requestConfiguration?: RequestConfiguration<Q>): Promise<T>;
  /** The request that `put` would send. */
  toPutRequestInformation(
    body: B,
    requestConfiguration?: RequestConfiguration<Q>,
  ): RequestInformation<T>;
}

/** A place that can be deleted. */
export interface Deletes<Q extends object = QueryParameters> {
  /** Delete what is here. */
  delete(requestConfiguration?: RequestConfiguration<Q>): Promise<void>;
  /** The request that `delete` would send. */
  toDeleteRequestInformation(
    requestConfiguration?: RequestConfiguration<Q>,
  ): RequestInformation<void>;
}

/** A reference to add: the URL of an object that exists. */
export interface ReferenceCreate {
  odataId?: string | null;
  additionalData?: Record<string, unknown>;
}

/** A reference to set: the URL of an object that exists. */
export interface ReferenceUpdate {
  odataId?: string | null;
  additionalData?: Record<string, unknown>;
}

/** The content of a stream that is written; a `Blob` or a `ReadableStream` is read while it is sent. */
export type Content =
  Uint8Array | ArrayBuffer | string | Blob | ReadableStream<Uint8Array>;

/** What every page of a collection has beside its items. */
export interface BaseCollectionPaginationCountResponse {
  odataContext?: string | null;
  /** How many items the whole collection has, where the request asked for it. */
  odataCount?: number | null;
  /** Where the next page is; absent on the last one. */
  odataNextLink?: string | null;
  /** Where to ask later for what has changed; on the last page of a delta query. */
  odataDeltaLink?: string | null;
  additionalData?: Record<string, unknown>;
}

/** An answer that holds one value which is no object. */
export interface ValueResponse<T> {
  value?: T | null;
  odataContext?: string | null;
  additionalData?: Record<string, unknown>;
}
