package edmundruntime.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file in a form: its bytes, and what it is called. */
public final class FileContent implements WireValue {
  /** How files stand in JSON, which has no place for them but a text. */
  public static final Codec<FileContent> TYPE =
      new Codec<>("a file") {
        @Override
        FileContent read(Object value) {
          if (value instanceof FileContent) {
            return (FileContent) value;
          }
          return of(Temporal.text(value).getBytes(StandardCharsets.UTF_8));
        }
      };

  private final byte[] bytes;
  private final @Nullable String fileName;
  private final @Nullable String contentType;

  private FileContent(byte[] bytes, @Nullable String fileName, @Nullable String contentType) {
    this.bytes = bytes;
    this.fileName = fileName;
    this.contentType = contentType;
  }

  /**
   * Bytes.
   *
   * @param bytes the bytes, which are not copied
   */
  public static FileContent of(byte[] bytes) {
    return new FileContent(bytes, null, null);
  }

  /**
   * What a stream gives; it is read to the end.
   *
   * @param stream where the bytes come from; the caller closes it
   * @throws UncheckedIOException when it cannot be read
   */
  public static FileContent of(InputStream stream) {
    try {
      return of(stream.readAllBytes());
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  /**
   * A file of this machine, under its own name.
   *
   * @param path the file
   * @throws UncheckedIOException when it cannot be read
   */
  public static FileContent of(Path path) {
    try {
      return of(Files.readAllBytes(path)).named(String.valueOf(path.getFileName()));
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  /**
   * The same under a name.
   *
   * @param name the name that the service is told
   */
  public FileContent named(String name) {
    return new FileContent(bytes, name, contentType);
  }

  /**
   * The same with a media type.
   *
   * @param mediaType the media type
   */
  public FileContent typed(String mediaType) {
    return new FileContent(bytes, fileName, mediaType);
  }

  byte[] bytes() {
    return bytes;
  }

  @Nullable
  String fileName() {
    return fileName;
  }

  @Nullable
  String contentType() {
    return contentType;
  }

  @Override
  public Object wire() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "FileContent(" + bytes.length + " bytes)";
  }
}
