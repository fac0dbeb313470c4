package edmundruntime.runtime;

/** The service answered with an error status. */
public final class HttpError extends ApiException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Object error;

  HttpError(Reply reply, HttpMethod method, String url, @Nullable Object error) {
    super(reply, method.name(), url);
    this.error = error;
  }

  /**
   * What the service says of the error, of the type that the description has for the status: a
   * model, a text, or any JSON. Null where there is none of that type; {@link #getBody} has the
   * answer as it came.
   */
  public @Nullable Object getError() {
    return error;
  }

  /**
   * What the service says of the error, if it is of a class.
   *
   * @param <E> the class
   * @param wanted the class
   * @return the error; null when it is of another class
   */
  public @Nullable <E> E getError(Class<E> wanted) {
    return wanted.isInstance(error) ? wanted.cast(error) : null;
  }
}
