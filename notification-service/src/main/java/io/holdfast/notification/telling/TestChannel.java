package io.holdfast.notification.telling;

import io.holdfast.notification.channel.Channel;
import io.holdfast.notification.channel.ChannelType;
import io.holdfast.notification.notice.Notice;
import io.holdfast.notification.telling.Outbound.Letter;
import io.holdfast.tenancy.TenantId;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends a message through a channel just to see that it arrives. */
public final class TestChannel {

  private final Messages messages;
  private final Outbound outbound;
  private final URI console;
  private final Clock clock;

  public TestChannel(Messages messages, Outbound outbound, URI console, Clock clock) {
    this.messages = messages;
    this.outbound = outbound;
    this.console = console;
    this.clock = clock;
  }

  /** Ids of the deliveries begun; none for a mail channel without addresses of its own. */
  public Mono<List<UUID>> through(TenantId tenant, Channel channel) {
    String content = messages.test(channel.type(), channel.name(), console, clock.instant());
    Letter letter = new Letter(null, Notice.TEST, content);
    Flux<UUID> begun =
        channel.type() == ChannelType.EMAIL
            ? Flux.fromIterable(channel.to())
                .concatMap(to -> outbound.mail(tenant, to, channel, letter))
            : outbound.call(tenant, channel, letter).flux();
    return begun.collectList();
  }
}
