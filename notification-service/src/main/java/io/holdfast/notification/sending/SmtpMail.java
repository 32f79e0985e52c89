package io.holdfast.notification.sending;

import io.holdfast.notification.delivery.Delivery;
import io.holdfast.notification.delivery.Mail;
import io.holdfast.notification.delivery.SendOutcome;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Objects;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** Mail by SMTP, as text and HTML; its Message-ID is the same on every try. */
public final class SmtpMail {

  private final JavaMailSender sender;
  private final InternetAddress from;
  private final JsonMapper json;
  private final Clock real;

  public SmtpMail(JavaMailSender sender, InternetAddress from, JsonMapper json, Clock real) {
    this.sender = sender;
    this.from = from;
    this.json = json;
    this.real = real;
  }

  Mono<SendOutcome> send(Delivery delivery) {
    return Mono.<SendOutcome>fromCallable(
            () -> {
              sender.send(message(delivery));
              return new SendOutcome.Accepted("Taken by the mail server");
            })
        .subscribeOn(Schedulers.boundedElastic())
        .onErrorResume(
            MailException.class, failure -> Mono.just(new SendOutcome.Failed(said(failure), null)))
        // only making the message throws it: no server would take this one, however often asked
        .onErrorResume(
            MessagingException.class,
            failure -> Mono.just(new SendOutcome.Impossible(said(failure))));
  }

  private MimeMessage message(Delivery delivery) throws MessagingException {
    Mail mail = json.readValue(delivery.content(), Mail.class);
    MimeMessage message = sender.createMimeMessage();
    message.setFrom(from);
    message.setRecipient(
        RecipientType.TO, new InternetAddress(Objects.requireNonNull(delivery.address()), true));
    message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(real.instant()));
    message.setContent(alternatives(mail));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("Message-ID", "<" + delivery.messageId() + "@" + domain() + ">");
    return message;
  }

  private static MimeMultipart alternatives(Mail mail) throws MessagingException {
    MimeBodyPart text = new MimeBodyPart();
    text.setText(mail.text(), StandardCharsets.UTF_8.name(), "plain");
    MimeBodyPart html = new MimeBodyPart();
    html.setText(mail.html(), StandardCharsets.UTF_8.name(), "html");
    return new MimeMultipart("alternative", text, html);
  }

  private String domain() {
    String address = from.getAddress();
    return address.substring(address.indexOf('@') + 1);
  }

  private static String said(Exception failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }
}
