// Writes generator/edmund/patterns/unicode_table.py: the general category of every code point.
//
// node docs/make_unicode.mjs
//
// The table is of the Unicode version that Node.js has, so that a pattern means the same in every language
// and with every version of Python.
import { writeFileSync } from "node:fs";

const CATEGORIES = "Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Cs Co Cn".split(" ");
const tests = CATEGORIES.map((name) => [name, new RegExp(`^\\p{gc=${name}}$`, "u")]);
const runs = [];
for (let point = 0; point <= 0x10ffff; point += 1) {
  const text = String.fromCodePoint(point);
  const last = runs.at(-1);
  const found =
    last && last.test.test(text) ? last : tests.map(([name, test]) => ({ name, test })).find(({ test }) => test.test(text));
  if (last && last.name === found.name) last.length += 1;
  else runs.push({ name: found.name, test: found.test, length: 1 });
}
const packed = runs.map(({ name, length }) => `${name}${length === 1 ? "" : length.toString(16)}`).join("");
const lines = packed.match(/.{1,96}/g).map((line) => `    "${line}"`);
const text = `"""The general category of every code point, as runs: the category, and how many code points have it (hexadecimal; one if
not said). Made by docs/make_unicode.mjs.
"""

# fmt: off
UNICODE_VERSION = "${process.versions.unicode}"

CATEGORY_RUNS = (
${lines.join("\n")}
)
`;
writeFileSync(new URL("../generator/edmund/patterns/unicode_table.py", import.meta.url), text);
