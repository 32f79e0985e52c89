package io.holdfast.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.notification.channel.ChannelType;
import io.holdfast.notification.delivery.Delivery;
import io.holdfast.notification.delivery.DeliveryState;
import io.holdfast.notification.delivery.SendOutcome;
import jakarta.mail.internet.InternetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import tools.jackson.databind.json.JsonMapper;

class SmtpMailTests {

  private static final Instant NOW = Instant.parse("2026-03-09T08:00:00Z");

  @Test
  void anAddressNoServerWouldTakeIsNotTriedAgain() throws Exception {
    assertThat(mail(closedPort()).send(to("ana@@larkfield.example")).block())
        .isInstanceOf(SendOutcome.Impossible.class);
  }

  @Test
  void aServerThatIsAwayIsAskedAgain() throws Exception {
    assertThat(mail(closedPort()).send(to("ana@larkfield.example")).block())
        .isInstanceOf(SendOutcome.Failed.class);
  }

  private static SmtpMail mail(int port) throws Exception {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(port);
    return new SmtpMail(
        sender,
        new InternetAddress("holdfast@larkfield.example"),
        JsonMapper.builder().build(),
        Clock.systemUTC());
  }

  private static int closedPort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static Delivery to(String address) {
    return new Delivery(
        UUID.randomUUID(),
        ChannelType.EMAIL,
        null,
        address,
        null,
        "alert.opened",
        "{\"subject\":\"s\",\"text\":\"t\",\"html\":\"h\"}",
        DeliveryState.PENDING,
        0,
        NOW,
        NOW);
  }
}
