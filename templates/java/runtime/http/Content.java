package edmundruntime.runtime;

/** A body as it is sent. */
final class Content {
  final String mediaType;
  final Payload payload;

  Content(String mediaType, byte[] bytes) {
    this(mediaType, Payload.of(bytes));
  }

  Content(String mediaType, Payload payload) {
    this.mediaType = mediaType;
    this.payload = payload;
  }
}
