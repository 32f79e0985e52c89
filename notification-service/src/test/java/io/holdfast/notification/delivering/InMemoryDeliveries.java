package io.holdfast.notification.delivering;

import io.holdfast.notification.channel.Channel;
import io.holdfast.notification.channel.ChannelType;
import io.holdfast.notification.delivery.Attempt;
import io.holdfast.notification.delivery.Delivery;
import io.holdfast.notification.delivery.DeliveryState;
import io.holdfast.notification.person.EmailAddress;
import io.holdfast.notification.telling.Channels;
import io.holdfast.notification.telling.Outbound;
import io.holdfast.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

public final class InMemoryDeliveries implements Deliveries, Outbound {

  private final Map<UUID, Delivery> deliveries = new LinkedHashMap<>();
  private final Map<UUID, Instant> free = new HashMap<>();
  private final List<Attempt> attempts = new ArrayList<>();
  private final Channels channels;
  private final Clock clock;

  public InMemoryDeliveries(Channels channels, Clock clock) {
    this.channels = channels;
    this.clock = clock;
  }

  public List<Delivery> all() {
    return List.copyOf(deliveries.values());
  }

  public List<Attempt> attempts() {
    return List.copyOf(attempts);
  }

  @Override
  public Mono<UUID> mail(
      TenantId tenant, EmailAddress to, @Nullable Channel through, Letter letter) {
    UUID channel = through == null ? null : through.id();
    return begin(ChannelType.EMAIL, channel, to.value(), letter, clock.instant());
  }

  @Override
  public Mono<UUID> call(TenantId tenant, Channel channel, Letter letter) {
    return Mono.defer(() -> begin(channel.type(), channel.id(), null, letter, slot(channel)));
  }

  private Instant slot(Channel channel) {
    Instant now = clock.instant();
    if (channel.type() != ChannelType.SLACK) {
      return now;
    }
    Instant next = free.getOrDefault(channel.id(), now);
    Instant slot = next.isAfter(now) ? next : now;
    free.put(channel.id(), slot.plusSeconds(1));
    return slot;
  }

  private Mono<UUID> begin(
      ChannelType type,
      @Nullable UUID channel,
      @Nullable String address,
      Letter letter,
      Instant at) {
    return Mono.fromSupplier(
        () -> {
          UUID id = UUID.randomUUID();
          deliveries.put(
              id,
              new Delivery(
                  id,
                  type,
                  channel,
                  address,
                  letter.alertId(),
                  letter.event(),
                  letter.content(),
                  DeliveryState.PENDING,
                  0,
                  clock.instant(),
                  at));
          return id;
        });
  }

  @Override
  public Mono<Posting> pending(UUID id) {
    return byId(id)
        .filter(delivery -> delivery.state() == DeliveryState.PENDING)
        .flatMap(
            delivery ->
                Mono.justOrEmpty(delivery.channelId())
                    .flatMap(channels::byId)
                    .map(Optional::of)
                    .defaultIfEmpty(Optional.empty())
                    .map(channel -> new Posting(delivery, channel)));
  }

  @Override
  public Mono<Delivery> byId(UUID id) {
    return Mono.fromSupplier(() -> deliveries.get(id));
  }

  @Override
  public Mono<Void> save(TenantId tenant, Delivery delivery) {
    return Mono.fromRunnable(() -> deliveries.put(delivery.id(), delivery));
  }

  @Override
  public Mono<Void> log(Attempt attempt) {
    return Mono.fromRunnable(() -> attempts.add(attempt));
  }
}
