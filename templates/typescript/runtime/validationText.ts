/** Checks on text: URLs and lengths. */

const NOT_IN_URL = /[\u0000-\u0020\u007f<>"\\]/;
const URL_PARTS = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/([^/?#]*)/;
const HOST = /^[^\s/?#@[\]:%]+$/;
const IP_LITERAL = /^\[([0-9A-Fa-f:.]+|[vV][0-9A-Fa-f]+\.[^\]]+)\](?::(\d*))?$/;

/** Whether `text` is an absolute URL with the scheme http or https and a host (RFC 3986). */
export function isAbsoluteUrl(text: string): boolean {
  const found = NOT_IN_URL.test(text) ? null : URL_PARTS.exec(text);
  const [, scheme = "", authority = ""] = found ?? [];
  if (!["http", "https"].includes(scheme.toLowerCase())) {
    return false;
  }
  const place = authority.slice(authority.lastIndexOf("@") + 1);
  const literal = IP_LITERAL.exec(place);
  if (literal !== null) {
    return isPort(literal[2]);
  }
  const colon = place.indexOf(":");
  const host = colon < 0 ? place : place.slice(0, colon);
  const port = colon < 0 ? undefined : place.slice(colon + 1);
  return HOST.test(host) && isPort(port);
}

function isPort(text: string | undefined): boolean {
  if (text === undefined || text === "") {
    return true;
  }
  return /^\d+$/.test(text) && Number(text) > 0 && Number(text) < 65536;
}

/** The number of characters (code points), as facets count them. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const character of text) {
    length += character === "" ? 0 : 1;
  }
  return length;
}
