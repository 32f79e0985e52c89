package io.holdfast.ingestion.mapping;

import io.holdfast.ingestion.archive.SetAside;
import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.identity.ErasedNames;
import io.holdfast.ingestion.identity.ErasedNames.Erased;
import io.holdfast.ingestion.identity.TextsOf;
import io.holdfast.ingestion.requests.Json;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Of what cannot be mapped and names somebody who was erased only the shape is kept: without a
 * mapping nobody knows which of its other texts tell of the person. The shape still shows what a
 * mapping would have to say.
 */
@Component
class ErasedDeliveries {
  private static final String WHY = "it names a person who was erased: only its shape is kept";

  private final ErasedNames erasedNames;

  ErasedDeliveries(ErasedNames erasedNames) {
    this.erasedNames = erasedNames;
  }

  Mono<List<SetAside>> masked(List<SetAside> unread) {
    return unread.isEmpty()
        ? Mono.just(unread)
        : erasedNames
            .among(
                () ->
                    unread.stream()
                        .flatMap(one -> TextsOf.all(body(one)).stream())
                        .collect(Collectors.toSet()))
            .map(erased -> unread.stream().map(one -> masked(one, erased)).toList());
  }

  private static JsonNode body(SetAside one) {
    return Json.MAPPER.readTree(one.asItCame().body());
  }

  private static SetAside masked(SetAside one, Erased erased) {
    if (erased.nobody() || TextsOf.all(body(one)).stream().noneMatch(erased::is)) {
      return one;
    }
    Entry entry = one.asItCame();
    return new SetAside(
        new Entry(
            entry.kind(),
            entry.key(),
            entry.accounts(),
            entry.use(),
            entry.time(),
            shape(body(one), erased).toString(),
            entry.knowledge(),
            entry.source(),
            entry.line()),
        one.reason(),
        one.form(),
        WHY);
  }

  static JsonNode shape(JsonNode node, Erased erased) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode shape = JsonNodeFactory.instance.objectNode();
        object
            .properties()
            .forEach(
                member ->
                    shape.set(erased.instead(member.getKey()), shape(member.getValue(), erased)));
        yield shape;
      }
      case ArrayNode array -> {
        ArrayNode shape = JsonNodeFactory.instance.arrayNode();
        array.forEach(item -> shape.add(shape(item, erased)));
        yield shape;
      }
      default -> node.isBoolean() ? node : JsonNodeFactory.instance.nullNode();
    };
  }
}
