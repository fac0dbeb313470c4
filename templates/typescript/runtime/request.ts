/** One request, finished before anything is sent, and the reply to it. */

import { hide } from "./errors.js";
import { shownHeaders } from "./headers.js";
import { mask } from "./masking.js";

/** Status, header fields by lower-case name, and the whole body. */
export interface Reply {
  /** Where it comes from: what relative links in it are relative to. */
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** How the answer is read, and which media type is asked for. */
export interface AnswerReader<T> {
  readonly accept: string;
  read(reply: Reply): T;
}

/** What a request consists of. */
export interface RequestParts<T> {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly content: string | Uint8Array | undefined;
  readonly answer: AnswerReader<T>;
  /** Milliseconds; undefined for the client's own. */
  readonly timeout?: number | undefined;
  readonly signal?: AbortSignal | undefined;
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
  declare readonly content: string | Uint8Array | undefined;
  declare readonly answer: AnswerReader<T>;
  declare readonly timeout: number | undefined;
  declare readonly signal: AbortSignal | undefined;

  constructor(parts: RequestParts<T>) {
    this.method = parts.method;
    hide(this, "url", parts.url);
    hide(this, "headers", parts.headers);
    hide(this, "content", parts.content);
    hide(this, "answer", parts.answer);
    hide(this, "timeout", parts.timeout);
    hide(this, "signal", parts.signal);
  }

  /** The same request for another URL, which the caller has checked. */
  at(url: string): RequestInformation<T> {
    const { method, headers, content, answer, timeout, signal } = this;
    const parts = { method, url, headers, content, answer, timeout, signal };
    return new RequestInformation(parts);
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
