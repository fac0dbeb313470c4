/** What an OData service says when it answers with an error status. */

import { ClientError, hide } from "./errors.js";
import {
  isObject,
  type JsonObject,
  type JsonValue,
  parseJson,
} from "./json.js";
import { mask, oneLine } from "./masking.js";

const MAX_BODY = 65_536;

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
  const inner = found.get("innerError") ?? found.get("innererror");
  // SAP's services of OData 2 have them inside.
  const within = isObject(inner) ? inner.get("errordetails") : undefined;
  const details = found.get("details") ?? within;
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

/** A text; OData 1 to 3 have messages with their language, `{"lang": "en", "value": "..."}`. */
function text(data: JsonObject, name: string): string | undefined {
  const found = data.get(name);
  const value = isObject(found) ? found.get("value") : found;
  return typeof value === "string" ? value : undefined;
}
