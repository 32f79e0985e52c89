package io.holdfast.notification.telling;

import io.holdfast.notification.alert.Alert;
import io.holdfast.notification.channel.Channel;
import io.holdfast.notification.channel.ChannelType;
import io.holdfast.notification.notice.DigestNotice;
import io.holdfast.notification.notice.Notice;
import io.holdfast.notification.person.EmailAddress;
import io.holdfast.notification.play.Step.Role;
import io.holdfast.notification.telling.Digests.Waiting;
import io.holdfast.notification.telling.Directory.AccountCard;
import io.holdfast.notification.telling.Outbound.Letter;
import io.holdfast.tenancy.TenantId;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells of alerts: by mail to the people in charge, and on every channel that takes them. */
public final class TellPeople {

  private final Directory directory;
  private final Channels channels;
  private final Messages messages;
  private final Outbound outbound;
  private final URI console;
  private final Clock clock;

  /**
   * @param console address of the console, for links
   */
  public TellPeople(
      Directory directory,
      Channels channels,
      Messages messages,
      Outbound outbound,
      URI console,
      Clock clock) {
    this.directory = directory;
    this.channels = channels;
    this.messages = messages;
    this.outbound = outbound;
    this.console = console;
    this.clock = clock;
  }

  /** Tells of one alert at once. */
  public Mono<Told> about(TenantId tenant, Alert alert, String event, List<Role> to) {
    return Mono.zip(directory.account(alert.accountId()), takers(event))
        .flatMap(
            both -> {
              Notice notice = notice(alert, event, both.getT1());
              Round round = Round.of(both.getT1().recipients().reach(to), both.getT2());
              return tell(tenant, notice, round).thenReturn(round.told());
            });
  }

  /** Tells that an alert is closed, to the channels that asked for it. */
  public Mono<Void> closed(TenantId tenant, Alert alert) {
    return Mono.zip(directory.account(alert.accountId()), takers(Notice.CLOSED))
        .flatMap(
            both ->
                tell(
                    tenant,
                    notice(alert, Notice.CLOSED, both.getT1()),
                    Round.of(List.of(), both.getT2())));
  }

  /**
   * Tells of many alerts: one message to each person and channel. Answers who was told in each run.
   */
  public Mono<Map<UUID, Told>> digest(TenantId tenant, List<Waiting> waiting) {
    Mono<List<Share>> shares =
        Flux.fromIterable(waiting)
            .concatMap(
                one -> directory.account(one.alert().accountId()).map(card -> share(one, card)))
            .collectList();
    return Mono.zip(shares, takers(Notice.DIGEST))
        .flatMap(
            both -> {
              DigestRound round = DigestRound.of(both.getT1(), both.getT2());
              return Flux.fromIterable(round.mails().entrySet())
                  .concatMap(mail -> mail(tenant, mail.getKey(), null, mail.getValue()))
                  .thenMany(
                      Flux.fromIterable(both.getT2())
                          .concatMap(channel -> channel(tenant, channel, both.getT1())))
                  .then(Mono.just(round.told()));
            });
  }

  private Share share(Waiting one, AccountCard card) {
    return new Share(
        one.run(), notice(one.alert(), Notice.OPENED, card), card.recipients().reach(one.to()));
  }

  private Mono<Void> tell(TenantId tenant, Notice notice, Round round) {
    UUID alert = notice.alert().id();
    return Flux.fromIterable(round.mails().entrySet())
        .concatMap(
            mail ->
                outbound.mail(
                    tenant,
                    mail.getKey(),
                    mail.getValue().orElse(null),
                    new Letter(alert, notice.event(), messages.one(ChannelType.EMAIL, notice))))
        .thenMany(
            Flux.fromIterable(round.calls())
                .concatMap(
                    channel ->
                        outbound.call(
                            tenant,
                            channel,
                            new Letter(
                                alert, notice.event(), messages.one(channel.type(), notice)))))
        .then();
  }

  private Mono<Void> channel(TenantId tenant, Channel channel, List<Share> shares) {
    List<Notice> notices = shares.stream().map(Share::notice).toList();
    if (channel.type() == ChannelType.EMAIL) {
      return Flux.fromIterable(channel.to())
          .concatMap(address -> mail(tenant, address, channel, notices))
          .then();
    }
    return outbound.call(tenant, channel, letter(channel.type(), notices)).then();
  }

  private Mono<UUID> mail(
      TenantId tenant, EmailAddress to, @Nullable Channel through, List<Notice> notices) {
    return outbound.mail(tenant, to, through, letter(ChannelType.EMAIL, notices));
  }

  /** A digest of one alert is an ordinary message. */
  private Letter letter(ChannelType type, List<Notice> notices) {
    if (notices.size() == 1) {
      Notice only = notices.getFirst();
      return new Letter(only.alert().id(), only.event(), messages.one(type, only));
    }
    DigestNotice digest = new DigestNotice(notices, console.resolve("/alerts"), clock.instant());
    return new Letter(null, Notice.DIGEST, messages.digest(type, digest));
  }

  private Mono<List<Channel>> takers(String event) {
    return channels.all().filter(channel -> channel.takes(event)).collectList();
  }

  private Notice notice(Alert alert, String event, AccountCard card) {
    Optional<EmailAddress> owner = card.recipients().owner();
    return new Notice(event, alert, card.name(), owner, page(alert.accountId()), clock.instant());
  }

  private URI page(String accountId) {
    String encoded = URLEncoder.encode(accountId, StandardCharsets.UTF_8).replace("+", "%20");
    return console.resolve("/accounts/" + encoded);
  }
}
