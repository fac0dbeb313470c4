package com.microsoft.graph.runtime;

import java.util.Map;
import java.util.function.IntPredicate;

/** Classes of characters in ECMA 262 regular expressions. */
final class CharacterClasses {
  private static final Map<String, String> LONG_CATEGORIES =
      Map.of(
          "Letter", "L",
          "Lowercase_Letter", "Ll",
          "Uppercase_Letter", "Lu",
          "Mark", "M",
          "Number", "N",
          "Decimal_Number", "Nd",
          "Punctuation", "P",
          "Symbol", "S",
          "Separator", "Z",
          "Space_Separator", "Zs");

  /** The major categories and, behind each, what refines it. */
  private static final Map<String, String> CATEGORIES =
      Map.of(
          "L", "ultmo", "M", "nce", "N", "dlo", "P", "cdseifo", "S", "mcko", "Z", "slp", "C",
          "cfson");

  private static final String LINE_ENDS = "\n\r\u2028\u2029";
  private static final String SPACES = "\t\u000b\f \u00a0\ufeff" + LINE_ENDS;

  private CharacterClasses() {}

  /** The class of the escape {@code \d}, {@code \w}, {@code \s} or their negations, or null. */
  static @Nullable IntPredicate named(int letter) {
    switch (letter) {
      case 'd':
        return CharacterClasses::isDigit;
      case 'D':
        return character -> !isDigit(character);
      case 'w':
        return CharacterClasses::isWord;
      case 'W':
        return character -> !isWord(character);
      case 's':
        return CharacterClasses::isSpace;
      case 'S':
        return character -> !isSpace(character);
      default:
        return null;
    }
  }

  static boolean isWord(int character) {
    return character < 128 && (Character.isLetterOrDigit(character) || character == '_');
  }

  static boolean isDigit(int character) {
    return '0' <= character && character <= '9';
  }

  private static boolean isSpace(int character) {
    return SPACES.indexOf(character) >= 0
        || Character.getType(character) == Character.SPACE_SEPARATOR;
  }

  static boolean isNoLineEnd(int character) {
    return LINE_ENDS.indexOf(character) < 0;
  }

  /** The class of a Unicode category by its short or long name, or null. */
  static @Nullable IntPredicate category(String given) {
    String name = LONG_CATEGORIES.getOrDefault(given, given);
    String minors = CATEGORIES.get(name.substring(0, 1));
    boolean known =
        minors != null
            && (name.length() == 1 || (name.length() == 2 && minors.contains(name.substring(1))));
    return known ? character -> categoryOf(character).startsWith(name) : null;
  }

  private static String categoryOf(int character) {
    switch (Character.getType(character)) {
      case Character.UPPERCASE_LETTER:
        return "Lu";
      case Character.LOWERCASE_LETTER:
        return "Ll";
      case Character.TITLECASE_LETTER:
        return "Lt";
      case Character.MODIFIER_LETTER:
        return "Lm";
      case Character.OTHER_LETTER:
        return "Lo";
      case Character.NON_SPACING_MARK:
        return "Mn";
      case Character.COMBINING_SPACING_MARK:
        return "Mc";
      case Character.ENCLOSING_MARK:
        return "Me";
      case Character.DECIMAL_DIGIT_NUMBER:
        return "Nd";
      case Character.LETTER_NUMBER:
        return "Nl";
      case Character.OTHER_NUMBER:
        return "No";
      case Character.CONNECTOR_PUNCTUATION:
        return "Pc";
      case Character.DASH_PUNCTUATION:
        return "Pd";
      case Character.START_PUNCTUATION:
        return "Ps";
      case Character.END_PUNCTUATION:
        return "Pe";
      case Character.INITIAL_QUOTE_PUNCTUATION:
        return "Pi";
      case Character.FINAL_QUOTE_PUNCTUATION:
        return "Pf";
      case Character.OTHER_PUNCTUATION:
        return "Po";
      case Character.MATH_SYMBOL:
        return "Sm";
      case Character.CURRENCY_SYMBOL:
        return "Sc";
      case Character.MODIFIER_SYMBOL:
        return "Sk";
      case Character.OTHER_SYMBOL:
        return "So";
      case Character.SPACE_SEPARATOR:
        return "Zs";
      case Character.LINE_SEPARATOR:
        return "Zl";
      case Character.PARAGRAPH_SEPARATOR:
        return "Zp";
      case Character.CONTROL:
        return "Cc";
      case Character.FORMAT:
        return "Cf";
      case Character.SURROGATE:
        return "Cs";
      case Character.PRIVATE_USE:
        return "Co";
      default:
        return "Cn";
    }
  }
}
