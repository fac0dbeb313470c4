import com.google.googlejavaformat.java.Formatter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Prints the files that google-java-format would change; the first argument names a file that lists
 * them. With a second argument they are rewritten.
 */
public final class FormatCheck {
  private FormatCheck() {}

  public static void main(String[] arguments) throws Exception {
    List<String> names = Files.readAllLines(Path.of(arguments[0]));
    Formatter formatter = new Formatter();
    names.parallelStream()
        .forEach(
            name -> {
              try {
                Path path = Path.of(name);
                String text = Files.readString(path);
                String formatted = formatter.formatSourceAndFixImports(text);
                if (!formatted.equals(text)) {
                  if (arguments.length > 1) {
                    Files.writeString(path, formatted);
                  }
                  report(name, text.split("\n", -1), formatted.split("\n", -1));
                }
              } catch (Exception error) {
                System.out.println(name + ": " + error);
              }
            });
  }

  private static void report(String name, String[] ours, String[] theirs) {
    int at = 0;
    while (at < Math.min(ours.length, theirs.length) && ours[at].equals(theirs[at])) {
      at++;
    }
    String[] shown = Arrays.copyOfRange(theirs, Math.min(at, theirs.length), at + 1);
    System.out.println(name + ":" + (at + 1) + ": " + shown[0]);
  }
}
