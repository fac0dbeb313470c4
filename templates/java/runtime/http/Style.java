package edmundruntime.runtime;

/** How a value is written outside of a body (OpenAPI 3.2.0, section 4.12.3). */
public enum Style {
  /** Values behind commas. */
  SIMPLE,
  /** Values behind dots. */
  LABEL,
  /** Names and values behind semicolons. */
  MATRIX,
  /** Names and values as in a form. */
  FORM,
  /** Values behind spaces. */
  SPACE_DELIMITED,
  /** Values behind bars. */
  PIPE_DELIMITED,
  /** Values behind tabs. */
  TAB_DELIMITED,
  /** Names in brackets. */
  DEEP_OBJECT,
  /** Names and values as in a cookie. */
  COOKIE,
  /** As JSON. */
  CONTENT
}
