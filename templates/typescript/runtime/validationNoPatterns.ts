/** No value of this package's types is restricted by a pattern, so that nothing is matched here. */

/** Whether a program matches: that is not known here. */
export function matches(_program: string, _text: string): boolean | undefined {
  return undefined;
}
