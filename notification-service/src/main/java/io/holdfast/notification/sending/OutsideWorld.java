package io.holdfast.notification.sending;

import io.holdfast.notification.channel.Channel;
import io.holdfast.notification.delivering.Carrier;
import io.holdfast.notification.delivering.Deliveries.Posting;
import io.holdfast.notification.delivery.Delivery;
import io.holdfast.notification.delivery.SendOutcome;
import io.holdfast.tenancy.CurrentTrace;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Takes each delivery the way its type demands. Addresses of people stay out of the log. */
public final class OutsideWorld implements Carrier {

  private static final Logger LOG = LoggerFactory.getLogger(OutsideWorld.class);

  private final SmtpMail mail;
  private final HttpCalls calls;
  private final MeterRegistry meters;

  public OutsideWorld(SmtpMail mail, HttpCalls calls, MeterRegistry meters) {
    this.mail = mail;
    this.calls = calls;
    this.meters = meters;
  }

  @Override
  public Mono<SendOutcome> carry(Posting posting) {
    Delivery delivery = posting.delivery();
    return by(posting).delayUntil(outcome -> CurrentTrace.log(() -> report(delivery, outcome)));
  }

  private void report(Delivery delivery, SendOutcome outcome) {
    String word = outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    String type = delivery.type().code();
    meters.counter("holdfast.delivery.tries", "type", type, "outcome", word).increment();
    LOG.info(
        "{} {} of {} try {}: {} ({})",
        type,
        delivery.id(),
        delivery.event(),
        delivery.tries() + 1,
        word,
        delivery.address() == null ? outcome.detail() : "mail");
  }

  private Mono<SendOutcome> by(Posting posting) {
    Optional<Channel> channel = posting.channel();
    if (posting.delivery().channelId() != null) {
      if (channel.isEmpty()) {
        return Mono.just(new SendOutcome.Impossible("The channel was removed"));
      }
      String disabled = channel.get().disabledBecause();
      if (disabled != null) {
        return Mono.just(new SendOutcome.Impossible("The channel is switched off: " + disabled));
      }
    }
    return switch (posting.delivery().type()) {
      case EMAIL -> mail.send(posting.delivery());
      case SLACK -> calls.slack(posting.delivery(), channel.orElseThrow());
      case WEBHOOK -> calls.webhook(posting.delivery(), channel.orElseThrow());
    };
  }
}
