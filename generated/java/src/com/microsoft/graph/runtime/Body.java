package com.microsoft.graph.runtime;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is sent: it is checked and encoded before the request is made. */
public abstract class Body {
  private static final String STREAM = "application/octet-stream";
  static final String JSON = "application/json";

  Body() {}

  abstract String mediaType();

  /** The type that the service expects; null where the schema says none. */
  @Nullable
  ModelType<?> declared() {
    return null;
  }

  /**
   * What is sent.
   *
   * @param validate whether the value is checked first
   * @param whole whether changes of what was read are sent with all that did not change
   */
  abstract Payload content(boolean validate, boolean whole);

  /**
   * A new object.
   *
   * @param <T> the class
   * @param model the object
   * @param declared the type that the service expects
   * @return the body
   */
  public static <T extends Model> Body create(T model, ModelType<T> declared) {
    return new Models(List.of(model), declared, WriteOperation.CREATE, false);
  }

  /**
   * The changes of an object: of one that was read, what is no longer as it was; of a new one, what
   * is set.
   *
   * @param <T> the class
   * @param model the object
   * @param declared the type that the service expects
   * @return the body
   */
  public static <T extends Model> Body update(T model, ModelType<T> declared) {
    return new Models(List.of(model), declared, WriteOperation.UPDATE, false);
  }

  /**
   * The parameters of an action, or a reference.
   *
   * @param <T> the class
   * @param model the parameters
   * @return the body
   */
  public static <T extends Model> Body parameters(T model) {
    return new Models(List.of(model), model.type(), null, false);
  }

  /**
   * A collection as a whole.
   *
   * @param <T> the class of items
   * @param models the items
   * @param declared the type that the service expects
   * @return the body
   */
  public static <T extends Model> Body collection(List<T> models, ModelType<T> declared) {
    return new Models(models, declared, WriteOperation.UPDATE, true);
  }

  /**
   * Bytes of a stream. What is short is held and can be sent again; anything else is sent as it
   * comes, and once.
   *
   * @param content where they come from; the caller closes it when there is an answer
   * @return the body
   * @throws UncheckedIOException when they cannot be read
   */
  public static Body stream(InputStream content) {
    return new Bytes(Payload.of(content), STREAM);
  }

  /**
   * JSON of any form.
   *
   * @param value maps, lists, texts, numbers, booleans, null, and models inside
   * @return the body
   */
  public static Body any(@Nullable Object value) {
    return new Body() {
      @Override
      String mediaType() {
        return JSON;
      }

      @Override
      Payload content(boolean validate, boolean whole) {
        return Payload.of(JsonWriter.text(value, null).getBytes(StandardCharsets.US_ASCII));
      }
    };
  }

  /** Bytes of a media type. */
  static Body bytes(byte[] content, String mediaType) {
    return new Bytes(Payload.of(content), mediaType);
  }

  private static final class Bytes extends Body {
    private final Payload content;
    private final String mediaType;

    Bytes(Payload content, String mediaType) {
      this.content = content;
      this.mediaType = mediaType;
    }

    @Override
    String mediaType() {
      return mediaType;
    }

    @Override
    Payload content(boolean validate, boolean whole) {
      return content;
    }
  }

  private static final class Models extends Body {
    private final List<? extends Model> models;
    private final ModelType<?> declared;
    private final @Nullable WriteOperation operation;
    private final boolean many;

    Models(
        List<? extends Model> models,
        ModelType<?> declared,
        @Nullable WriteOperation operation,
        boolean many) {
      this.models = models;
      this.declared = declared;
      this.operation = operation;
      this.many = many;
    }

    @Override
    String mediaType() {
      return JSON;
    }

    @Override
    ModelType<?> declared() {
      return declared;
    }

    @Override
    Payload content(boolean validate, boolean whole) {
      boolean changes = operation == WriteOperation.UPDATE && !many && !whole;
      List<? extends Model> sent = changes ? List.of(changed(models.get(0))) : models;
      if (validate) {
        sent.forEach(model -> Validator.checkBeforeSending(model, operation));
      }
      String text =
          many ? JsonWriter.collection(sent, declared) : JsonWriter.text(sent.get(0), declared);
      return Payload.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** What was changed of a model that was read; a model of one's own as it is. */
    private static Model changed(Model model) {
      if (!model.isOfAnswer()) {
        return model;
      }
      Model changes = model.type().create();
      changes.data().putAll(model.changes());
      return changes;
    }
  }
}
