package edmundruntime.runtime;

import edmundruntime.models.odataerrors.ODataError;

/** Makes exceptions of answers with an error status. */
final class ErrorAnswer {
  private ErrorAnswer() {}

  static ApiException of(Reply reply, HttpMethod method, String url) {
    return new ODataError(reply, method.name(), url);
  }
}
