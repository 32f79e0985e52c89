package io.holdfast.notification.telling;

import static io.holdfast.notification.alert.AlertFixture.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.notification.Carried;
import io.holdfast.notification.channel.Channel;
import io.holdfast.notification.channel.ChannelType;
import io.holdfast.notification.channel.Destination;
import io.holdfast.notification.channel.WebhookSecret;
import io.holdfast.notification.notice.Notice;
import io.holdfast.notification.person.EmailAddress;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

public interface ChannelsContract extends Carried {

  Channels channels();

  @Test
  default void aChannelReadsBackAsItWasAdded() {
    for (ChannelType type : ChannelType.values()) {
      Channel channel = channel(type);
      done(channels().add(channel));
      assertThat(done(channels().byId(channel.id()))).isEqualTo(channel);
    }
    assertThat(done(channels().all().collectList())).hasSize(ChannelType.values().length);
  }

  @Test
  default void aChannelThatIsSwitchedOffTakesNothing() {
    Channel channel = channel(ChannelType.WEBHOOK);
    done(channels().add(channel));

    done(channels().disable(channel.id(), "HTTP 410"));

    Channel off = done(channels().byId(channel.id()));
    assertThat(off.disabledBecause()).isEqualTo("HTTP 410");
    assertThat(off.takes(Notice.OPENED)).isFalse();
  }

  @Test
  default void aChannelIsRemovedOnce() {
    Channel channel = channel(ChannelType.SLACK);
    done(channels().add(channel));

    assertThat(done(channels().remove(channel.id()))).isTrue();
    assertThat(done(channels().remove(channel.id()))).isFalse();
    assertThat(done(channels().byId(channel.id()))).isNull();
  }

  static Channel channel(ChannelType type) {
    return new Channel(
        UUID.randomUUID(),
        type,
        "CS team",
        type == ChannelType.EMAIL ? null : Destination.of("https://hooks.example.com/T0/B0/x"),
        type == ChannelType.EMAIL ? List.of(new EmailAddress("cs@larkfield.example")) : List.of(),
        List.of(Notice.OPENED, Notice.DIGEST),
        type == ChannelType.WEBHOOK ? WebhookSecret.random(new SecureRandom()) : null,
        null,
        MORNING);
  }
}
