package io.holdfast.messaging.erasing;

import io.holdfast.messaging.MessageHandler;
import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.tenancy.CurrentTrace;
import io.holdfast.tenancy.TenantId;
import io.holdfast.tenancy.erasing.EraseTraces;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Does what a handler does and, when somebody is erased, removes her from all places of the service
 * in which her name may stand, in the same transaction.
 */
public record ErasesTraces(MessageHandler handler, EraseTraces traces) implements MessageHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ErasesTraces.class);

  @Override
  public Mono<Void> handle(TenantId tenant, List<ReceivedMessage> messages) {
    return handler
        .handle(tenant, messages)
        .thenMany(Flux.fromIterable(messages))
        .filter(message -> message.type().equals(ContactErasedMessage.TYPE))
        .concatMap(
            message ->
                traces
                    .of(message.as(ContactErasedMessage.class).person())
                    .delayUntil(found -> CurrentTrace.log(() -> say(tenant, found))))
        .then();
  }

  @Override
  public List<byte[]> parts(ReceivedMessage message) {
    return handler.parts(message);
  }

  private static void say(TenantId tenant, Map<String, Long> found) {
    LOG.info("an erased person of tenant {} was removed: {}", tenant.value(), found);
  }
}
