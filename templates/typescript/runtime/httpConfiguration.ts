/** What a caller adds to one call of a service that follows no protocol above HTTP. */

import type { HeaderFields } from "./headers.js";

/** Parts that may be left out where nothing in them has to be given. */
type Group<N extends string, T extends object> =
  Record<never, never> extends T
    ? { readonly [K in N]?: T }
    : { readonly [K in N]: T };

/** Header fields by the types of a call, where it has some, and any others. */
type FieldsOf<H extends object> = keyof H extends never
  ? HeaderFields
  : H & Readonly<Record<string, unknown>>;

/** What every call takes. */
export interface CallOptions {
  /** Milliseconds that one attempt may take. */
  readonly timeout?: number;
  /** Ends the call when it fires. */
  readonly signal?: AbortSignal;
  /** The media type of the body, where the call takes several. */
  readonly contentType?: string;
  /** Whether the body is checked before it is sent. */
  readonly validate?: boolean;
}

/** Q are the query parameters of the call, H its header fields, C its cookies; other header fields may be added. */
export type RequestConfiguration<
  Q extends object = object,
  H extends object = object,
  C extends object = object,
> = CallOptions &
  Group<"queryParameters", Q> &
  Group<"headers", FieldsOf<H>> &
  Group<"cookies", C>;
