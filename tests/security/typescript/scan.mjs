// Where a text occurs in TypeScript files: prints the occurrences outside of literals and comments (JSON).
// Arguments: the compiler's module, a file with the names of the files (JSON), the text.
import { readFileSync } from "node:fs";

const [, , compiler, list, canary] = process.argv;
const { default: ts } = await import(compiler);
const allowed = new Set([
  ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.SingleLineCommentTrivia,
  ts.SyntaxKind.MultiLineCommentTrivia,
]);
const found = [];
for (const path of JSON.parse(readFileSync(list, "utf8"))) {
  const text = readFileSync(path, "utf8");
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, false);
  scanner.setText(text);
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    if (!allowed.has(kind) && scanner.getTokenText().includes(canary)) {
      found.push([path, scanner.getTokenText()]);
    }
  }
}
console.log(JSON.stringify(found));
