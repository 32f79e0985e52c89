package io.holdfast.local.process;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How to run one part of the platform, and how to see that it is ready. */
public record Part(
    String name,
    String version,
    int port,
    List<String> command,
    Map<String, String> environment,
    Readiness readiness,
    StopSignal stopSignal) {

  private static final String FASTER = "-XX:AOTCache";

  /** The signal on which a part ends in good order. */
  public enum StopSignal {
    TERM,
    INT
  }

  public Part {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** Tells whether a process that is found running does what this would do. */
  String fingerprint() {
    try {
      List<String> essential = command.stream().filter(word -> !word.startsWith(FASTER)).toList();
      String text = essential + "\n" + new TreeMap<>(environment);
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
