package io.holdfast.notification.delivering;

import static io.holdfast.notification.alert.AlertFixture.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.notification.Carried;
import io.holdfast.notification.channel.Channel;
import io.holdfast.notification.channel.ChannelType;
import io.holdfast.notification.delivering.Deliveries.Posting;
import io.holdfast.notification.delivery.Delivery;
import io.holdfast.notification.delivery.DeliveryState;
import io.holdfast.notification.notice.Notice;
import io.holdfast.notification.person.EmailAddress;
import io.holdfast.notification.telling.Channels;
import io.holdfast.notification.telling.ChannelsContract;
import io.holdfast.notification.telling.Outbound;
import io.holdfast.notification.telling.Outbound.Letter;
import io.holdfast.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Of what goes out: {@link Outbound} begins it, {@link Deliveries} sees it through. */
public interface DeliveriesContract extends Carried {

  Deliveries deliveries();

  Outbound outbound();

  Channels channels();

  TenantId tenantId();

  Letter LETTER =
      new Letter(null, Notice.TEST, "{\"subject\":\"s\",\"text\":\"t\",\"html\":\"<p>t</p>\"}");

  @Test
  default void mailToAPersonIsToBeTriedAtOnce() {
    EmailAddress ana = new EmailAddress("ana@larkfield.example");

    Posting posting =
        done(outbound().mail(tenantId(), ana, null, LETTER).flatMap(deliveries()::pending));

    assertThat(posting.channel()).isEmpty();
    assertThat(posting.delivery().address()).isEqualTo(ana.value());
    assertThat(posting.delivery().content()).isEqualTo(LETTER.content());
    assertThat(posting.delivery().tries()).isZero();
    assertThat(nextTry(posting)).isBeforeOrEqualTo(posting.delivery().createdAt());
  }

  @Test
  default void aCallBringsItsChannelAlong() {
    Channel hook = ChannelsContract.channel(ChannelType.WEBHOOK);
    done(channels().add(hook));

    assertThat(call(hook).channel()).contains(hook);
  }

  @Test
  default void slackTakesOneMessageASecond() {
    Channel slack = ChannelsContract.channel(ChannelType.SLACK);
    done(channels().add(slack));

    Duration apart = Duration.between(nextTry(call(slack)), nextTry(call(slack)));

    assertThat(apart).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  default void whatHasArrivedIsNoLongerPending() {
    Delivery later = delivery(DeliveryState.PENDING, MORNING.plus(Duration.ofDays(36_500)));
    done(deliveries().save(tenantId(), later));
    assertThat(done(deliveries().pending(later.id())).delivery()).isEqualTo(later);

    Delivery arrived =
        new Delivery(
            later.id(),
            later.type(),
            null,
            later.address(),
            null,
            later.event(),
            later.content(),
            DeliveryState.DELIVERED,
            1,
            later.createdAt(),
            null);
    done(deliveries().save(tenantId(), arrived));

    assertThat(done(deliveries().pending(later.id()))).isNull();
    assertThat(done(deliveries().byId(later.id()))).isEqualTo(arrived);
  }

  private Posting call(Channel channel) {
    return done(outbound().call(tenantId(), channel, LETTER).flatMap(deliveries()::pending));
  }

  private static Instant nextTry(Posting posting) {
    return Objects.requireNonNull(posting.delivery().nextTryAt());
  }

  private static Delivery delivery(DeliveryState state, Instant next) {
    return new Delivery(
        UUID.randomUUID(),
        ChannelType.EMAIL,
        null,
        "ana@larkfield.example",
        null,
        Notice.TEST,
        LETTER.content(),
        state,
        0,
        MORNING,
        next);
  }
}
