package io.holdfast.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerTests {

  @TempDir Path folder;

  @Test
  void aPathMayHoldAnyLetter() throws Exception {
    Path file = folder.resolve("server.properties");
    String path = "/home/Jürgen \\ Söhne/a=b #1: data";

    Broker.write(List.of("node.id=1", "log.dirs=" + path), file);

    Properties read = new Properties();
    try (InputStream in = Files.newInputStream(file)) {
      read.load(in);
    }
    assertThat(read).hasSize(2).containsEntry("log.dirs", path).containsEntry("node.id", "1");
  }
}
