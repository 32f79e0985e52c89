package io.holdfast.notification.telling;

import static io.holdfast.notification.alert.AlertFixture.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.notification.channel.Channel;
import io.holdfast.notification.channel.ChannelType;
import io.holdfast.notification.notice.Notice;
import io.holdfast.notification.person.EmailAddress;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoundTests {

  private final EmailAddress ana = new EmailAddress("ana@larkfield.example");
  private final EmailAddress team = new EmailAddress("team@larkfield.example");

  @Test
  void anAddressThatTwoWaysLeadToIsToldOnce() {
    Channel both = mail("Team", List.of(ana, team));

    Round round = Round.of(List.of(ana), List.of(both));

    assertThat(round.mails()).containsOnlyKeys(ana, team);
    assertThat(round.mails().get(ana)).isEqualTo(Optional.empty());
    assertThat(round.told().words()).isEqualTo("Mail to ana@larkfield.example; channels: Team");
  }

  @Test
  void aMailChannelForOwnersReachesNobodyByItself() {
    assertThat(Round.of(List.of(), List.of(mail("Owners", List.of()))).told())
        .isInstanceOf(Told.Nobody.class);
  }

  private static Channel mail(String name, List<EmailAddress> to) {
    return new Channel(
        UUID.randomUUID(),
        ChannelType.EMAIL,
        name,
        null,
        to,
        List.of(Notice.OPENED),
        null,
        null,
        MORNING);
  }
}
