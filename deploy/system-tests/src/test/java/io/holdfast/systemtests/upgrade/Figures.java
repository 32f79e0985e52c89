package io.holdfast.systemtests.upgrade;

import io.holdfast.systemtests.ApiDocument;
import io.holdfast.systemtests.ApiDocument.Operation;
import io.holdfast.systemtests.Door;
import io.holdfast.systemtests.LocalPlatform;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything the API tells a tenant, by address. */
final class Figures {
  /** About the caller, shipped with the build, written by looking, or told of by no list. */
  private static final Set<String> NO_FIGURES =
      Set.of(
          "/api/v1/me",
          "/api/v1/me/sessions",
          "/api/v1/access",
          "/api/v1/plays",
          "/api/v1/scoring-models",
          "/api/v1/scoring-models/{modelId}",
          "/api/v1/scoring-models/{modelId}/backtests",
          "/api/v1/scoring-models/{modelId}/backtests/{backtestId}",
          "/api/v1/accounts/{accountId}/health/change", // from now back: another each time
          "/api/v1/accounts/{accountId}/data-sheet", // likewise up to now
          "/api/v1/accounts/{accountId}/value-report", // likewise
          "/api/v1/fit-profile/versions/{version}", // nobody publishes one there
          "/api/v1/roles",
          "/api/v1/roles/{role}",
          "/api/v1/audit-log",
          "/api/v1/privacy/erasures/{requestId}",
          "/api/v1/privacy/exports/{requestId}",
          "/api/v1/privacy/exports/{requestId}/document");

  /** A page that goes on does so; how it says where is no figure, and another each time. */
  private static final String CURSOR = " › next";

  /** Which list tells the ids for an address, and under which name. */
  private static final Map<String, String> IDS =
      Map.of(
          "/api/v1/accounts/{accountId}", "accountId",
          "/api/v1/imports/{importId}", "importId",
          "/api/v1/sources/{sourceId}", "sourceId",
          "/api/v1/alerts/{id}", "alertId",
          "/api/v1/channels/{id}", "channelId",
          "/api/v1/people/{email}", "email",
          "/api/v1/dead-letters/ingestion/{id}", "id",
          "/api/v1/dead-letters/scoring/{id}", "id",
          "/api/v1/dead-letters/metrics/{id}", "id",
          "/api/v1/dead-letters/notification/{id}", "id");

  private Figures() {}

  /** Of every address that the build publishes for reading, with all there is to put into it. */
  static ObjectNode of(LocalPlatform platform, Door door, List<String> further) {
    Set<String> addresses = new TreeSet<>(further);
    for (Operation operation : ApiDocument.behindTokens(platform)) {
      if (operation.reads() && !NO_FIGURES.contains(operation.path())) {
        addresses.addAll(addresses(operation, door));
      }
    }
    addresses.removeIf(address -> door.get(address).status() == 404); // not everything has each
    return of(door, addresses);
  }

  static ObjectNode of(Door door, Iterable<String> addresses) {
    ObjectNode figures = Door.JSON.createObjectNode();
    for (String address : addresses) {
      figures.set(address, read(door, address));
    }
    return figures;
  }

  private static JsonNode read(Door door, String address) {
    var answer = door.get(address).expect(200);
    boolean json =
        answer.response().headers().firstValue("Content-Type").orElse("").contains("json");
    return json ? answer.json() : Door.JSON.getNodeFactory().stringNode(answer.body());
  }

  private static List<String> addresses(Operation operation, Door door) {
    if (!operation.hasVariable()) {
      return List.of(operation.path() + "?limit=200");
    }
    String id = IDS.get(operation.thing());
    if (id == null) {
      throw new AssertionError("say here which list tells the ids of " + operation);
    }
    String list = operation.thing().substring(0, operation.thing().lastIndexOf('/'));
    List<String> addresses = new ArrayList<>();
    for (JsonNode item : door.get(list + "?limit=200").expect(200).json().get("items")) {
      String value = URLEncoder.encode(item.get(id).asString(), StandardCharsets.UTF_8);
      addresses.add(operation.path(value.replace("+", "%20")));
    }
    return addresses;
  }

  /** Leaves out what differs between two looks at a platform in which nothing happens. */
  static void keepWhatStays(ObjectNode figures, JsonNode later) {
    for (String name : List.copyOf(figures.propertyNames())) {
      JsonNode value = figures.get(name);
      JsonNode then = later.path(name);
      if (value instanceof ObjectNode object && then.isObject()) {
        keepWhatStays(object, then);
      } else if (value instanceof ArrayNode array && then.size() == array.size()) {
        keepWhatStays(array, then);
      } else if (!value.equals(then)) {
        figures.remove(name);
      }
    }
  }

  private static void keepWhatStays(ArrayNode figures, JsonNode later) {
    for (int i = 0; i < figures.size(); i++) {
      if (figures.get(i) instanceof ObjectNode object && later.get(i).isObject()) {
        keepWhatStays(object, later.get(i));
      }
    }
  }

  /** What is not as it was, by place. More fields than before are no difference. */
  static List<String> lost(JsonNode before, JsonNode now) {
    List<String> lost = new ArrayList<>();
    compare("", before, now, lost);
    return lost;
  }

  private static void compare(String place, JsonNode before, JsonNode now, List<String> lost) {
    if (before.isObject() && now.isObject()) {
      before
          .properties()
          .forEach(
              field ->
                  compare(
                      place + " › " + field.getKey(),
                      field.getValue(),
                      now.path(field.getKey()),
                      lost));
    } else if (before.isArray() && now.size() == before.size()) {
      for (int i = 0; i < before.size(); i++) {
        compare(place + "[" + i + "]", before.get(i), now.get(i), lost);
      }
    } else if (!before.equals(now)
        && !(place.endsWith(CURSOR) && before.isString() && now.isString())) {
      lost.add(place + " was " + shortened(before) + " and is " + shortened(now));
    }
  }

  private static String shortened(JsonNode node) {
    String text = node.isMissingNode() ? "not there" : node.toString();
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }
}
