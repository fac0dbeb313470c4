package com.microsoft.graph.runtime;

import java.util.List;
import java.util.stream.Collectors;

/** A value breaks rules of the schema. */
public class ValidationException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final int MOST_TOLD = 5;

  private final transient List<Violation> violations;

  /**
   * With all that was found.
   *
   * @param violations errors and warnings
   */
  public ValidationException(List<Violation> violations) {
    super(told(violations));
    this.violations = List.copyOf(violations);
  }

  private static String told(List<Violation> violations) {
    List<String> errors =
        violations.stream()
            .filter(violation -> violation.severity() == Severity.ERROR)
            .map(Violation::toString)
            .collect(Collectors.toList());
    String shown = errors.stream().limit(MOST_TOLD).collect(Collectors.joining("; "));
    int left = errors.size() - MOST_TOLD;
    return left > 0 ? shown + "; and " + left + " more" : shown;
  }

  /** All that was found, warnings included; empty after deserialization. */
  public List<Violation> violations() {
    return violations == null ? List.of() : violations;
  }
}
