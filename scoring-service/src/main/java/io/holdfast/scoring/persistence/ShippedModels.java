package io.holdfast.scoring.persistence;

import io.holdfast.scoring.model.JourneyRules;
import io.holdfast.scoring.publishing.ModelDocuments.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The models that come with Holdfast, as data. A tenant without own models starts with them. */
final class ShippedModels {

  private static final List<String> NAMES = List.of("enterprise-v1");

  private static final List<String> OFFERED =
      List.of("enterprise-v1", "enterprise-v2", "starter-v1", "full-relationship-v1");

  /** Of every model that says nothing of its own. */
  private static final JourneyRules JOURNEY = journey("journey-v1");

  private ShippedModels() {}

  static JourneyRules journey() {
    return JOURNEY;
  }

  private static JourneyRules journey(String name) {
    List<Fault> faults = new ArrayList<>();
    return JourneyReader.read(new Pointed(Json.tree(text(name)), "", faults))
        .orElseThrow(() -> new IllegalStateException("Not the rules of a journey: " + faults));
  }

  static List<ModelDocument> all() {
    return NAMES.stream().map(ShippedModels::read).toList();
  }

  /** Also those that no tenant starts with. */
  static Optional<ModelDocument> find(String id) {
    return OFFERED.contains(id) ? Optional.of(read(id)) : Optional.empty();
  }

  static int newestVersion(String key) {
    return OFFERED.stream()
        .map(ShippedModels::read)
        .filter(document -> document.model().key().equals(key))
        .mapToInt(document -> document.model().version())
        .max()
        .orElse(0);
  }

  static ModelDocument read(String name) {
    return ModelDocument.parse(text(name));
  }

  static String schema() {
    return text("scoring-model.schema");
  }

  static String text(String name) {
    String resource = "/scoring-models/" + name + ".json";
    try (InputStream in = ShippedModels.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("There is no " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
