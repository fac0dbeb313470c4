package shop.runtime;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes arguments of JSON: what a caller would write. */
final class Arguments {
  private Arguments() {}

  static Object of(Object json, Type wanted) throws ReflectiveOperationException {
    if (json == null) {
      return null;
    }
    if (wanted instanceof ParameterizedType) {
      ParameterizedType generic = (ParameterizedType) wanted;
      Type inner = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
      if (json instanceof Map) {
        Map<String, Object> made = new LinkedHashMap<>();
        for (Map.Entry<?, ?> member : ((Map<?, ?>) json).entrySet()) {
          made.put((String) member.getKey(), of(member.getValue(), inner));
        }
        return made;
      }
      List<Object> made = new ArrayList<>();
      for (Object item : (List<?>) json) {
        made.add(of(item, inner));
      }
      return made;
    }
    Class<?> cls = (Class<?>) wanted;
    if (cls == String.class || cls == Object.class) {
      return json instanceof Number && cls == String.class ? json.toString() : json;
    }
    if (cls == Long.class) {
      return ((Number) json).longValue();
    }
    if (cls == Integer.class) {
      return ((Number) json).intValue();
    }
    if (cls == Double.class) {
      return ((Number) json).doubleValue();
    }
    if (cls == OffsetDateTime.class) {
      return OffsetDateTime.parse((String) json);
    }
    if (cls == InputStream.class) {
      return new ByteArrayInputStream(bytes(json));
    }
    if (cls == FileContent.class) {
      return file((Map<?, ?>) json);
    }
    if (OpenEnum.class.isAssignableFrom(cls)) {
      return cls.getMethod("forValue", String.class).invoke(null, json);
    }
    if (Model.class.isAssignableFrom(cls)) {
      return model(cls, (Map<?, ?>) json);
    }
    Codec<?> codec = (Codec<?>) cls.getField("TYPE").get(null);
    return codec.read(json);
  }

  private static byte[] bytes(Object json) {
    return Base64.getDecoder().decode((String) ((Map<?, ?>) json).get("base64"));
  }

  private static FileContent file(Map<?, ?> json) {
    FileContent made = FileContent.of(bytes(json));
    if (json.get("file name") != null) {
      made = made.named((String) json.get("file name"));
    }
    return json.get("media type") == null ? made : made.typed((String) json.get("media type"));
  }

  /** A model whose files are files; all else is as it would be read. */
  private static Model model(Class<?> cls, Map<?, ?> json) throws ReflectiveOperationException {
    ModelType<?> type = (ModelType<?>) cls.getField("TYPE").get(null);
    Model made = type.create();
    for (Map.Entry<?, ?> member : json.entrySet()) {
      Object value = member.getValue();
      if (value instanceof List
          && !((List<?>) value).isEmpty()
          && isFile(((List<?>) value).get(0))) {
        List<FileContent> files = new ArrayList<>();
        for (Object each : (List<?>) value) {
          files.add(file((Map<?, ?>) each));
        }
        made.data().put((String) member.getKey(), new HeldList<>(files, FileContent.TYPE));
      } else if (isFile(value)) {
        made.data().put((String) member.getKey(), file((Map<?, ?>) value));
      } else {
        made.putJsonValue((String) member.getKey(), value);
      }
    }
    return made;
  }

  private static boolean isFile(Object value) {
    return value instanceof Map && ((Map<?, ?>) value).containsKey("base64");
  }
}
