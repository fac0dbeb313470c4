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
      // Leaving a property out is done by naming it; what a function is given and has no use for begins with `_`.
      "@typescript-eslint/no-unused-vars": [
        "error",
        { ignoreRestSiblings: true, argsIgnorePattern: "^_" },
      ],
      // A type that adds nothing to its base has a name all the same.
      "@typescript-eslint/no-empty-object-type": "off",
    },
  },
];
