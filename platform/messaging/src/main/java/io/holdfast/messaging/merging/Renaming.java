package io.holdfast.messaging.merging;

import io.holdfast.messaging.ReceivedMessage;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Messages by the accounts that they are about now. */
final class Renaming {
  private static final String ACCOUNT_RECORDED = "ingestion.account-recorded.v1";
  private static final String HAPPENED = "ingestion.";
  private static final String ACCOUNT = "accountId";
  private static final String PARENT = "parentAccountId";

  /** The extension of a renamed message that keeps the account it was told of. */
  private static final String TOLD_OF = "toldof";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Renaming() {}

  /** The accounts that messages may be about. */
  static Set<String> accounts(List<ReceivedMessage> messages) {
    Set<String> accounts = new HashSet<>();
    for (ReceivedMessage message : messages) {
      if (message.subject() != null) {
        accounts.add(message.subject());
      }
      if (message.type().equals(ACCOUNT_RECORDED)) {
        accounts.add(text(JSON.readTree(message.body()), PARENT));
      }
    }
    return accounts;
  }

  /**
   * @param moved what accounts are now that are not themselves any more
   */
  static List<ReceivedMessage> all(List<ReceivedMessage> messages, Map<String, String> moved) {
    return moved.isEmpty()
        ? messages
        : messages.stream().flatMap(message -> of(message, moved).stream()).toList();
  }

  /**
   * What happened to the one happened to the other. What it is called, and what others work out of
   * all that is known of it, they tell anew of both together.
   */
  private static Optional<ReceivedMessage> of(ReceivedMessage message, Map<String, String> moved) {
    String subject = message.subject();
    if (subject == null) {
      return Optional.of(message);
    }
    String into = moved.get(subject);
    if (into == null) {
      return Optional.of(below(message, subject, moved));
    }
    if (!(JSON.readTree(message.body()) instanceof ObjectNode body)
        || !subject.equals(text(body, ACCOUNT))) {
      return Optional.of(message); // about something else that is called so
    }
    boolean happened =
        message.type().startsWith(HAPPENED) && !message.type().equals(ACCOUNT_RECORDED);
    return happened ? Optional.of(with(message, into, body.put(ACCOUNT, into))) : Optional.empty();
  }

  /** Who belongs to the one belongs to the other; nobody belongs to itself. */
  private static ReceivedMessage below(
      ReceivedMessage message, String subject, Map<String, String> moved) {
    if (!message.type().equals(ACCOUNT_RECORDED)
        || !(JSON.readTree(message.body()) instanceof ObjectNode body)) {
      return message;
    }
    String now = moved.get(text(body, PARENT));
    return now == null
        ? message
        : with(message, subject, body.put(PARENT, now.equals(subject) ? null : now));
  }

  private static String text(JsonNode body, String member) {
    return body.path(member).asString("");
  }

  private static ReceivedMessage with(ReceivedMessage message, String subject, ObjectNode body) {
    Map<String, String> extensions = new HashMap<>(message.extensions());
    if (!subject.equals(message.subject())) {
      extensions.putIfAbsent(TOLD_OF, String.valueOf(message.subject()));
    }
    return new ReceivedMessage(
        message.id(),
        message.type(),
        message.tenant(),
        subject,
        message.time(),
        Map.copyOf(extensions),
        body.toString().getBytes(StandardCharsets.UTF_8));
  }
}
