package io.holdfast.notification.telling;

import io.holdfast.notification.channel.Channel;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The channels of the tenant at work. */
public interface Channels {

  Flux<Channel> all();

  Mono<Channel> byId(UUID id);

  Mono<Void> add(Channel channel);

  /** True when there was one to remove; its open deliveries go with it. */
  Mono<Boolean> remove(UUID id);

  Mono<Void> disable(UUID id, String because);
}
