package io.holdfast.notification.sending;

import io.holdfast.notification.channel.Channel;
import io.holdfast.notification.delivering.Carrier;
import io.holdfast.notification.delivering.Deliveries.Posting;
import io.holdfast.notification.delivery.Delivery;
import io.holdfast.notification.delivery.SendOutcome;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Takes each delivery the way its type demands. Addresses of people stay out of the log. */
public final class OutsideWorld implements Carrier {

  private static final Logger LOG = LoggerFactory.getLogger(OutsideWorld.class);

  private final SmtpMail mail;
  private final HttpCalls calls;

  public OutsideWorld(SmtpMail mail, HttpCalls calls) {
    this.mail = mail;
    this.calls = calls;
  }

  @Override
  public Mono<SendOutcome> carry(Posting posting) {
    Delivery delivery = posting.delivery();
    return by(posting)
        .doOnNext(
            outcome ->
                LOG.info(
                    "{} {} of {} try {}: {} ({})",
                    delivery.type().code(),
                    delivery.id(),
                    delivery.event(),
                    delivery.tries() + 1,
                    outcome.getClass().getSimpleName(),
                    delivery.address() == null ? outcome.detail() : "mail"));
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
