package io.holdfast.scoring.intake;

import io.holdfast.messaging.MessageHandler;
import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.scoring.fitting.RenewFits;
import io.holdfast.scoring.picture.Recorded;
import io.holdfast.scoring.picture.SamePerson;
import io.holdfast.scoring.rescoring.AccountPictures;
import io.holdfast.scoring.rescoring.AccountPictures.AccountFact;
import io.holdfast.scoring.rescoring.Accounts.MasterData;
import io.holdfast.scoring.rescoring.HearNews;
import io.holdfast.scoring.rescoring.Heard;
import io.holdfast.scoring.rescoring.News;
import io.holdfast.tenancy.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Business facts enter the pictures. */
@Component
final class FactsHandler implements MessageHandler {

  private static final Map<String, Class<? extends FactMessage>> FACTS =
      Map.of(
          ContactRecordedMessage.TYPE, ContactRecordedMessage.class,
          TicketRecordedMessage.TYPE, TicketRecordedMessage.class,
          InvoiceRecordedMessage.TYPE, InvoiceRecordedMessage.class,
          SubscriptionPhaseRecordedMessage.TYPE, SubscriptionPhaseRecordedMessage.class,
          MeetingHeldMessage.TYPE, MeetingHeldMessage.class,
          SurveyAnsweredMessage.TYPE, SurveyAnsweredMessage.class,
          OutcomeRecordedMessage.TYPE, OutcomeRecordedMessage.class,
          FactRecordedMessage.TYPE, FactRecordedMessage.class);

  /** The account that a fact was told of, when that turned out to be another. */
  private static final String TOLD_OF = "toldof";

  private final HearNews hearNews;
  private final AccountPictures pictures;
  private final RenewFits fits;

  FactsHandler(HearNews hearNews, AccountPictures pictures, RenewFits fits) {
    this.hearNews = hearNews;
    this.pictures = pictures;
    this.fits = fits;
  }

  @Override
  public Mono<Void> handle(TenantId tenant, List<ReceivedMessage> messages) {
    List<MasterData> master = new ArrayList<>();
    List<AccountFact> facts = new ArrayList<>();
    List<News> news = new ArrayList<>();
    for (ReceivedMessage message : messages) {
      Class<? extends FactMessage> type = FACTS.get(message.type());
      if (type != null) {
        FactMessage fact = message.as(type);
        facts.add(
            new AccountFact(
                fact.accountId(),
                message.id(),
                new Recorded(
                    fact.key(),
                    fact.toDomain(),
                    fact.knowledge(),
                    message.extensions().get(TOLD_OF))));
        news.add(new News(fact.accountId(), fact.newestAt(), fact.receivedAt(), fact.load()));
      } else if (message.type().equals(AccountRecordedMessage.TYPE)) {
        AccountRecordedMessage account = message.as(AccountRecordedMessage.class);
        master.add(account.toDomain());
        facts.add(account.arrival(message.id()));
        news.add(account.news());
      }
    }
    return hearNews
        .of(tenant, new Heard(master, List.of(), facts, people(messages), news))
        .then(Mono.defer(() -> fits.of(tenant, master.stream().map(MasterData::account).toList())))
        .then(forget(tenant, messages));
  }

  private static List<SamePerson> people(List<ReceivedMessage> messages) {
    return messages.stream()
        .filter(message -> message.type().equals(UserMergedMessage.TYPE))
        .map(message -> message.as(UserMergedMessage.class).toDomain())
        .toList();
  }

  /** Behind what came with it: that may be about the same people. */
  private Mono<Void> forget(TenantId tenant, List<ReceivedMessage> messages) {
    return Flux.fromIterable(messages)
        .filter(message -> message.type().equals(ContactErasedMessage.TYPE))
        .map(message -> message.as(ContactErasedMessage.class))
        .concatMap(
            erased ->
                pictures.forget(
                    tenant,
                    erased.contactIds(),
                    erased.opaqueId(),
                    erased.facts().stream().map(FactRecordedMessage::key).toList()))
        .then();
  }
}
