package io.holdfast.notification.telling;

import io.holdfast.notification.channel.ChannelType;
import io.holdfast.notification.notice.FleetNotice;
import io.holdfast.notification.notice.FleetNotice.Silence;
import io.holdfast.notification.telling.Outbound.Letter;
import io.holdfast.tenancy.TenantId;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells managers and administrators, and the channels that take it, of a silence of most accounts
 * together.
 */
public final class TellOfFleet {

  private final Directory directory;
  private final Channels channels;
  private final Messages messages;
  private final Outbound outbound;
  private final URI portfolio;

  /**
   * @param console address of the console, whose first page is the portfolio
   */
  public TellOfFleet(
      Directory directory, Channels channels, Messages messages, Outbound outbound, URI console) {
    this.directory = directory;
    this.channels = channels;
    this.messages = messages;
    this.outbound = outbound;
    this.portfolio = console.resolve("/");
  }

  public Mono<Void> silent(TenantId tenant, Silence silence, Instant at) {
    return tell(tenant, FleetNotice.silent(silence, portfolio, at));
  }

  public Mono<Void> over(
      TenantId tenant, LocalDate from, LocalDate through, boolean filled, Instant at) {
    return tell(tenant, FleetNotice.over(from, through, filled, portfolio, at));
  }

  private Mono<Void> tell(TenantId tenant, FleetNotice notice) {
    return Mono.zip(
            directory.operators(),
            channels.all().filter(channel -> channel.takes(notice.event())).collectList())
        .flatMap(both -> tell(tenant, notice, Round.of(both.getT1(), both.getT2())));
  }

  private Mono<Void> tell(TenantId tenant, FleetNotice notice, Round round) {
    return Flux.fromIterable(round.mails().entrySet())
        .concatMap(
            mail ->
                outbound.mail(
                    tenant,
                    mail.getKey(),
                    mail.getValue().orElse(null),
                    letter(ChannelType.EMAIL, notice)))
        .thenMany(
            Flux.fromIterable(round.calls())
                .concatMap(
                    channel -> outbound.call(tenant, channel, letter(channel.type(), notice))))
        .then();
  }

  private Letter letter(ChannelType type, FleetNotice notice) {
    return new Letter(null, notice.event(), messages.fleet(type, notice));
  }
}
