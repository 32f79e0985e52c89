package io.holdfast.messaging;

import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message to be published once the transaction that appends it commits.
 *
 * @param subject the account it is about; keeps one account's messages in order. Without it the
 *     tenant is the key
 * @param type name with version, for example {@code scoring.band-changed.v1}
 * @param time business time of what happened
 * @param body written as JSON
 * @param extensions further CloudEvents attributes, sent as {@code ce_<name>} headers
 */
public record OutgoingMessage(
    String topic,
    TenantId tenant,
    @Nullable String subject,
    String type,
    Instant time,
    Object body,
    Map<String, String> extensions) {

  public OutgoingMessage {
    extensions = Map.copyOf(extensions);
  }

  /** The record key: messages with the same one stay in order. */
  public String key() {
    return subject == null ? tenant.value() : tenant.value() + "|" + subject;
  }
}
