package io.holdfast.notification.telling;

import io.holdfast.notification.channel.Channel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public final class InMemoryChannels implements Channels {

  private final Map<UUID, Channel> channels = new LinkedHashMap<>();

  @Override
  public Flux<Channel> all() {
    return Flux.defer(() -> Flux.fromIterable(List.copyOf(channels.values())));
  }

  @Override
  public Mono<Channel> byId(UUID id) {
    return Mono.fromSupplier(() -> channels.get(id));
  }

  @Override
  public Mono<Void> add(Channel channel) {
    return Mono.fromRunnable(() -> channels.put(channel.id(), channel));
  }

  @Override
  public Mono<Boolean> remove(UUID id) {
    return Mono.fromSupplier(() -> channels.remove(id) != null);
  }

  @Override
  public Mono<Void> disable(UUID id, String because) {
    return Mono.fromRunnable(
        () ->
            channels.computeIfPresent(
                id,
                (_, channel) ->
                    new Channel(
                        channel.id(),
                        channel.type(),
                        channel.name(),
                        channel.url(),
                        channel.to(),
                        channel.events(),
                        channel.secret(),
                        because,
                        channel.createdAt())));
  }
}
