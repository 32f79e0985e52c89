package io.holdfast.local.state;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Names and values in a file that only its owner can read. Each change replaces the file whole, and
 * no change is lost to another one, also of another process.
 */
public final class KeptValues {

  private final Path file;
  private final Alone alone;

  public KeptValues(Path file) {
    this.file = file;
    this.alone = new Alone(file.resolveSibling("." + file.getFileName() + ".lock"));
  }

  public Map<String, String> all() {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (NoSuchFileException _) {
      return Map.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> values = new TreeMap<>();
    properties.stringPropertyNames().forEach(n -> values.put(n, properties.getProperty(n)));
    return values;
  }

  public Optional<String> get(String name) {
    return Optional.ofNullable(all().get(name));
  }

  /** The value kept under the name, made and kept the first time. */
  public String computeIfAbsent(String name, Supplier<String> maker) {
    return get(name)
        .orElseGet(
            () ->
                alone.run(
                    () -> {
                      String value = get(name).orElseGet(maker);
                      put(name, value);
                      return value;
                    }));
  }

  public void put(String name, String value) {
    alone.run(
        () -> {
          Map<String, String> values = new TreeMap<>(all());
          values.put(name, value);
          replace(values);
          return value;
        });
  }

  public void replace(Map<String, String> values) {
    Properties properties = new Properties();
    properties.putAll(values);
    StringWriter text = new StringWriter();
    try {
      properties.store(text, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    WholeFile.write(file, text.toString());
  }
}
