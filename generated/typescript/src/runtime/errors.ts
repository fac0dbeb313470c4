/** What the client throws. Texts never hold a token, a password or a secret query value. */

import {
  isObject,
  type JsonObject,
  type JsonValue,
  parseJson,
} from "./json.js";
import { mask, oneLine } from "./masking.js";

const MAX_BODY = 65_536;

/** The base of what the client throws. */
export class ClientError extends Error {
  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}

/** The client cannot be made, or cannot work, with what it was given. */
export class ConfigurationError extends ClientError {}

/** An argument of a call that no request can carry: a key, a header, a query option. */
export class InvalidArgument extends ClientError {}

/** A URL that leaves the service's origin, or that parsers could read in two ways. */
export class UnsafeUrl extends ClientError {}

/** The credential gave no usable token; its own error is the cause. */
export class AuthenticationFailed extends ClientError {}

/** No answer: the connection could not be made or broke. */
export class ConnectionFailed extends ClientError {}

/** No answer within the time allowed. */
export class TimedOut extends ConnectionFailed {}

/** An answer that the service should not give: not the JSON that it says, or the wrong shape. */
export class UnexpectedAnswer extends ClientError {}

/** An answer above the size allowed, or compressed beyond any honest ratio. */
export class ResponseTooLarge extends UnexpectedAnswer {}

/** A collection that does not end: a link came twice, or more pages than the client allows. */
export class PagingStopped extends ClientError {}

/**
 * A redirect that the client does not follow. `location` is the URL as the service gave it.
 *
 * No credential is sent there; a download from a storage host is the caller's own decision.
 */
export class RedirectRefused extends UnexpectedAnswer {
  /** Not listed among the properties that consoles show: it may hold secrets. */
  declare readonly location: string;

  constructor(message: string, location: string) {
    super(message);
    hide(this, "location", location);
  }
}

/** A property that programs read and consoles do not show. */
export function hide(owner: object, name: string, value: unknown): void {
  Object.defineProperty(owner, name, { value, enumerable: false });
}

/** One of an error's details. */
export interface ErrorDetails {
  readonly code: string | undefined;
  readonly message: string | undefined;
  readonly target: string | undefined;
}

/** What the service adds for its own support. */
export interface InnerError {
  readonly requestId: string | undefined;
  readonly clientRequestId: string | undefined;
  readonly date: Date | undefined;
  readonly odataType: string | undefined;
}

/** The error itself (OData JSON Format 4.01, section 21.1). */
export interface MainError extends ErrorDetails {
  readonly details: readonly ErrorDetails[] | undefined;
  readonly innerError: InnerError | undefined;
}

/** The service answered with an error status. Members of `error` are undefined where it said nothing. */
export class ODataError extends ClientError {
  readonly error: MainError;
  readonly responseStatusCode: number;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly method: string;
  /** The URL of the request, secrets masked. */
  readonly url: string;
  /** The answer as it came, at most 64 KiB of it. */
  declare readonly body: string;

  constructor(
    status: number,
    headers: Readonly<Record<string, string>>,
    body: string,
    method: string,
    url: string,
  ) {
    const error = mainError(body);
    super(describe(status, headers, error, method, url));
    this.responseStatusCode = status;
    this.responseHeaders = headers;
    this.method = method;
    this.url = mask(url);
    this.error = error;
    hide(this, "body", body.slice(0, MAX_BODY));
  }

  /** The error under the name that the official client has for it. */
  get errorEscaped(): MainError {
    return this.error;
  }

  /** The service's error code. */
  get code(): string | undefined {
    return this.error.code;
  }

  /** What the error is about. */
  get target(): string | undefined {
    return this.error.target;
  }

  get details(): readonly ErrorDetails[] | undefined {
    return this.error.details;
  }

  /** The service's id of the request, to be quoted to its support. */
  get requestId(): string | undefined {
    return requestId(this.responseHeaders, this.error);
  }

  get clientRequestId(): string | undefined {
    const given = this.responseHeaders["client-request-id"];
    return given ?? this.error.innerError?.clientRequestId;
  }
}

function requestId(
  headers: Readonly<Record<string, string>>,
  error: MainError,
): string | undefined {
  return headers["request-id"] ?? error.innerError?.requestId;
}

function describe(
  status: number,
  headers: Readonly<Record<string, string>>,
  error: MainError,
  method: string,
  url: string,
): string {
  const parts = [`${status} ${oneLine(error.code ?? "")}`.trim()];
  if (error.message !== undefined) {
    parts.push(oneLine(error.message));
  }
  parts.push(`${method} ${url}`);
  const id = requestId(headers, error);
  if (id !== undefined) {
    parts.push(`request-id ${oneLine(id)}`);
  }
  return mask(parts.join(" | "));
}

function mainError(body: string): MainError {
  const found = errorObject(body);
  const details = found.get("details");
  const inner = found.get("innerError") ?? found.get("innererror");
  return {
    ...errorDetails(found),
    details: Array.isArray(details)
      ? details.filter(isObject).map(errorDetails)
      : undefined,
    innerError: isObject(inner) ? innerError(inner) : undefined,
  };
}

function errorObject(body: string): JsonObject {
  let data: JsonValue;
  try {
    data = parseJson(body);
  } catch {
    return new Map();
  }
  const found = isObject(data)
    ? (data.get("error") ?? data.get("odata.error"))
    : undefined;
  if (typeof found === "string") {
    return new Map([["message", found]]);
  }
  return isObject(found) ? found : new Map();
}

function errorDetails(data: JsonObject): ErrorDetails {
  return {
    code: text(data, "code"),
    message: text(data, "message"),
    target: text(data, "target"),
  };
}

function innerError(data: JsonObject): InnerError {
  const date = new Date(text(data, "date") ?? "");
  return {
    requestId: text(data, "request-id"),
    clientRequestId: text(data, "client-request-id"),
    date: Number.isNaN(date.getTime()) ? undefined : date,
    odataType: text(data, "@odata.type"),
  };
}

function text(data: JsonObject, name: string): string | undefined {
  const value = data.get(name);
  return typeof value === "string" ? value : undefined;
}
