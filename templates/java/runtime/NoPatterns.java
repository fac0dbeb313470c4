package edmundruntime.runtime;

/** No value of this library's types is restricted by a pattern, so that nothing is matched here. */
final class PatternMatcher {
  private PatternMatcher() {}

  /** Whether a program matches: that is not known here. */
  static @Nullable Boolean matches(String program, String text) {
    return null;
  }
}
