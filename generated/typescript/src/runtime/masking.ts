/**
 * What may be shown of text that a service chose: no secret, no line of its own, nothing that turns the
 * reading order round. Everything here takes time in proportion to the text, whatever it is.
 */

const SECRET_NAME =
  /token|secret|password|signature|key|credential|^(?:sig|code|auth|tempauth)$/i;
const OPTION = /[?&;#]([^=&;#?\s]*)=/g;
const SECRET_VALUE = /[^&#\s'"]*/y;
const USERINFO = /(:\/\/)[^/?#\s@]*@/g;
const BEARER = /\b(bearer|basic)\s+[A-Za-z0-9._~+/=-]{8,}/gi;
// C0 and C1 controls, line and paragraph separators, bidirectional controls, a mark of byte order.
const DECEIVING =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/g;
const LONGEST_LINE = 500;

/** `text` with user names in URLs, bearer tokens and the values of secret query options masked. */
export function mask(text: string): string {
  return maskedOptions(text.replace(USERINFO, "$1***@")).replace(
    BEARER,
    "$1 ***",
  );
}

/** `text` on one line, without what consoles obey, at most 500 characters. */
export function oneLine(text: string): string {
  return text.slice(0, LONGEST_LINE).replace(DECEIVING, " ");
}

/** Secret values of query options masked; each search begins where the one before it ended. */
function maskedOptions(text: string): string {
  let shown = "";
  let from = 0;
  OPTION.lastIndex = 0;
  for (let found = OPTION.exec(text); found; found = OPTION.exec(text)) {
    if (!SECRET_NAME.test(found[1] ?? "")) {
      continue;
    }
    shown += text.slice(from, OPTION.lastIndex);
    SECRET_VALUE.lastIndex = OPTION.lastIndex;
    SECRET_VALUE.exec(text);
    from = SECRET_VALUE.lastIndex;
    shown += from > OPTION.lastIndex ? "***" : "";
    OPTION.lastIndex = from;
  }
  return shown + text.slice(from);
}
