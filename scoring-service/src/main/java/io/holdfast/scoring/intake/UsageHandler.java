package io.holdfast.scoring.intake;

import io.holdfast.messaging.MessageHandler;
import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.scoring.rescoring.AccountPictures;
import io.holdfast.scoring.rescoring.Accounts;
import io.holdfast.scoring.rescoring.HearNews;
import io.holdfast.tenancy.TenantId;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Use of the product enters the pictures. */
@Component
final class UsageHandler implements MessageHandler {

  private final Accounts accounts;
  private final AccountPictures pictures;
  private final HearNews hearNews;

  UsageHandler(Accounts accounts, AccountPictures pictures, HearNews hearNews) {
    this.accounts = accounts;
    this.pictures = pictures;
    this.hearNews = hearNews;
  }

  @Override
  public Mono<Void> handle(TenantId tenant, List<ReceivedMessage> messages) {
    List<UsageRecordedMessage> usage =
        messages.stream()
            .filter(message -> message.type().equals(UsageRecordedMessage.TYPE))
            .map(message -> message.as(UsageRecordedMessage.class))
            .toList();
    TreeSet<String> named = new TreeSet<>();
    usage.forEach(use -> named.add(use.accountId()));
    return accounts
        .appear(tenant, named)
        .then(pictures.addUse(tenant, usage.stream().map(UsageRecordedMessage::toDomain).toList()))
        .then(hearNews.of(tenant, usage.stream().map(UsageRecordedMessage::news).toList()));
  }
}
