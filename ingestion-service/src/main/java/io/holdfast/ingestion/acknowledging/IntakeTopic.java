package io.holdfast.ingestion.acknowledging;

import com.github.f4b6a3.uuid.UuidCreator;
import io.holdfast.messaging.Broker;
import io.holdfast.messaging.trace.Traceparent;
import io.holdfast.tenancy.CurrentTrace;
import io.holdfast.tenancy.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The topic {@code holdfast.intake}: what it has acknowledged will be stored. */
@Component
public class IntakeTopic {
  public static final String NAME = "holdfast.intake";
  private static final Logger LOG = LoggerFactory.getLogger(IntakeTopic.class);
  private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

  private final Broker broker;
  private final Traceparent traceparent;

  IntakeTopic(Broker broker, Traceparent traceparent) {
    this.broker = broker;
    this.traceparent = traceparent;
  }

  /**
   * Completes when the broker has all payloads. When it is away the sender is asked to come again
   * with all of them; those that were written all the same are known by their message id then.
   */
  public Mono<Void> acknowledge(List<IntakePayload> payloads) {
    return Mono.deferContextual(context -> broker.send(records(payloads, traceparent.of(context))))
        .onErrorResume(
            failure ->
                CurrentTrace.log(
                        () -> LOG.warn("the broker did not take payloads: {}", failure.toString()))
                    .subscribeOn(Schedulers.parallel()) // not where acknowledgements are heard
                    .then(
                        Mono.error(
                            () ->
                                Problem.unavailable(
                                    "broker_unavailable",
                                    "Not all was accepted. Send the same again.",
                                    TRY_AGAIN))));
  }

  private static List<ProducerRecord<String, byte[]>> records(
      List<IntakePayload> payloads, @Nullable String trace) {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>(payloads.size());
    for (IntakePayload payload : payloads) {
      ProducerRecord<String, byte[]> record =
          new ProducerRecord<>(NAME, payload.key(), payload.body());
      header(record, "ce_specversion", "1.0");
      header(record, "ce_id", UuidCreator.getTimeOrderedEpoch().toString());
      header(record, "ce_source", "/ingestion");
      header(record, "ce_type", payload.type());
      header(record, "ce_time", payload.receivedAt().toString());
      header(record, "ce_tenant", payload.tenant().value());
      header(record, "content-type", "application/json");
      header(record, "traceparent", trace);
      records.add(record);
    }
    return records;
  }

  private static void header(
      ProducerRecord<String, byte[]> record, String name, @Nullable String value) {
    if (value != null) {
      record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
  }
}
