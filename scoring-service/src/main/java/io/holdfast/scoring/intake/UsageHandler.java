package io.holdfast.scoring.intake;

import io.holdfast.messaging.MessageHandler;
import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.scoring.rescoring.HearNews;
import io.holdfast.scoring.rescoring.Heard;
import io.holdfast.tenancy.TenantId;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Use of the product enters the pictures. */
@Component
final class UsageHandler implements MessageHandler {

  private final HearNews hearNews;

  UsageHandler(HearNews hearNews) {
    this.hearNews = hearNews;
  }

  @Override
  public Mono<Void> handle(TenantId tenant, List<ReceivedMessage> messages) {
    List<UsageRecordedMessage> usage =
        messages.stream()
            .filter(message -> message.type().equals(UsageRecordedMessage.TYPE))
            .map(message -> message.as(UsageRecordedMessage.class))
            .toList();
    return hearNews.of(
        tenant,
        new Heard(
            List.of(),
            usage.stream().map(UsageRecordedMessage::toDomain).toList(),
            List.of(),
            List.of(),
            usage.stream().map(UsageRecordedMessage::news).toList()));
  }
}
