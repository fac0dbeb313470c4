/**
 * The one origin that a client speaks to, and text in URLs.
 *
 * Every URL that is sent is put together from the parsed service root and encoded parts; a link that
 * the service sends (next link, Location) is parsed once, compared with the root's origin, and then rebuilt
 * from that origin and the parsed path, so that two parsers can never disagree about the host.
 */

import { InvalidArgument, UnsafeUrl } from "./errors.js";
import { mask, oneLine } from "./masking.js";

const ABSOLUTE = /^(?:[A-Za-z][A-Za-z0-9+.-]*:|\/\/)/;
const FORBIDDEN = /[\u0000-\u0020\u007f\\]/;
const PARTS =
  /^([A-Za-z][A-Za-z0-9+.-]*):\/\/([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;
const HOST = /^(?:\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?)$/;
const LOOPBACK = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/;
const PORTS: ReadonlyMap<string, number> = new Map([
  ["http", 80],
  ["https", 443],
]);
const PATH_LETTERS = /[^A-Za-z0-9/%:@!$&'()*+,;=\-._~]/gu;
const QUERY_LETTERS = /[^A-Za-z0-9/%:@!$&'()*+,;=\-._~?[\]]/gu;

interface Parsed {
  readonly scheme: string;
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly query: string | undefined;
  readonly fragment: string | undefined;
}

/** The service's root URL, fixed when the client is made: scheme, host, port and path. */
export class ServiceRoot {
  /** Scheme, host and port. */
  readonly origin: string;
  /** Whether nobody between can read what is sent: https, or the machine itself. */
  readonly isPrivate: boolean;
  private readonly key: string;
  private readonly path: string;

  /**
   * @throws UnsafeUrl for anything but an absolute http(s) URL without user name, query and fragment; plain
   * http is for a loopback host alone unless `allowHttp`
   */
  constructor(url: string, allowHttp = false) {
    const parsed = parse(url);
    const { scheme, host, port } = parsed;
    if (parsed.query !== undefined || parsed.fragment !== undefined) {
      throw new UnsafeUrl("the base URL must not have a query or a fragment");
    }
    const isLocal = scheme === "https" || LOOPBACK.test(host);
    if (!isLocal && !allowHttp) {
      throw new UnsafeUrl(
        `plain http is refused for ${host}: credentials would travel in clear`,
      );
    }
    const shown = port === PORTS.get(scheme) ? "" : `:${port}`;
    this.isPrivate = isLocal;
    this.origin = `${scheme}://${host}${shown}`;
    this.key = keyOf(parsed);
    this.path = parsed.path.replace(/\/+$/, "");
  }

  /** The absolute URL of `path`, which is encoded already and starts with `/` or is empty. */
  url(path: string): string {
    return `${this.origin}${this.path}${path}`;
  }

  /**
   * `url`, if it is of this origin; `base` is the URL that a relative one is resolved against.
   *
   * @throws UnsafeUrl otherwise
   */
  adopt(url: string, base?: string): string {
    let absolute = url;
    if (base !== undefined && !isAbsolute(url)) {
      refuseAmbiguous(url);
      absolute = new URL(url, base).href;
    }
    const parsed = parse(absolute);
    if (keyOf(parsed) !== this.key) {
      throw new UnsafeUrl(
        `a link to ${keyOf(parsed)} is refused: not ${this.origin}`,
      );
    }
    const query = parsed.query === undefined ? "" : `?${parsed.query}`;
    return `${this.origin}${parsed.path || "/"}${query}`;
  }
}

function keyOf(parsed: Parsed): string {
  return `${parsed.scheme}://${parsed.host}:${parsed.port}`;
}

function refuseAmbiguous(url: string): void {
  if (typeof url !== "string" || FORBIDDEN.test(url)) {
    throw new UnsafeUrl(
      "a URL with a backslash, a space or a control character is refused",
    );
  }
}

function parse(url: string): Parsed {
  refuseAmbiguous(url);
  const found = PARTS.exec(url);
  const [, first = "", authority = "", path = "", query, fragment] =
    found ?? [];
  const scheme = first.toLowerCase();
  const standard = PORTS.get(scheme);
  if (found === null || standard === undefined) {
    throw new UnsafeUrl(`not an absolute http(s) URL: '${mask(oneLine(url))}'`);
  }
  if (authority.includes("@")) {
    throw new UnsafeUrl("a URL with a user name is refused");
  }
  const place = authority.toLowerCase();
  const [, host = "", digits = ""] = /^(.*?)(?::(\d*))?$/.exec(place) ?? [];
  const port = digits === "" ? standard : Number(digits);
  if (!HOST.test(host) || host.includes("..") || port < 1 || port > 65535) {
    throw new UnsafeUrl(`not a host name: '${oneLine(host)}'`);
  }
  return {
    scheme,
    host,
    port,
    path: path.replace(PATH_LETTERS, encoded),
    query: query?.replace(QUERY_LETTERS, encoded),
    fragment,
  };
}

/** Whether `url` is one by itself, or names a host: it has no need of a base. */
export function isAbsolute(url: string): boolean {
  return ABSOLUTE.test(url);
}

/**
 * Text percent-encoded whole: all but letters, digits and `-._~` (RFC 3986, section 2.3).
 *
 * @throws InvalidArgument for a lone surrogate, which has no UTF-8
 */
export function encoded(text: string): string {
  try {
    return encodeURIComponent(text).replace(
      /[!'()*]/g,
      (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  } catch {
    throw new InvalidArgument("text with a lone surrogate cannot be sent");
  }
}
