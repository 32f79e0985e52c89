package io.holdfast.messaging;

import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A message from another service.
 *
 * @param id unique per producer; the inbox refuses it the second time
 * @param subject the account it is about
 * @param time business time of what happened
 * @param extensions further CloudEvents attributes without their {@code ce_}
 */
public record ReceivedMessage(
    String id,
    String type,
    TenantId tenant,
    @Nullable String subject,
    Instant time,
    Map<String, String> extensions,
    byte[] body) {

  /** Additive change keeps a version, so readers pass over what they do not know. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  /** Reads the body into the consumer's own record. */
  public <T> T as(Class<T> type) {
    return JSON.readValue(body, type);
  }
}
