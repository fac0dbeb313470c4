/** Base64 in both alphabets (RFC 4648, sections 4 and 5), in browsers and in node alike. */

const TEXT = /^[A-Za-z0-9+/_-]*={0,2}$/;
const CHUNK = 0x8000;

/**
 * The bytes that base64 or base64url text stands for, or undefined when it is neither.
 *
 * Padding may be left out; where it is given it has to be right.
 */
export function decodeBase64(
  text: string,
): Uint8Array<ArrayBuffer> | undefined {
  if (!TEXT.test(text)) {
    return undefined;
  }
  const body = text.replace(/=+$/, "");
  const padding = text.length - body.length;
  const wanted = (4 - (body.length % 4)) % 4;
  if (body.length % 4 === 1 || (padding !== 0 && padding !== wanted)) {
    return undefined;
  }
  const standard = body.replaceAll("-", "+").replaceAll("_", "/");
  const binary = atob(standard + "=".repeat(wanted));
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) {
    bytes[at] = binary.charCodeAt(at);
  }
  return bytes;
}

/** Base64 text, padded, of the plain alphabet. */
export function encodeBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(binary);
}

/** Base64url text, padded, as OData writes Edm.Binary (JSON Format 4.01, section 7.1). */
export function encodeBase64Url(bytes: Uint8Array): string {
  return encodeBase64(bytes).replaceAll("+", "-").replaceAll("/", "_");
}
