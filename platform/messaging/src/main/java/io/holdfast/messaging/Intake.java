package io.holdfast.messaging;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.messaging.Message;

/** Makes the functions that Spring Cloud Stream binds to topics. */
public interface Intake {
  /**
   * A batch consumer with inbox, bounded retries and dead letters.
   *
   * @param name the consumer's name in the inbox; keep it for ever
   */
  Consumer<Message<List<byte[]>>> consumer(String name, MessageHandler handler);

  /**
   * Takes what the archive tells again, for a service with a {@link Rebuildable}; to be bound to
   * {@code holdfast.rebuild}.
   */
  Consumer<Message<List<byte[]>>> rebuild();
}
