package io.holdfast.messaging.merging;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.messaging.ReceivedMessage;
import io.holdfast.tenancy.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RenamingTests {
  private static final Map<String, String> MOVED = Map.of("dupe", "acme");

  @Test
  void whatHappenedToTheOneHappenedToTheOther() {
    ReceivedMessage ticket =
        message("ingestion.ticket-recorded.v1", "dupe", "{\"accountId\":\"dupe\",\"n\":1}");
    assertThat(renamed(ticket))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.id()).isEqualTo(ticket.id());
              assertThat(one.subject()).isEqualTo("acme");
              assertThat(text(one)).isEqualTo("{\"accountId\":\"acme\",\"n\":1}");
              assertThat(one.extensions()).containsEntry("toldof", "dupe");
            });
  }

  @Test
  void whatItIsCalledAndWhatOthersMakeOfItIsToldOfBothTogether() {
    for (String type :
        List.of(
            "ingestion.account-recorded.v1", "scoring.band-changed.v1", "metrics.mrr-moved.v1")) {
      assertThat(renamed(message(type, "dupe", "{\"accountId\":\"dupe\"}"))).as(type).isEmpty();
    }
  }

  @Test
  void whatIsCalledLikeTheAccountAndIsNoneStays() {
    ReceivedMessage other = message("notification.person-changed.v1", "dupe", "{\"name\":\"x\"}");
    assertThat(renamed(other)).containsExactly(other);
    ReceivedMessage nobodys = message("ingestion.user-merged.v1", null, "{\"userId\":\"dupe\"}");
    assertThat(renamed(nobodys)).containsExactly(nobodys);
  }

  @Test
  void whoBelongsToTheOneBelongsToTheOther() {
    assertThat(renamed(child("child", "dupe")))
        .extracting(RenamingTests::text)
        .containsExactly(body("child", "\"acme\""));
    assertThat(renamed(child("acme", "dupe")))
        .as("nobody belongs to itself")
        .extracting(RenamingTests::text)
        .containsExactly(body("acme", "null"));
    assertThat(renamed(child("child", "other")))
        .extracting(RenamingTests::text)
        .containsExactly(body("child", "\"other\""));
  }

  @Test
  void theAccountsAskedForAreSubjectsAndParents() {
    assertThat(
            Renaming.accounts(
                List.of(
                    child("child", "parent"),
                    message("ingestion.ticket-recorded.v1", "of", "{}"),
                    message("ingestion.user-merged.v1", null, "{}"))))
        .containsExactlyInAnyOrder("child", "parent", "of");
  }

  private static List<ReceivedMessage> renamed(ReceivedMessage message) {
    return Renaming.all(List.of(message), MOVED);
  }

  private static ReceivedMessage child(String account, String parent) {
    return message("ingestion.account-recorded.v1", account, body(account, "\"" + parent + "\""));
  }

  private static String body(String account, String parent) {
    return "{\"accountId\":\"%s\",\"parentAccountId\":%s}".formatted(account, parent);
  }

  private static String text(ReceivedMessage message) {
    return new String(message.body(), StandardCharsets.UTF_8);
  }

  private static ReceivedMessage message(String type, @Nullable String subject, String json) {
    return new ReceivedMessage(
        "id",
        type,
        new TenantId("demo"),
        subject,
        Instant.EPOCH,
        Map.of(),
        json.getBytes(StandardCharsets.UTF_8));
  }
}
