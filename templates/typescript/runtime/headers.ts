/** Header fields: checked in our own layer, masked wherever they are shown. */

import { InvalidArgument } from "./errors.js";

/** Header fields by name, each with one value or several. */
export type HeaderFields = Readonly<
  Record<string, string | readonly string[] | undefined>
>;

const NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const VALUE = /^[\t\u0020-\u007e\u0080-\u00ff]*$/;
const SECRET = /authorization|cookie|key|token|secret|password|signature/i;
const RESERVED = new Set([
  "host",
  "content-length",
  "transfer-encoding",
  "connection",
]);

/**
 * Fields by lower-case name; several values of one name are joined with a comma.
 *
 * @throws InvalidArgument for a name that is no token, a value with a line break or a control character
 * (RFC 9110, section 5), and the fields that frame the message
 */
export function checkedHeaders(fields: HeaderFields): Record<string, string> {
  const found = new Map<string, string>();
  for (const [name, given] of Object.entries(fields)) {
    if (!NAME.test(name)) {
      throw new InvalidArgument(`${JSON.stringify(name)} is no header name`);
    }
    const key = name.toLowerCase();
    if (RESERVED.has(key)) {
      throw new InvalidArgument(`header '${name}' is set by the transport`);
    }
    for (const value of typeof given === "string" ? [given] : (given ?? [])) {
      if (typeof value !== "string" || !VALUE.test(value)) {
        const problem = "has a line break or control character";
        throw new InvalidArgument(`the value of header '${name}' ${problem}`);
      }
      const before = found.get(key);
      const trimmed = value.trim();
      found.set(key, before === undefined ? trimmed : `${before}, ${trimmed}`);
    }
  }
  return Object.fromEntries(found);
}

/** The fields with those masked that carry credentials. */
export function shownHeaders(
  headers: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      SECRET.test(name) ? "***" : value,
    ]),
  );
}
