import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs google-java-format over every Java source below a folder, in one process.
 *
 * <p>{@code check} names the files that differ and fails; {@code apply} rewrites them. Started by the parent POM with the
 * toolchain's JDK, because formatters that run inside Maven fail when Maven itself runs on JDK 17.
 */
class Format {
  public static void main(String[] args) throws IOException {
    List<String> sources = new ArrayList<>();
    List<String> command = new ArrayList<>();
    if (args[0].equals("apply")) {
      command.add("--replace");
    } else {
      command.addAll(List.of("--dry-run", "--set-exit-if-changed"));
    }
    try (var files = Files.walk(Path.of(args[1]))) {
      files
          .filter(file -> file.toString().endsWith(".java") && file.toString().contains("/src/"))
          .filter(file -> !file.toString().contains("/target/"))
          .map(Path::toString)
          .sorted()
          .forEach(sources::add);
    }
    if (sources.isEmpty()) {
      return;
    }
    command.addAll(sources);
    Main.main(command.toArray(String[]::new));
  }
}
