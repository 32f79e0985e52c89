package io.holdfast.metrics;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.holdfast.testing.TestTokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** Tables for a spreadsheet. */
class CsvIT extends RealMetrics {

  @Test
  void writesTheBridgeALineAMonth() {
    hearTheCompany();

    var answer = csv("mrr-movements?from=2025-06&to=2025-07", "text/csv");

    assertThat(answer.getResponseHeaders().getContentType()).hasToString("text/csv;charset=UTF-8");
    assertThat(answer.getResponseHeaders().getContentDisposition().getFilename())
        .isEqualTo("mrr-movements.csv");
    assertThat(lines(answer))
        .containsExactly(
            "period,start,new,reactivation,expansion,contraction,churn,fx,restatement,end,"
                + "churn_voluntary,churn_involuntary,churn_unclassified,currency",
            "2025-06,4999.99999999,0,0,666.66666667,0,0,0,0,5666.66666666,0,0,0,USD",
            "2025-07,5666.66666666,0,0,0,0,-233.33333333,0,0,5433.33333333,-233.33333333,0,0,USD");
  }

  @Test
  void writesARatioByItsFormatParameterWhateverIsAccepted() {
    hearTheCompany();

    assertThat(lines(csv("logo-retention?from=2025-07&to=2025-07&format=csv", "*/*")))
        .containsExactly("period,value", "2025-07,0.666666666666667");
    assertThat(lines(csv("grr?from=2024-06&to=2024-06", "text/csv")))
        .containsExactly("period,value", "2024-06,");
  }

  @Test
  void guardsReasonsThatBeginLikeAFormula() {
    ingestion.phase("acme", "s", "2025-01-01", "2025-06-01", "70 USD/month");
    ingestion.outcome("acme", "voluntary_churn", "2025-06-01", "=HYPERLINK(\"x\")");
    ingestion.phase("bravo", "b", "2025-01-01", null, "1 USD/month");
    awaitEnd("1");

    assertThat(lines(csv("churn-reasons?from=2025-01&to=2025-10", "text/csv")))
        .containsExactly(
            "churn_kind,reason,accounts,amount,currency",
            "voluntary,\"'=HYPERLINK(\"\"x\"\")\",1,-70,USD");
  }

  @Test
  void writesAListPageByPage() {
    hearTheCompany();

    var first = csv("movements?period=2025-07", "text/csv");
    assertThat(lines(first))
        .containsExactly(
            "account_id,name,on,kind,churn_kind,reason,amount,currency,recovered",
            "quarterly,Quarterly Ltd,2025-07-01,churn,voluntary,price,-233.33333333,USD,false");
    assertThat(first.getResponseHeaders().getFirst("Holdfast-Next-Cursor")).isNull();

    String ledger = "/api/v1/accounts/quarterly/mrr-movements?format=csv&limit=2";
    var answer = answer(ledger, "*/*");
    assertThat(lines(answer))
        .containsExactly(
            "on,kind,churn_kind,reason,amount,currency,recovered,subscriptions,corrects_period",
            "2024-10-01,new,,,333.33333333,USD,false,q,",
            "2025-04-01,contraction,,,-100,USD,false,q,");
    String next = answer.getResponseHeaders().getFirst("Holdfast-Next-Cursor");
    assertThat(lines(answer(ledger + "&cursor=" + next, "*/*")))
        .element(1, as(STRING))
        .startsWith("2025-07-01,churn,");
  }

  @Test
  void countsWhoIsInNoLine() {
    ingestion.phase("euro", "e", "2025-01-15", null, "100 EUR/month");
    ingestion.phase("acme", "s", "2025-01-01", null, "70 USD/month");
    awaitEnd("70");

    var answer = csv("nrr", "text/csv");

    assertThat(answer.getResponseHeaders().getFirst("Holdfast-Excluded-Accounts")).isEqualTo("1");
  }

  @Test
  void refusesWhatItCannotWrite() {
    String token = TestTokens.bearer(tenant, "metrics:read");

    status("/api/v1/metrics/nrr?format=xlsx", token, 406);
    status("/api/v1/metrics/summary?format=csv", token, 406);
    status("/api/v1/metrics/nrr?format=csv&window=2m", token, 400);
    status("/api/v1/metrics/nrr?format=csv", TestTokens.bearer(tenant, "health:read"), 403);
  }

  private EntityExchangeResult<byte[]> csv(String table, String accept) {
    return answer("/api/v1/metrics/" + table, accept);
  }

  private EntityExchangeResult<byte[]> answer(String path, String accept) {
    return http.get()
        .uri(path)
        .header("Authorization", "Bearer " + TestTokens.bearer(tenant, "metrics:read"))
        .header("Accept", accept)
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .returnResult();
  }

  private static List<String> lines(EntityExchangeResult<byte[]> answer) {
    byte[] body = answer.getResponseBodyContent();
    return new String(body, StandardCharsets.UTF_8).lines().toList();
  }
}
