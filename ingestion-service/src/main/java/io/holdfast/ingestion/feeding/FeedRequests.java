package io.holdfast.ingestion.feeding;

import io.holdfast.messaging.Intake;
import io.holdfast.messaging.MessageHandler;
import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.messaging.Timers;
import io.holdfast.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Services ask to be fed. */
@Configuration(proxyBeanMethods = false)
class FeedRequests {
  private static final String ASKED = ".rebuild-asked.v1";

  record RebuildAskedMessage(String service, int generation) {}

  @Bean
  Consumer<Message<List<byte[]>>> rebuilds(Intake intake, Feeds feeds, Timers timers) {
    return intake.consumer("rebuilds", new Beginning(feeds, timers));
  }

  private record Beginning(Feeds feeds, Timers timers) implements MessageHandler {

    @Override
    public Mono<Void> handle(TenantId tenant, List<ReceivedMessage> messages) {
      return Flux.fromIterable(messages)
          .filter(message -> message.type().endsWith(ASKED))
          .map(message -> message.as(RebuildAskedMessage.class))
          .concatMap(asked -> begin(tenant, asked))
          .then();
    }

    private Mono<Void> begin(TenantId tenant, RebuildAskedMessage asked) {
      return feeds
          .begin(tenant, asked.service(), asked.generation())
          .then(timers.set(tenant, FeedArchive.KIND, asked.service(), Instant.EPOCH, ""));
    }
  }
}
