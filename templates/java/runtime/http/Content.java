package edmundruntime.runtime;

/** A body as it is sent. */
final class Content {
  final String mediaType;
  final byte[] bytes;

  Content(String mediaType, byte[] bytes) {
    this.mediaType = mediaType;
    this.bytes = bytes;
  }
}
