package edmundruntime.runtime;

import java.time.Duration;

/** A duration of a query. */
public final class DurationExpression extends ValueExpression<Duration> {
  /**
   * A property; for generated code.
   *
   * @param path the path to it
   */
  public DurationExpression(PathTo path) {
    super(path, "Edm.Duration");
  }

  /**
   * A property; for generated code.
   *
   * @param path the path to it
   * @param type how durations that it is compared with are written
   */
  public DurationExpression(PathTo path, String type) {
    super(path, type);
  }

  /** How many seconds it takes. */
  public NumberExpression totalSeconds() {
    return new NumberExpression(called("totalseconds"), Precedence.PRIMARY, this);
  }
}
