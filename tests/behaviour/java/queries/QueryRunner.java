package vectors.runtime;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import vectors.queries.ProductPath;

/** Writes the trees of the vectors as a user of the client would, and tells the texts. */
public final class QueryRunner {
  private static final Map<String, String> FUNCTIONS =
      Map.of(
          "startswith", "startsWith",
          "endswith", "endsWith",
          "indexof", "indexOf",
          "tolower", "toLower",
          "toupper", "toUpper",
          "fractionalseconds", "fractionalSeconds",
          "totaloffsetminutes", "totalOffsetMinutes",
          "totalseconds", "totalSeconds",
          "geo.distance", "distance");

  private final Map<String, Object> variables = new HashMap<>();

  private QueryRunner() {}

  public static void main(String[] arguments) throws Exception {
    List<Object> texts = new ArrayList<>();
    for (Object each : (List<?>) Json.parse(Files.readString(Path.of(arguments[0])))) {
      ListQueryParameters asked = new ListQueryParameters();
      try {
        new QueryRunner().ask((Map<?, ?>) each, asked);
        texts.add(java.net.URLDecoder.decode(asked.text().replace("+", "%2B"), "UTF-8"));
      } catch (Exception error) {
        if (!isRefusal(error)) {
          throw error;
        }
        texts.add(null);
      }
    }
    System.out.println(JsonWriter.text(texts, null));
  }

  private static boolean isRefusal(Throwable error) {
    return error != null && (error instanceof QueryException || isRefusal(error.getCause()));
  }

  private void ask(Map<?, ?> vector, ListQueryParameters asked) throws Exception {
    if (vector.containsKey("expression")) {
      asked.filter((Condition) value(vector.get("expression")));
    } else if (vector.containsKey("orderby")) {
      asked.orderby(orders(vector.get("orderby")));
    } else if (vector.containsKey("select")) {
      asked.select(selected(vector.get("select"), new ProductPath()));
    } else {
      asked.expand(expanded(vector.get("expand"), new ProductPath()));
    }
  }

  private QueryTerm[] orders(Object items) throws Exception {
    return orders(items, new ProductPath());
  }

  private QueryTerm[] orders(Object items, Object from) throws Exception {
    List<QueryTerm> found = new ArrayList<>();
    for (Object each : (List<?>) items) {
      List<?> pair = (List<?>) each;
      ValueExpression<?> value = (ValueExpression<?>) value(pair.get(0), from);
      found.add("desc".equals(pair.get(1)) ? value.desc() : value);
    }
    return found.toArray(new QueryTerm[0]);
  }

  private QueryTerm[] selected(Object items, Object from) throws Exception {
    List<QueryTerm> found = new ArrayList<>();
    for (Object each : (List<?>) items) {
      found.add((QueryTerm) at((String) each, from));
    }
    return found.toArray(new QueryTerm[0]);
  }

  private QueryTerm[] expanded(Object items, Object from) throws Exception {
    List<QueryTerm> found = new ArrayList<>();
    for (Object each : (List<?>) items) {
      Map<?, ?> asked = (Map<?, ?>) each;
      RelatedPath path = (RelatedPath) at((String) asked.get("path"), from);
      if (asked.size() == 1) {
        found.add(path);
        continue;
      }
      Object inner = path instanceof CollectionPath ? new ProductPath() : fresh(path);
      Expansion expansion = path.expand();
      if (asked.containsKey("filter")) {
        expansion = expansion.filter((Condition) value(asked.get("filter"), inner));
      }
      if (asked.containsKey("orderby")) {
        expansion = expansion.orderby(orders(asked.get("orderby"), inner));
      }
      if (asked.containsKey("select")) {
        expansion = expansion.select(selected(asked.get("select"), inner));
      }
      if (asked.containsKey("expand")) {
        expansion = expansion.expand(expanded(asked.get("expand"), inner));
      }
      if (asked.containsKey("top")) {
        expansion = expansion.top(((Number) asked.get("top")).intValue());
      }
      if (asked.containsKey("levels")) {
        expansion = expansion.allLevels();
      }
      found.add(expansion);
    }
    return found.toArray(new QueryTerm[0]);
  }

  private static Object fresh(Object path) throws ReflectiveOperationException {
    return path.getClass().getConstructor().newInstance();
  }

  private Object at(String path, Object from) throws Exception {
    Object at = from;
    for (String step : path.split("/")) {
      if (step.equals("ex.shop.Book")) {
        at = ((ProductPath) at).as(QueryRunner::book);
      } else if (variables.containsKey(step)) {
        at = variables.get(step);
      } else {
        at = method(at, step.toLowerCase(Locale.ROOT), 0).invoke(at);
      }
    }
    return at;
  }

  private static ObjectPath book(QueryTerm.PathTo at) {
    try {
      return (ObjectPath)
          Class.forName("vectors.queries.BookPath")
              .getConstructor(QueryTerm.PathTo.class)
              .newInstance(at);
    } catch (ReflectiveOperationException error) {
      throw new IllegalStateException(error);
    }
  }

  private static OpenEnum member(String text) throws ReflectiveOperationException {
    Class<?> colours = Class.forName("vectors.models.Colour");
    return (OpenEnum) colours.getMethod("forValue", String.class).invoke(null, text);
  }

  private static Method method(Object on, String name, int count) throws NoSuchMethodException {
    for (Method each : on.getClass().getMethods()) {
      if (each.getName().toLowerCase(Locale.ROOT).equals(name)
          && each.getParameterCount() == count) {
        return each;
      }
    }
    throw new NoSuchMethodException(on.getClass() + " " + name);
  }

  private Object value(Object tree) throws Exception {
    return value(tree, new ProductPath());
  }

  private Object value(Object tree, Object from) throws Exception {
    Map.Entry<?, ?> only = ((Map<?, ?>) tree).entrySet().iterator().next();
    String kind = (String) only.getKey();
    Object given = only.getValue();
    switch (kind) {
      case "path":
        return at((String) given, from);
      case "any":
      case "all":
        return quantified(kind, (List<?>) given);
      case "count":
        return ((CollectionPath<?>) at((String) given, from)).count();
      case "not":
        return ((Condition) value(given, from)).not();
      case "negate":
        return ((NumberExpression) value(given, from)).negate();
      case "call":
        return called((List<?>) given, from);
      case "and":
      case "or":
        return joined(kind, (List<?>) given, from);
      case "in":
        return in((List<?>) given, from);
      case "string":
        return given;
      case "number":
        return new BigDecimal((String) given);
      case "boolean":
        return given;
      case "null":
        return null;
      case "guid":
        return UUID.fromString((String) given);
      case "date":
        return LocalDate.parse((String) given);
      case "dateTimeOffset":
        return OffsetDateTime.parse((String) given);
      case "timeOfDay":
        return LocalTime.parse((String) given);
      case "duration":
        return Duration.parse((String) given);
      case "member":
        return member((String) given);
      case "point":
        List<Object> coordinates = new ArrayList<>();
        ((List<?>) given).forEach(each -> coordinates.add(new BigDecimal((String) each)));
        return Map.of("type", "Point", "coordinates", coordinates);
      default:
        List<?> operands = (List<?>) given;
        return operated(kind, value(operands.get(0), from), value(operands.get(1), from));
    }
  }

  private Object quantified(String kind, List<?> given) throws Exception {
    @SuppressWarnings("unchecked") // items are whatever the path says
    CollectionPath<Object> items =
        (CollectionPath<Object>) at((String) given.get(0), new ProductPath());
    if (given.size() == 1) {
      return items.any();
    }
    String variable = (String) given.get(1);
    java.util.function.Function<Object, Condition> condition =
        item -> {
          variables.put(variable, item);
          try {
            return (Condition) value(given.get(2));
          } catch (Exception error) {
            throw new IllegalStateException(error);
          }
        };
    return kind.equals("any") ? items.any(variable, condition) : items.all(variable, condition);
  }

  private Object joined(String kind, List<?> given, Object from) throws Exception {
    Condition all = (Condition) value(given.get(0), from);
    for (Object each : given.subList(1, given.size())) {
      Condition next = (Condition) value(each, from);
      all = kind.equals("and") ? all.and(next) : all.or(next);
    }
    return all;
  }

  private Object in(List<?> given, Object from) throws Exception {
    List<Object> values = new ArrayList<>();
    for (Object each : (List<?>) given.get(1)) {
      values.add(value(each, from));
    }
    @SuppressWarnings("unchecked") // the vectors compare what can be compared
    ValueExpression<Object> left = (ValueExpression<Object>) value(given.get(0), from);
    return left.in(values);
  }

  private Object called(List<?> given, Object from) throws Exception {
    String name = FUNCTIONS.getOrDefault(given.get(0), (String) given.get(0));
    if (name.equals("now")) {
      return Query.now();
    }
    Object on = value(given.get(1), from);
    List<Object> more = new ArrayList<>();
    for (Object each : given.subList(2, given.size())) {
      Object value = value(each, from);
      more.add(value instanceof BigDecimal ? ((BigDecimal) value).intValueExact() : value);
    }
    for (Method each : on.getClass().getMethods()) {
      if (each.getName().equals(name)
          && each.getParameterCount() == more.size()
          && takes(each, more)) {
        return each.invoke(on, more.toArray());
      }
    }
    throw new NoSuchMethodException(name);
  }

  private static boolean takes(Method method, List<Object> values) {
    Class<?>[] types = method.getParameterTypes();
    for (int at = 0; at < types.length; at++) {
      if (!types[at].isPrimitive() && !types[at].isInstance(values.get(at))) {
        return false;
      }
    }
    return true;
  }

  private static Object operated(String kind, Object left, Object right) throws Exception {
    if (left instanceof ObjectPath) {
      return kind.equals("eq") ? ((ObjectPath) left).isNull() : ((ObjectPath) left).isNotNull();
    }
    if (kind.equals("has")) {
      EnumExpression<?> flags = (EnumExpression<?>) left;
      String[] names = ((OpenEnum) right).getValue().split(",");
      Object members = Array.newInstance(right.getClass(), names.length);
      for (int at = 0; at < names.length; at++) {
        Array.set(members, at, member(names[at]));
      }
      return flags
          .getClass()
          .getMethod("has", OpenEnum[].class)
          .invoke(flags, new Object[] {members});
    }
    for (Method each : left.getClass().getMethods()) {
      Class<?>[] types = each.getParameterTypes();
      boolean isValue = right instanceof ValueExpression;
      if (each.getName().equals(kind)
          && types.length == 1
          && !each.isBridge()
          && (isValue
              ? ValueExpression.class.isAssignableFrom(types[0])
              : !ValueExpression.class.isAssignableFrom(types[0]))) {
        return each.invoke(left, right);
      }
    }
    throw new NoSuchMethodException(kind);
  }
}
