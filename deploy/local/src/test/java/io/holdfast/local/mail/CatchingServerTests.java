package io.holdfast.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.server.SMTPServer;

class CatchingServerTests {

  @TempDir Path folder;
  private Mailbox mailbox;
  private SMTPServer server;

  @BeforeEach
  void start() {
    mailbox = new Mailbox(folder, Clock.systemUTC());
    server = CatchingServer.start(0, mailbox);
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void keepsWhatAClientSendsAndDecodesIt() throws Exception {
    send("Größe: 9 against 40 (−78%)", "Weekly active users 9, own baseline 40 — call Zoë.");

    assertThat(mailbox.all())
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.subject()).isEqualTo("Größe: 9 against 40 (−78%)");
              assertThat(mail.to()).isEqualTo("ana.rivera@larkfield.example");
              assertThat(mail.text()).contains("own baseline 40 — call Zoë.");
              assertThat(Files.readString(mail.file()))
                  .startsWith("Return-Path: <holdfast@larkfield.example>");
            });
  }

  @Test
  void listsMailInTheOrderInWhichItCame() throws Exception {
    send("first", "1");
    send("second", "2");
    send("third", "3");

    assertThat(mailbox.all())
        .extracting(CaughtMail::subject)
        .containsExactly("first", "second", "third");
  }

  @Test
  void survivesARestart() throws Exception {
    send("kept", "on disk");
    server.stop();

    assertThat(new Mailbox(folder, Clock.systemUTC()).all()).hasSize(1);
  }

  private void send(String subject, String text) throws Exception {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", String.valueOf(server.getPortAllocated()));
    MimeMessage message = new MimeMessage(Session.getInstance(properties));
    message.setFrom(new InternetAddress("holdfast@larkfield.example"));
    message.setRecipient(
        Message.RecipientType.TO, new InternetAddress("ana.rivera@larkfield.example"));
    message.setSubject(subject, "UTF-8");
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(text, "UTF-8");
    MimeBodyPart html = new MimeBodyPart();
    html.setText("<p>" + text + "</p>", "UTF-8", "html");
    message.setContent(new MimeMultipart("alternative", plain, html));
    Transport.send(message);
  }
}
