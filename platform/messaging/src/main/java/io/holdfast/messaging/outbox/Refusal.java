package io.holdfast.messaging.outbox;

import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

/** Tells what the broker will never take from what it cannot take at the moment. */
final class Refusal {
  private static final int DEEPEST = 20;
  private static final List<Class<? extends Throwable>> FOR_GOOD =
      List.of(
          RecordTooLargeException.class,
          RecordBatchTooLargeException.class,
          InvalidRecordException.class,
          InvalidTopicException.class,
          SerializationException.class);

  private Refusal() {}

  static boolean isForGood(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(DEEPEST)
        .anyMatch(cause -> FOR_GOOD.stream().anyMatch(kind -> kind.isInstance(cause)));
  }
}
