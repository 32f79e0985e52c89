package io.holdfast.local.command;

import io.holdfast.local.Misuse;
import io.holdfast.local.Refusal;
import io.holdfast.local.platform.Instance;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** Runs the command named by the first argument. */
public final class Main {

  private static final int REFUSED = 1;
  private static final int MISUSED = 2;
  private static final int INTERRUPTED = 130;

  private final String name;
  private final Command command;
  private final PrintStream out;
  private final PrintStream err;

  Main(String name, Command command, PrintStream out, PrintStream err) {
    this.name = name;
    this.command = command;
    this.out = out;
    this.err = err;
  }

  public static void main(String[] arguments) {
    String name = arguments[0];
    Command command = command(name, Instance.ofEnvironment(), System.out);
    List<String> words = Arrays.asList(arguments).subList(1, arguments.length);
    System.exit(new Main(name, command, System.out, System.err).run(words));
  }

  static Command command(String name, Instance instance, PrintStream out) {
    return switch (name) {
      case "up" -> new Up(instance, out);
      case "down" -> new Down(instance, out);
      case "status" -> new Status(instance, out);
      case "mail" -> new Mail(instance, out);
      case "clock" -> new ClockCommand(instance, out);
      case "token" -> new Token(instance, out);
      default -> throw new IllegalArgumentException("There is no command '" + name + "'");
    };
  }

  /** The exit code; what went wrong is said in one sentence, and never where answers belong. */
  int run(List<String> words) {
    if (words.contains("--help") || words.contains("-h")) {
      out.println("usage: " + command.usage());
      return 0;
    }
    try {
      return command.run(words);
    } catch (Misuse misuse) {
      complain(misuse.sentence());
      err.println("usage: " + command.usage());
      return MISUSED;
    } catch (Refusal refusal) {
      complain(refusal.sentence());
      return REFUSED;
    } catch (UncheckedIOException failure) {
      complain("A file cannot be read or written: " + failure.getCause() + ".");
      return REFUSED;
    } catch (InterruptedException _) {
      return INTERRUPTED;
    }
  }

  private void complain(String sentence) {
    err.println(name + ": " + sentence);
  }
}
