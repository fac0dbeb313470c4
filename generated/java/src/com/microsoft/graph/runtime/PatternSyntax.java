package com.microsoft.graph.runtime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads ECMA 262 regular expressions (section 22.2.1, with annex B.1.2) into a tree. One position
 * that only moves on.
 */
final class PatternSyntax {
  private static final int MAX_NESTING = 50;
  private static final int MAX_REPEATS = 2_000;
  private static final int END = -1;
  private static final Pattern QUANTIFIER = Pattern.compile("\\{([0-9]+)(,([0-9]*))?}");
  private static final Pattern CATEGORY =
      Pattern.compile("\\{(?:General_Category=|gc=)?([A-Za-z_]+)}");

  private final int[] pattern;
  private int at;

  private PatternSyntax(String pattern) {
    this.pattern = pattern.codePoints().toArray();
  }

  /** The tree; throws where the pattern is not of the dialect handled here. */
  static PatternNode parse(String pattern) {
    PatternSyntax parser = new PatternSyntax(pattern);
    PatternNode node = parser.alternation(0);
    if (parser.at < parser.pattern.length) {
      throw new UnsupportedPatternException("unbalanced parenthesis");
    }
    return node;
  }

  private int peek() {
    return at < pattern.length ? pattern[at] : END;
  }

  private int take() {
    if (at >= pattern.length) {
      throw new UnsupportedPatternException("unexpected end");
    }
    return pattern[at++];
  }

  private boolean isNext(String text, int from) {
    for (int index = 0; index < text.length(); index++) {
      if (from + index >= pattern.length || pattern[from + index] != text.charAt(index)) {
        return false;
      }
    }
    return true;
  }

  private boolean skip(String text) {
    boolean found = isNext(text, at);
    at += found ? text.length() : 0;
    return found;
  }

  /** What a fixed expression finds at the position, which moves behind it; null for nothing. */
  private @Nullable Matcher match(Pattern wanted) {
    String rest = new String(pattern, at, Math.min(pattern.length - at, 64));
    Matcher found = wanted.matcher(rest);
    if (!found.lookingAt()) {
      return null;
    }
    at += found.end();
    return found;
  }

  private PatternNode alternation(int nesting) {
    if (nesting > MAX_NESTING) {
      throw new UnsupportedPatternException("nested too deeply");
    }
    List<PatternNode> branches = new ArrayList<>();
    branches.add(sequence(nesting));
    while (skip("|")) {
      branches.add(sequence(nesting));
    }
    return branches.size() == 1 ? branches.get(0) : new PatternNode.Alternation(branches);
  }

  private PatternNode sequence(int nesting) {
    List<PatternNode> items = new ArrayList<>();
    while (peek() != END && peek() != '|' && peek() != ')') {
      items.add(quantified(term(nesting)));
    }
    return new PatternNode.Sequence(items);
  }

  private PatternNode term(int nesting) {
    int character = take();
    switch (character) {
      case '^':
        return new PatternNode.Assertion(PatternNode.Condition.START);
      case '$':
        return new PatternNode.Assertion(PatternNode.Condition.END);
      case '(':
        return group(nesting);
      case '[':
        return new PatternNode.AnyOf(characterClass());
      case '.':
        return new PatternNode.AnyOf(CharacterClasses::isNoLineEnd);
      case '\\':
        if (skip("b")) {
          return new PatternNode.Assertion(PatternNode.Condition.BOUNDARY);
        }
        if (skip("B")) {
          return new PatternNode.Assertion(PatternNode.Condition.NO_BOUNDARY);
        }
        return new PatternNode.AnyOf(escape(false));
      case '*':
      case '+':
      case '?':
        throw new UnsupportedPatternException("nothing to repeat");
      default:
        return new PatternNode.AnyOf(other -> other == character);
    }
  }

  private PatternNode group(int nesting) {
    boolean ahead = skip("?=");
    boolean negated = !ahead && skip("?!");
    if (!ahead && !negated) {
      if (skip("?<")) {
        if (peek() == '=' || peek() == '!') {
          throw new UnsupportedPatternException("look-behind");
        }
        while (take() != '>') {}
      } else if (!skip("?:") && peek() == '?') {
        throw new UnsupportedPatternException("unknown group");
      }
    }
    PatternNode inner = alternation(nesting + 1);
    if (!skip(")")) {
      throw new UnsupportedPatternException("unbalanced parenthesis");
    }
    return ahead || negated ? new PatternNode.Look(inner, negated) : inner;
  }

  private PatternNode quantified(PatternNode node) {
    int least = 0;
    int most = -1;
    if (skip("+")) {
      least = 1;
    } else if (skip("?")) {
      most = 1;
    } else if (!skip("*")) {
      Matcher found = match(QUANTIFIER);
      if (found == null) {
        return node;
      }
      String last = found.group(3) == null ? "" : found.group(3);
      if (found.group(1).length() > 6 || last.length() > 6) {
        throw new UnsupportedPatternException("too many repeats");
      }
      least = Integer.parseInt(found.group(1));
      if (found.group(2) == null) {
        most = least;
      } else {
        most = last.isEmpty() ? -1 : Integer.parseInt(last);
      }
      if (!last.isEmpty() && most < least) {
        throw new UnsupportedPatternException("too many repeats");
      }
    }
    if (node instanceof PatternNode.Assertion) {
      throw new UnsupportedPatternException("nothing to repeat");
    }
    if (least > MAX_REPEATS || most > MAX_REPEATS) {
      throw new UnsupportedPatternException("too many repeats");
    }
    skip("?");
    if (peek() == '*' || peek() == '+' || peek() == '?') {
      throw new UnsupportedPatternException("nothing to repeat");
    }
    return new PatternNode.Repeat(node, least, most);
  }

  private boolean isCategoryNext() {
    return (peek() == 'p' || peek() == 'P') && isNext("{", at + 1);
  }

  /** What a backslash, already taken, and what follows it accept. */
  private IntPredicate escape(boolean inClass) {
    IntPredicate named = CharacterClasses.named(peek());
    if (named != null) {
      at++;
      return named;
    }
    if (isCategoryNext()) {
      boolean negated = take() == 'P';
      IntPredicate category = category();
      return negated ? category.negate() : category;
    }
    int character = escapedCharacter(inClass);
    return other -> other == character;
  }

  private int escapedCharacter(boolean inClass) {
    int character = take();
    if (character == 'b' && inClass) {
      return '\b';
    }
    boolean digitFollows = peek() != END && Character.isDigit(peek());
    if (character == '0' && digitFollows) {
      throw new UnsupportedPatternException("octal escape");
    }
    switch (character) {
      case 't':
        return '\t';
      case 'n':
        return '\n';
      case 'v':
        return 0x0b;
      case 'f':
        return '\f';
      case 'r':
        return '\r';
      case '0':
        return 0;
      case 'c':
        int letter = take();
        if (letter >= 128 || !Character.isLetter(letter)) {
          throw new UnsupportedPatternException("malformed escape");
        }
        return letter % 32;
      case 'x':
        return codePoint(2);
      case 'u':
        return unicodeEscape();
      default:
        if (Character.isDigit(character) || character == 'k') {
          throw new UnsupportedPatternException("back reference");
        }
        return character;
    }
  }

  private int unicodeEscape() {
    if (skip("{")) {
      StringBuilder digits = new StringBuilder();
      for (int character = take(); character != '}'; character = take()) {
        digits.appendCodePoint(character);
      }
      return character(digits.toString());
    }
    int first = codePoint(4);
    if (0xd800 <= first && first <= 0xdbff && skip("\\u")) {
      int second = codePoint(4);
      if (second < 0xdc00 || second > 0xdfff) {
        throw new UnsupportedPatternException("unpaired surrogate");
      }
      return Character.toCodePoint((char) first, (char) second);
    }
    return first;
  }

  private int codePoint(int length) {
    if (at + length > pattern.length) {
      throw new UnsupportedPatternException("malformed escape");
    }
    String digits = new String(pattern, at, length);
    at += length;
    return character(digits);
  }

  private static int character(String digits) {
    if (!digits.matches("[0-9A-Fa-f]{1,6}") || Integer.parseInt(digits, 16) > 0x10ffff) {
      throw new UnsupportedPatternException("malformed escape");
    }
    return Integer.parseInt(digits, 16);
  }

  private IntPredicate category() {
    Matcher found = match(CATEGORY);
    IntPredicate category = found == null ? null : CharacterClasses.category(found.group(1));
    if (category == null) {
      throw new UnsupportedPatternException("unknown Unicode property");
    }
    return category;
  }

  private IntPredicate characterClass() {
    boolean negated = skip("^");
    Set<Integer> singles = new HashSet<>();
    List<int[]> ranges = new ArrayList<>();
    List<IntPredicate> kinds = new ArrayList<>();
    while (!skip("]")) {
      int low = classItem(kinds);
      if (peek() == '-' && !isNext("-]", at)) {
        at++;
        int high = classItem(kinds);
        if (low == END || high == END) {
          singles.add(low);
          singles.add((int) '-');
          singles.add(high);
        } else if (low > high) {
          throw new UnsupportedPatternException("range out of order");
        } else {
          ranges.add(new int[] {low, high});
        }
      } else {
        singles.add(low);
      }
    }
    return character ->
        negated
            != (singles.contains(character)
                || ranges.stream().anyMatch(r -> r[0] <= character && character <= r[1])
                || kinds.stream().anyMatch(kind -> kind.test(character)));
  }

  /** The next character of a class; {@code END} for a class escape, now among `kinds`. */
  private int classItem(List<IntPredicate> kinds) {
    int character = take();
    if (character != '\\') {
      return character;
    }
    if (CharacterClasses.named(peek()) != null || isCategoryNext()) {
      kinds.add(escape(true));
      return END;
    }
    return escapedCharacter(true);
  }
}
