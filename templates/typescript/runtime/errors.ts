/** What the client throws. Texts never hold a token, a password or a secret query value. */

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
