package io.holdfast.notification.persistence;

import io.holdfast.notification.alert.AlertKind;
import io.holdfast.notification.alert.Band;
import io.holdfast.notification.play.Play;
import io.holdfast.notification.play.PlayState;
import io.holdfast.notification.play.Step;
import io.holdfast.notification.play.Trigger;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads plays from their JSON. What it does not understand it refuses, rather than run half a play.
 */
final class PlayRows {

  private final JsonMapper json;

  PlayRows(JsonMapper json) {
    this.json = json;
  }

  /** A play as JSON: {@code key, version, name, kind, state, cooldown, trigger, steps, exits}. */
  Play read(String text) {
    JsonNode play = json.readTree(text);
    return new Play(
        play.required("key").asString(),
        play.required("version").asInt(),
        play.required("name").asString(),
        AlertKind.of(play.required("kind").asString()),
        triggers(play.required("trigger")),
        play.required("steps").valueStream().map(PlayRows::step).toList(),
        triggers(play.required("exits")),
        Duration.parse(play.required("cooldown").asString()),
        PlayState.of(play.required("state").asString()));
  }

  private static List<Trigger> triggers(JsonNode list) {
    return list.valueStream().map(PlayRows::trigger).toList();
  }

  private static Trigger trigger(JsonNode node) {
    String on = node.required("on").asString();
    return switch (on) {
      case "band" ->
          node.has("reached")
              ? new Trigger.BandReached(bands(node.required("reached")))
              : new Trigger.BandWorsened(
                  bands(node.required("worsenedTo")), number(node.get("signalDropAtLeast")));
      case "fact" ->
          new Trigger.FactOf(
              node.required("type").asString(),
              Duration.parse(node.required("youngerThan").asString()));
      default -> throw new IllegalArgumentException("No trigger on '" + on + "' is known");
    };
  }

  private static Set<Band> bands(JsonNode list) {
    return list.valueStream()
        .map(node -> Band.valueOf(node.asString().toUpperCase(Locale.ROOT)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static @Nullable BigDecimal number(@Nullable JsonNode node) {
    return node == null ? null : node.decimalValue();
  }

  private static Step step(JsonNode node) {
    String does = node.required("do").asString();
    return switch (does) {
      case "notify" ->
          new Step.Notify(
              node.required("to")
                  .valueStream()
                  .map(role -> Step.Role.valueOf(role.asString().toUpperCase(Locale.ROOT)))
                  .toList());
      case "wait" -> new Step.Pause(Duration.parse(node.required("for").asString()));
      default -> throw new IllegalArgumentException("No step '" + does + "' is known");
    };
  }
}
