package io.holdfast.local.command;

import io.holdfast.local.platform.Instance;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** What somebody needs to know who wants to use a platform that is ready. */
record Welcome(Instance instance, boolean stopsWithUs) {

  String text(double seconds) {
    return """

    Holdfast is ready after %.0f s.

      Console  %s%s
               sign in as ana.rivera@larkfield.example (CSM) or admin@larkfield.example, password demo
      API      curl -s -H "Authorization: Bearer $(%s)" '%s/api/v1/accounts?limit=3'
      Docs     %s/docs
      Stop     %s%s
    """
        .formatted(
            seconds,
            instance.console(),
            furtherDoors(),
            command("token"),
            instance.console(),
            instance.console(),
            stopsWithUs ? "Ctrl-C here, or " : "",
            command("down"));
  }

  private String furtherDoors() {
    return instance.furtherGateways().stream()
        .map(door -> "%n           %s, too".formatted(door))
        .collect(Collectors.joining());
  }

  /** As it can be typed where we were called. */
  private String command(String name) {
    Path command = instance.project().resolve("deploy/local").resolve(name);
    Path here = Path.of("").toAbsolutePath();
    boolean inside = instance.project().equals(here);
    boolean usualState =
        instance.state().root().equals(instance.project().resolve("deploy/local/.state"));
    return (usualState ? "" : "HOLDFAST_STATE=" + quoted(instance.state().root()) + " ")
        + (inside ? here.relativize(command) : quoted(command));
  }

  private static String quoted(Path path) {
    String text = path.toString();
    return text.matches("[\\w./+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
