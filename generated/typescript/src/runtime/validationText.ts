/** Checks on text: URLs and lengths. */

const NOT_IN_URL = /[\u0000-\u0020\u007f<>"\\]/;
const URL_START = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/([^/?#]*))?/;
const HOST = /^[^\s/?#@[\]:%]+$/;
const IP_LITERAL = /^\[([0-9A-Fa-f:.]+|[vV][0-9A-Fa-f]+\.[^\]]+)\](?::(.*))?$/;

/**
 * Whether `text` is a URI reference (RFC 3986, section 4.1): of any scheme, or relative.
 *
 * Letters outside of ASCII may stand as they are. With the scheme http or https there is a host.
 */
export function isUrlReference(text: string): boolean {
  if (NOT_IN_URL.test(text)) {
    return false;
  }
  const [, scheme = "", authority] = URL_START.exec(text) ?? [];
  const isWeb = ["http", "https"].includes(scheme.toLowerCase());
  return authority === undefined ? !isWeb : isAuthority(authority, isWeb);
}

/** Whether `text` is an authority; that of the web has a host, and no port 0. */
function isAuthority(text: string, isWeb: boolean): boolean {
  const place = text.slice(text.lastIndexOf("@") + 1);
  const literal = IP_LITERAL.exec(place);
  if (literal !== null) {
    return isPort(literal[2], isWeb);
  }
  if (/[[\]]/.test(text)) {
    return false;
  }
  const colon = place.indexOf(":");
  const host = colon < 0 ? place : place.slice(0, colon);
  const port = colon < 0 ? undefined : place.slice(colon + 1);
  return (!isWeb || HOST.test(host)) && isPort(port, isWeb);
}

function isPort(text: string | undefined, isWeb: boolean): boolean {
  if (text === undefined || text === "") {
    return true;
  }
  const least = isWeb ? 1 : 0;
  return /^\d+$/.test(text) && Number(text) >= least && Number(text) < 65536;
}

/** The number of characters (code points), as facets count them. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const character of text) {
    length += character === "" ? 0 : 1;
  }
  return length;
}
