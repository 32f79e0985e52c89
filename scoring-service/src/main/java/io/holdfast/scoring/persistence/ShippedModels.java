package io.holdfast.scoring.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The models that come with Holdfast, as data. A tenant without own models starts with them. */
final class ShippedModels {

  private static final List<String> NAMES = List.of("enterprise-v1");

  private ShippedModels() {}

  static List<ModelDocument> all() {
    return NAMES.stream().map(ShippedModels::read).toList();
  }

  static ModelDocument read(String name) {
    String resource = "/scoring-models/" + name + ".json";
    try (InputStream in = ShippedModels.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("There is no " + resource);
      }
      return ModelDocument.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
