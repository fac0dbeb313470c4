// The recommended rules of eslint and of typescript-eslint, which need no types.
import js from "@eslint/js";
import tseslint from "typescript-eslint";

export default [
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      // What headers and URLs must not hold is control characters.
      "no-control-regex": "off",
      // A type that adds nothing to its base has a name all the same.
      "@typescript-eslint/no-empty-object-type": "off",
    },
  },
];
