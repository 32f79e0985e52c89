package io.holdfast.notification.writing;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.notification.alert.Alert;
import io.holdfast.notification.alert.AlertFixture;
import io.holdfast.notification.alert.Severity;
import io.holdfast.notification.alert.Verdict;
import io.holdfast.notification.channel.ChannelType;
import io.holdfast.notification.notice.DigestNotice;
import io.holdfast.notification.notice.FleetNotice;
import io.holdfast.notification.notice.FleetNotice.Silence;
import io.holdfast.notification.notice.Notice;
import io.holdfast.notification.person.EmailAddress;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MessagesTests {

  private static final URI CONSOLE = URI.create("https://console.example/");

  private final JsonMapper json = JsonMapper.builder().build();
  private final WrittenMessages messages = new WrittenMessages(json);

  @Test
  void aWebhookNamesValueBaselineAndChange() {
    JsonNode data = written(ChannelType.WEBHOOK, notice("Acme")).required("data");

    JsonNode reason = data.required("reasons").get(0);
    assertThat(reason.required("value").asInt()).isEqualTo(9);
    assertThat(reason.required("baseline").asInt()).isEqualTo(40);
    assertThat(reason.required("changePercent").asInt()).isEqualTo(-78);
    assertThat(data.required("title").asString())
        .isEqualTo("Weekly active users 9 against 40 (−78%), now at risk");
    assertThat(data.required("previousBand").asString()).isEqualTo("healthy");
  }

  @Test
  void whatAnAccountIsCalledCannotBecomeMarkup() {
    Notice notice = notice("<b>&\"A\"</b>");

    assertThat(written(ChannelType.EMAIL, notice).required("html").asString())
        .contains("&lt;b&gt;&amp;&quot;A&quot;&lt;/b&gt;")
        .doesNotContain("<b>");
    assertThat(
            written(ChannelType.SLACK, notice)
                .required("blocks")
                .get(0)
                .required("text")
                .required("text")
                .asString())
        .startsWith("*&lt;b&gt;&amp;\"A\"&lt;/b&gt;: ");
  }

  @Test
  void aFailedPaymentShowsItsAmountAndInvoice() {
    Notice notice = notice("Acme", AlertFixture.openAlert(AlertFixture.paymentWarning("in-77")));

    assertThat(written(ChannelType.EMAIL, notice).required("html").asString())
        .contains("1,249.50 USD", "Invoice in-77", "Payment failed");
    assertThat(
            written(ChannelType.WEBHOOK, notice)
                .required("data")
                .required("reasons")
                .get(0)
                .required("about")
                .asString())
        .isEqualTo("in-77");
  }

  @Test
  void aClosedAlertSaysWhyItIsClosed() {
    Alert open = AlertFixture.openAlert(AlertFixture.usageWarning(Severity.WARNING));

    assertThat(text(notice("Acme", open.close(null, AlertFixture.MORNING).alert())))
        .contains("Closed on 9 March 2026: the account is healthy again.");
    assertThat(text(notice("Acme", open.close(Verdict.FALSE, AlertFixture.MORNING).alert())))
        .contains("Closed on 9 March 2026: judged a false alarm.");
  }

  private String text(Notice notice) {
    return written(ChannelType.EMAIL, notice).required("text").asString();
  }

  @Test
  void aSubjectIsOneLine() {
    assertThat(
            written(ChannelType.EMAIL, notice("Acme\r\nBcc: all@example.com"))
                .required("subject")
                .asString())
        .doesNotContain("\r", "\n");
  }

  @Test
  void aLongDigestKeepsToSlacksLimits() {
    DigestNotice digest =
        new DigestNotice(
            IntStream.range(0, 250)
                .mapToObj(i -> notice("Account " + i + " " + "x".repeat(90)))
                .toList(),
            URI.create("https://console.example/alerts"),
            AlertFixture.MORNING);

    JsonNode blocks = json.readTree(messages.digest(ChannelType.SLACK, digest)).required("blocks");

    assertThat(blocks.size()).isLessThanOrEqualTo(50);
    for (JsonNode block : blocks.values()) {
      assertThat(block.path("text").path("text").asString("").length()).isLessThanOrEqualTo(3_000);
    }
    assertThat(blocks.toString()).contains("210 more");
  }

  @Test
  void aDigestCountsAccountsAndNamesFailedPayments() {
    DigestNotice digest =
        new DigestNotice(
            List.of(
                notice("Acme"),
                notice("Acme", AlertFixture.openAlert(AlertFixture.paymentWarning("in-77")))),
            URI.create("https://console.example/alerts"),
            AlertFixture.MORNING);

    assertThat(digest.subject())
        .isEqualTo("1 account needs attention: 1 at risk, 1 failed payment");
  }

  @Test
  void aSilenceOfTheFleetSaysWhatHappenedAndWhatToDo() {
    for (ChannelType type : ChannelType.values()) {
      assertThat(messages.fleet(type, silent(false)))
          .contains("11 of 12 accounts did not use the product on 9 March 2026")
          .contains("until 16 March 2026 their bands get no worse")
          .contains("Look whether events arrive")
          .contains("https://console.example/");
    }
    assertThat(json.readTree(messages.fleet(ChannelType.WEBHOOK, silent(false))).get("type"))
        .hasToString("\"fleet.silent\"");
    assertThat(messages.fleet(ChannelType.EMAIL, silent(true)))
        .contains("there is nothing to do")
        .doesNotContain("Look whether");
  }

  @Test
  void theEndOfASilenceSaysWhetherTheUseCame() {
    assertThat(messages.fleet(ChannelType.EMAIL, over(true)))
        .contains("The missing use from 9 March 2026 to 10 March 2026 has come");
    assertThat(messages.fleet(ChannelType.SLACK, over(false)))
        .contains("is over", "Accounts that are still silent");
  }

  private static FleetNotice silent(boolean holiday) {
    LocalDate day = LocalDate.of(2026, 3, 9);
    return FleetNotice.silent(
        new Silence(day, day, 12, 11, day.plusDays(7), holiday), CONSOLE, AlertFixture.MORNING);
  }

  private static FleetNotice over(boolean filled) {
    LocalDate day = LocalDate.of(2026, 3, 9);
    return FleetNotice.over(day, day.plusDays(1), filled, CONSOLE, AlertFixture.MORNING);
  }

  @Test
  void slackTextIsShortenedWithoutCuttingAnEscapeInTwo() {
    assertThat(SlackWriter.fit("a<b>\n&", 100)).isEqualTo("a&lt;b&gt; &amp;");
    assertThat(SlackWriter.fit("&".repeat(50), 23)).isEqualTo("&amp;&amp;&amp;&amp;…");
    assertThat(SlackWriter.fit("😀😀😀", 4)).isEqualTo("😀…");
  }

  private JsonNode written(ChannelType type, Notice notice) {
    return json.readTree(messages.one(type, notice));
  }

  private static Notice notice(String account) {
    return notice(account, AlertFixture.openAlert(AlertFixture.usageWarning(Severity.WARNING)));
  }

  private static Notice notice(String account, Alert alert) {
    return new Notice(
        Notice.OPENED,
        alert,
        account,
        Optional.of(new EmailAddress("ana@larkfield.example")),
        URI.create("https://console.example/accounts/acme"),
        AlertFixture.MORNING);
  }
}
