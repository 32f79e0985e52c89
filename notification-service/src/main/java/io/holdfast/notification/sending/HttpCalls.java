package io.holdfast.notification.sending;

import io.holdfast.messaging.trace.Traceparent;
import io.holdfast.notification.channel.Channel;
import io.holdfast.notification.channel.Destination;
import io.holdfast.notification.channel.WebhookSecret;
import io.holdfast.notification.delivery.Delivery;
import io.holdfast.notification.delivery.SendOutcome;
import io.holdfast.notification.sending.CheckedAddresses.Checked;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelException;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

/** Posts to webhooks and Slack: to checked addresses only, without following redirects. */
public final class HttpCalls {

  private static final Duration TIME_OUT = Duration.ofSeconds(20);
  private static final int MOST_READ = 2_000;

  private final CheckedAddresses addresses;
  private final Traceparent traceparent;
  private final Clock real;

  /**
   * @param real signatures are dated by real time, whatever the business clock says
   */
  public HttpCalls(CheckedAddresses addresses, Traceparent traceparent, Clock real) {
    this.addresses = addresses;
    this.traceparent = traceparent;
    this.real = real;
  }

  Mono<SendOutcome> webhook(Delivery delivery, Channel channel) {
    byte[] body = delivery.content().getBytes(StandardCharsets.UTF_8);
    WebhookSecret secret = Objects.requireNonNull(channel.secret());
    return Mono.deferContextual(
        context -> {
          Instant now = real.instant();
          String trace = traceparent.of(context);
          return post(
              channel,
              body,
              headers -> {
                headers.set("webhook-id", delivery.messageId());
                headers.set("webhook-timestamp", now.getEpochSecond());
                headers.set(
                    "webhook-signature",
                    WebhookSignature.of(secret, delivery.messageId(), now, body));
                if (trace != null) {
                  headers.set("traceparent", trace);
                }
              },
              answer -> Answers.ofWebhook(answer, real.instant()));
        });
  }

  Mono<SendOutcome> slack(Delivery delivery, Channel channel) {
    byte[] body = delivery.content().getBytes(StandardCharsets.UTF_8);
    return post(channel, body, _ -> {}, answer -> Answers.ofSlack(answer, real.instant()));
  }

  private Mono<SendOutcome> post(
      Channel channel,
      byte[] body,
      Consumer<HttpHeaders> headers,
      Function<Answer, SendOutcome> judge) {
    Destination destination = channel.destination().orElseThrow();
    return addresses
        .of(destination)
        .flatMap(
            checked ->
                switch (checked) {
                  case Checked.Allowed allowed ->
                      call(destination, allowed.addresses(), body, headers).map(judge);
                  case Checked.Refused refused ->
                      Mono.just(new SendOutcome.Impossible(refused.because()));
                  case Checked.Unknown unknown ->
                      Mono.just(new SendOutcome.Failed(unknown.because(), null));
                })
        .timeout(TIME_OUT)
        .onErrorResume(
            HttpCalls::isTheirs, failure -> Mono.just(new SendOutcome.Failed(said(failure), null)));
  }

  private static Mono<Answer> call(
      Destination destination,
      List<InetAddress> addresses,
      byte[] body,
      Consumer<HttpHeaders> headers) {
    return Mono.using(
        () -> new PinnedAddresses(addresses),
        pinned ->
            HttpClient.newConnection()
                .resolver(pinned)
                // a second try is another attempt, with its own line in the log
                .disableRetry(true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) TIME_OUT.toMillis() / 2)
                .responseTimeout(TIME_OUT)
                .headers(
                    all -> {
                      all.set("content-type", "application/json");
                      all.set("user-agent", "Holdfast/1");
                      all.set("content-length", body.length);
                      headers.accept(all);
                    })
                .post()
                .uri(destination.uri())
                .send(ByteBufMono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
                .response(HttpCalls::read)
                .single(),
        PinnedAddresses::close);
  }

  /** Reads the beginning of an answer; what a receiver says beyond that is its own affair. */
  private static Mono<Answer> read(HttpClientResponse response, ByteBufFlux content) {
    return content
        .asByteArray()
        .scan(new byte[0], HttpCalls::append)
        .takeUntil(all -> all.length >= MOST_READ)
        .last(new byte[0])
        .map(
            all ->
                new Answer(
                    response.status().code(),
                    response.responseHeaders().get("retry-after", ""),
                    new String(all, 0, Math.min(all.length, MOST_READ), StandardCharsets.UTF_8)));
  }

  private static byte[] append(byte[] head, byte[] tail) {
    byte[] joined = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, joined, head.length, tail.length);
    return joined;
  }

  /**
   * Failures of the network or the receiver; anything else is a fault of ours and stays an error.
   */
  private static boolean isTheirs(Throwable failure) {
    return failure instanceof IOException
        || failure instanceof TimeoutException
        || failure instanceof ChannelException
        || failure instanceof DecoderException;
  }

  private static String said(Throwable failure) {
    if (failure instanceof TimeoutException) {
      return "No answer within " + TIME_OUT.toSeconds() + " s";
    }
    String message = failure.getMessage();
    return failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }
}
