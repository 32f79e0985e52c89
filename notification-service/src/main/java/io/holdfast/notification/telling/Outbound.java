package io.holdfast.notification.telling;

import io.holdfast.notification.channel.Channel;
import io.holdfast.notification.person.EmailAddress;
import io.holdfast.tenancy.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Takes messages on their way, in the transaction of what they tell of. */
public interface Outbound {

  /** Mail to a person, through a channel or straight. */
  Mono<UUID> mail(TenantId tenant, EmailAddress to, @Nullable Channel through, Letter letter);

  /** A message to a Slack or webhook channel. */
  Mono<UUID> call(TenantId tenant, Channel channel, Letter letter);

  /**
   * @param alertId the alert it tells of; absent when it tells of several, or none
   * @param event type of the message
   */
  record Letter(@Nullable UUID alertId, String event, String content) {}
}
