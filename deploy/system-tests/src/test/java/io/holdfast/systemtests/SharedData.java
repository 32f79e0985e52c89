package io.holdfast.systemtests;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** Data sets of others that may lie beside the checkout; none of them is part of the project. */
public final class SharedData {
  private SharedData() {}

  /** The file or folder; without it the test is skipped, and says so. */
  public static Path of(LocalPlatform platform, String name) {
    Path data = platform.repository().resolveSibling("shared/data").resolve(name);
    if (!Files.exists(data)) {
      System.out.println("SKIPPED: this test did not run, " + data + " is not there");
      abort(data + " is not beside the checkout");
    }
    return data;
  }
}
