package edmundruntime.runtime;

/** One thing that is wrong with a value. It never repeats the value, which may be a secret. */
public final class Violation {
  private final String pointer;
  private final Rule rule;
  private final Severity severity;
  private final String message;

  Violation(String pointer, Rule rule, String message) {
    this(pointer, rule, rule.severity(), message);
  }

  Violation(String pointer, Rule rule, Severity severity, String message) {
    this.pointer = pointer;
    this.rule = rule;
    this.severity = severity;
    this.message = message;
  }

  /** Where: a JSON pointer (RFC 6901). */
  public String pointer() {
    return pointer;
  }

  /** Which rule is broken. */
  public Rule rule() {
    return rule;
  }

  /** The rule's code, such as {@code max-length}. */
  public String code() {
    return rule.code();
  }

  /** How bad it is. */
  public Severity severity() {
    return severity;
  }

  /** What is wrong, in words. */
  public String message() {
    return message;
  }

  /** Place, words and code on one line. */
  @Override
  public String toString() {
    return (pointer.isEmpty() ? "(the whole value)" : pointer)
        + ": "
        + message
        + " ["
        + code()
        + "]";
  }
}
