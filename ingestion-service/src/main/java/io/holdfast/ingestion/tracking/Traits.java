package io.holdfast.ingestion.tracking;

import io.holdfast.ingestion.batch.EventTime;
import io.holdfast.ingestion.batch.EventTime.NotATime;
import io.holdfast.ingestion.entry.EmailAddress;
import io.holdfast.ingestion.entry.ExternalId;
import io.holdfast.ingestion.entry.PlainText;
import io.holdfast.ingestion.identity.Attributes;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Traits, whose names SDK users write in any case, as the attributes of accounts and contacts. */
final class Traits {
  private static final Set<String> ROLES =
      Set.of("end_user", "manager", "champion", "executive_sponsor", "procurement", "admin");

  private static final int LONGEST_ID = 200;

  private Traits() {}

  /**
   * What is not known by name, or is not what its name says, is kept as a trait.
   *
   * @param accountId the account that has them
   */
  static Map<String, String> ofAccount(String accountId, JsonNode traits) {
    Map<String, String> told = new TreeMap<>();
    for (Map.Entry<String, JsonNode> member : traits.properties()) {
      String field = member.getKey();
      String value = text(member.getValue());
      if (value == null) {
        continue;
      }
      if (folded(field).equals("externalids") && member.getValue().isObject()) {
        external(told, field, member.getValue());
        continue;
      }
      switch (member.getValue().isValueNode() ? folded(field) : "") {
        case "name" -> told.put("name", value);
        case "industry" -> told.put("industry", value);
        case "country" -> told.put("country", value);
        case "employees" -> told.put(value.matches("\\d{1,9}") ? "employees" : trait(field), value);
        case "owneremail", "owner" -> owner(told, field, value);
        case "parentaccountid" ->
            told.put(parent(value, accountId) ? "parentAccountId" : trait(field), value);
        case "createdat" -> created(told, traits, field, value);
        default -> told.put(trait(field), value);
      }
    }
    return told;
  }

  /** Only what Holdfast has a use for is kept of a person. */
  static Map<String, String> ofContact(JsonNode traits) {
    Map<String, String> told = new TreeMap<>();
    Map<String, String> names = new TreeMap<>();
    for (Map.Entry<String, JsonNode> member : traits.properties()) {
      String value = text(member.getValue());
      if (value == null || !member.getValue().isValueNode()) {
        continue;
      }
      switch (folded(member.getKey())) {
        case "name" -> told.put("name", value);
        case "firstname" -> names.put("first", value);
        case "lastname" -> names.put("last", value);
        case "email" -> EmailAddress.read(value).ifPresent(address -> told.put("email", address));
        case "title" -> told.put("title", value);
        case "department" -> told.put("department", value);
        case "role" -> role(told, value);
        default -> {}
      }
    }
    if (!names.isEmpty()) {
      told.putIfAbsent("name", String.join(" ", names.values()));
    }
    return told;
  }

  /** A name is no address that somebody could be alerted at. */
  private static void owner(Map<String, String> told, String field, String value) {
    Optional<String> address = EmailAddress.read(value);
    told.put(address.isPresent() ? "ownerEmail" : trait(field), address.orElse(value));
  }

  private static boolean parent(String value, String accountId) {
    return !value.equals(accountId) && value.length() <= LONGEST_ID && PlainText.isLine(value);
  }

  private static String trait(String name) {
    return Attributes.TRAIT + PlainText.of(name, Attributes.TRAIT_NAME);
  }

  private static void role(Map<String, String> told, String value) {
    String role = value.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    if (ROLES.contains(role)) {
      told.put("role", role);
    }
  }

  private static void created(
      Map<String, String> told, JsonNode traits, String field, String value) {
    try {
      EventTime.read(traits.path(field), field)
          .ifPresent(at -> told.put("createdAt", at.toString()));
    } catch (NotATime _) {
      told.put(trait(field), value);
    }
  }

  private static void external(Map<String, String> told, String field, JsonNode ids) {
    for (Map.Entry<String, JsonNode> member : ids.properties()) {
      String one = text(member.getValue());
      if (one != null) {
        Optional<ExternalId> id =
            Optional.of(member.getValue())
                .filter(JsonNode::isValueNode)
                .flatMap(_ -> ExternalId.read(member.getKey(), one))
                .filter(read -> !told.containsKey(Attributes.EXTERNAL + read.system()));
        told.put(
            id.isPresent()
                ? Attributes.EXTERNAL + id.get().system()
                : trait(field + "." + member.getKey()),
            id.map(ExternalId::id).orElse(one));
      }
    }
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "").replace(" ", "");
  }

  private static @Nullable String text(JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return null;
    }
    String text = value.isValueNode() ? value.asString() : value.toString();
    text = PlainText.of(text, Attributes.TRAIT_VALUE).strip();
    return text.isEmpty() ? null : text;
  }
}
