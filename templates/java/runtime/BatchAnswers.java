package edmundruntime.runtime;

import java.util.List;
import java.util.Map;

/** The answers of a batch, each of which is read by its request. */
public final class BatchAnswers {
  private final List<RequestInformation<?>> requests;
  private final Map<Integer, Reply> replies;

  BatchAnswers(List<RequestInformation<?>> requests, Map<Integer, Reply> replies) {
    this.requests = requests;
    this.replies = Map.copyOf(replies);
  }

  /** How many requests there were. */
  public int size() {
    return requests.size();
  }

  /**
   * The answer of one request.
   *
   * @param <T> what is answered
   * @param request one of the batch
   * @return what is answered; null for no content
   * @throws ApiException when the service answered it with an error status
   * @throws UnexpectedAnswerException when the service gave no answer to it
   */
  public @Nullable <T> T get(RequestInformation<T> request) {
    int place = 0;
    for (RequestInformation<?> own : requests) {
      if (own == request) {
        return read(request, replies.get(place));
      }
      place++;
    }
    throw new IllegalArgumentException("that request is not of this batch");
  }

  private static @Nullable <T> T read(RequestInformation<T> request, @Nullable Reply reply) {
    if (reply == null) {
      throw new UnexpectedAnswerException(
          "the service gave no answer to this request of the batch");
    }
    int status = reply.status();
    if (status == 304 && request.getHeaders().containsKey("if-none-match")) {
      return null;
    }
    if (status >= 300) {
      throw ErrorAnswer.of(reply, request.getHttpMethod(), request.getUrl());
    }
    return request.answer().read(reply);
  }
}
