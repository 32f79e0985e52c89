package io.holdfast.local.command;

import io.holdfast.local.Refusal;
import io.holdfast.local.platform.Instance;
import java.util.Arrays;
import java.util.List;

/** Runs the command named by the first argument. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) throws InterruptedException {
    String command = arguments[0];
    List<String> words = Arrays.asList(arguments).subList(1, arguments.length);
    Instance instance = Instance.ofEnvironment();
    try {
      int outcome =
          switch (command) {
            case "up" -> new Up(instance, System.out).run(words);
            case "down" -> new Down(instance, System.out).run(words);
            case "status" -> new Status(instance, System.out).run(words);
            case "mail" -> new Mail(instance, System.out).run(words);
            case "clock" -> new ClockCommand(instance, System.out).run(words);
            case "token" -> new Token(instance, System.out).run(words);
            default -> throw new Refusal("There is no command '%s'.".formatted(command));
          };
      System.exit(outcome);
    } catch (Refusal refusal) {
      System.err.println(command + ": " + refusal.sentence());
      System.exit(1);
    }
  }
}
