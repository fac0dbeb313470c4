/** No value of this package's types is restricted by a pattern, so that nothing is matched here. */

/** Whether a program matches a text: that is not known here. */
export const matches: (
  program: string,
  text: string,
) => boolean | undefined = () => undefined;
