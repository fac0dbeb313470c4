/** One request, finished before anything is sent, and the reply to it. */

import { hide } from "./errors.js";
import { shownHeaders } from "./headers.js";
import { mask } from "./masking.js";
import type { ServiceRoot } from "./serviceRoot.js";

/** Status, header fields by lower-case name, and the whole body. */
export interface Reply {
  /** Where it comes from: what relative links in it are relative to. */
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** The body as it comes, where the answer is read so; `body` is empty then. */
  readonly stream?: ReadableStream<Uint8Array>;
}

/** How the answer is read, and which media type is asked for. */
export interface AnswerReader<T> {
  readonly accept: string;
  /** Whether an answer of success is read as it comes, by its media type. */
  streams?(contentType: string): boolean;
  read(reply: Reply): T;
  /** Whether a redirect with the status is the answer itself, and not to be followed. */
  expects?(status: number): boolean;
  /** What the body of an error status is, where something is known of it. */
  errorOf?(reply: Reply): unknown;
}

/** What a request needs of credentials: alternatives, each of names of schemes with their scopes. */
export interface NeededCredentials {
  readonly alternatives: readonly (readonly (readonly [
    name: string,
    ...scopes: string[],
  ])[])[];
  /** Whether none will do as well. */
  readonly isOpen: boolean;
}

/**
 * The same request with the bytes of its answer as they come.
 */
export function streamed(
  request: RequestInformation,
): RequestInformation<ReadableStream<Uint8Array>> {
  const answer: AnswerReader<ReadableStream<Uint8Array>> = {
    ...request.answer,
    streams: () => true,
    read: ({ stream, body }) => stream ?? new Blob([body as BlobPart]).stream(),
  };
  return request.with({ answer }) as RequestInformation<
    ReadableStream<Uint8Array>
  >;
}

/** A body that can be sent; a stream is gone when it was sent once. */
export type RequestContent =
  string | Uint8Array | Blob | ReadableStream<Uint8Array>;

/** What a request consists of. */
export interface RequestParts<T> {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly content: RequestContent | undefined;
  readonly answer: AnswerReader<T>;
  /** Milliseconds; undefined for the client's own. */
  readonly timeout?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Where the request goes, if not to the root of the client. */
  readonly root?: ServiceRoot | undefined;
  readonly security?: NeededCredentials | undefined;
}

/**
 * A value: method, absolute URL, header fields, body, and how to read the answer.
 *
 * The body is text or bytes already, checked and encoded, so that a request can be sent again as it was.
 * Consoles do not show what may be secret.
 */
export class RequestInformation<T = unknown> {
  readonly method: string;
  declare readonly url: string;
  declare readonly headers: Readonly<Record<string, string>>;
  declare readonly content: RequestContent | undefined;
  declare readonly answer: AnswerReader<T>;
  declare readonly timeout: number | undefined;
  declare readonly signal: AbortSignal | undefined;
  declare readonly root: ServiceRoot | undefined;
  declare readonly security: NeededCredentials | undefined;

  constructor(parts: RequestParts<T>) {
    this.method = parts.method;
    hide(this, "url", parts.url);
    hide(this, "headers", parts.headers);
    hide(this, "content", parts.content);
    hide(this, "answer", parts.answer);
    hide(this, "timeout", parts.timeout);
    hide(this, "signal", parts.signal);
    hide(this, "root", parts.root);
    hide(this, "security", parts.security);
  }

  /** The same request for another URL, which the caller has checked. */
  at(url: string): RequestInformation<T> {
    return this.with({ url });
  }

  /** The same request but for some parts. */
  with(parts: Partial<RequestParts<T>>): RequestInformation<T> {
    const { method, url, headers, content, answer } = this;
    const { timeout, signal, root, security } = this;
    const first = { method, url, headers, content, answer };
    return new RequestInformation<T>({
      ...first,
      ...{ timeout, signal, root, security },
      ...parts,
    });
  }

  /** What it does, secrets masked. */
  toString(): string {
    const headers = JSON.stringify(shownHeaders(this.headers));
    return `${this.method} ${mask(this.url)} ${headers}`;
  }

  /** What `JSON.stringify` and loggers get. */
  toJSON(): string {
    return this.toString();
  }
}
