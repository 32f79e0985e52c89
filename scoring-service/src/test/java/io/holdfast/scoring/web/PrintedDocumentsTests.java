package io.holdfast.scoring.web;

import static io.holdfast.scoring.health.AccountFixture.date;
import static io.holdfast.scoring.health.AccountFixture.noon;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.adoption.DataSheet;
import io.holdfast.scoring.adoption.Modules;
import io.holdfast.scoring.health.AccountFixture;
import io.holdfast.scoring.health.Health;
import io.holdfast.scoring.health.HealthPolicy;
import io.holdfast.scoring.journey.Reached;
import io.holdfast.scoring.picture.Fact.Contact;
import io.holdfast.scoring.picture.Fact.Noted;
import io.holdfast.scoring.picture.KnownPicture;
import io.holdfast.scoring.reporting.HealthReport;
import io.holdfast.scoring.reporting.ReportAdoption;
import io.holdfast.scoring.reporting.ReportValue;
import io.holdfast.scoring.signal.CoreFeatures;
import io.holdfast.scoring.value.AdoptionTally;
import io.holdfast.scoring.value.PeerGroup;
import io.holdfast.scoring.value.PeerGroup.Basis;
import io.holdfast.scoring.value.Period;
import io.holdfast.scoring.value.ValueReport;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The pages are left in {@code target/documents} to look at. */
class PrintedDocumentsTests {

  private static final CoreFeatures FEATURES =
      new CoreFeatures(
          Map.of(
              "Report Exported", Set.of("report"),
              "Forecast Saved", Set.of("forecast"),
              "Webhook Delivered", Set.of("webhook")));

  private static final Modules MODULES =
      new Modules(
          Map.of("analytics", Set.of("report", "dashboard"), "planning", Set.of("forecast")));

  @Test
  void theInternalSheetNamesTheLostAndTheCustomersDoesNot() throws IOException {
    String internal = page("data-sheet-internal", sheet("Northwind Logistics", Audience.INTERNAL));
    String customer = page("data-sheet-customer", sheet("Northwind Logistics", Audience.CUSTOMER));

    assertThat(internal).contains("Who was lost", "person-7", "internal", "Planning");
    assertThat(customer)
        .contains("Northwind Logistics", "Forecast Saved", "end user")
        .doesNotContain("person-", "Who was lost", "internal");
  }

  @Test
  void theCustomersReportHasNoHealth() throws IOException {
    String internal = page("value-report-internal", report("Northwind Logistics", "internal"));
    String customer = page("value-report-customer", report("Northwind Logistics", "customer"));

    assertThat(internal).contains("Health at the end of the report", "Score ");
    assertThat(customer)
        .contains("Plan in two days", "ahead of 80% of 8 companies", "Team on board")
        .doesNotContain("Health", "internal");
  }

  @Test
  void nothingInADocumentIsMarkupAndNothingIsFetched() throws IOException {
    String hostile = "<script>alert(1)</script> & \"Sons\" {{account}} ' onload='x";

    for (Printable document :
        List.of(
            sheet(hostile, Audience.INTERNAL),
            sheet(hostile, Audience.CUSTOMER),
            report(hostile, "internal"),
            report(hostile, "customer"))) {
      String page = PageWriter.page(document);
      assertThat(page)
          .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "{{account}}")
          .doesNotContain("<script", "onload='x", "http://", "https://", " style=", "url(");
    }
  }

  @Test
  void anAccountWithoutAnythingHasItsPagesToo() throws IOException {
    AccountFixture nothing = new AccountFixture();
    DataSheetView sheet =
        DataSheetView.of(
            new ReportAdoption.Report(
                "acme",
                "Acme",
                noon(0),
                noon(0),
                DataSheet.of(nothing.known(), CoreFeatures.NONE, Modules.NONE, noon(0))),
            Audience.INTERNAL);

    assertThat(page("data-sheet-empty", sheet))
        .contains("No core feature is planned.", "No module is planned.", "Nobody is known.");
  }

  @Test
  void theTableHasALineAPartAndRunsNothing() {
    String internal = CsvWriter.text(sheet("Acme", Audience.INTERNAL));
    String customer = CsvWriter.text(sheet("Acme", Audience.CUSTOMER));

    assertThat(internal.lines().findFirst().orElseThrow()).endsWith(",sentence,lost_people");
    assertThat(customer.lines().findFirst().orElseThrow()).endsWith(",sentence");
    assertThat(internal.lines().count()).isEqualTo(1 + 1 + 3 + 2 + 4 + 2);
    assertThat(internal).contains("person-7").contains("'=cmd()");
    assertThat(customer).doesNotContain("person-");
  }

  private static String page(String name, Printable document) throws IOException {
    String page = PageWriter.page(document);
    Path file = Path.of("target", "documents", name + ".html");
    Files.createDirectories(file.getParent());
    Files.writeString(file, page);
    return page;
  }

  private static AccountFixture account() {
    AccountFixture account =
        new AccountFixture()
            .contract(40, -400)
            .usedBy(34, -60, 0)
            .usedBy(38, -180, -61)
            .usedBy(12, "report", -180, 0)
            .usedBy(9, "forecast", -180, -40)
            .usedBy(3, "forecast", -39, 0)
            .usedBy(15, "dashboard", -90, 0);
    for (int i = 0; i < 38; i++) {
      String department = List.of("Planning", "Operations", "=cmd()", "IT").get(i % 4);
      account.with(
          "person-" + i,
          new Contact(
              noon(-200),
              i == 7 ? "champion" : "end_user",
              department,
              i == 7 ? date(-38) : null,
              null));
    }
    return account
        .with("a", noted("outcome_agreed", -200, "Plan in two days instead of nine", null))
        .with("b", noted("outcome_agreed", -190, "Fewer stock-outs in the north", null))
        .with("p1", noted("outcome_progressed", -120, "Plan in two days instead of nine", "40"))
        .with("p2", noted("outcome_progressed", -10, "Plan in two days instead of nine", "85"));
  }

  private static Noted noted(String type, int day, String text, @Nullable String value) {
    return new Noted(
        noon(day), type, value == null ? null : new BigDecimal(value), null, text, null, date(20));
  }

  private static DataSheetView sheet(String name, Audience audience) {
    return DataSheetView.of(
        new ReportAdoption.Report(
            "acme",
            name,
            noon(0),
            noon(0),
            DataSheet.of(account().known(), FEATURES, MODULES, noon(0))),
        audience);
  }

  private static HealthReport health() {
    KnownPicture picture = account().known();
    Health health = new HealthPolicy(AccountFixture.ENTERPRISE, FEATURES).at(noon(0), picture);
    return new HealthReport(
        "acme",
        "Acme",
        health,
        AccountFixture.judging().folded(picture, noon(0)),
        noon(0),
        BigDecimal.ZERO,
        AccountFixture.ENTERPRISE,
        picture.calendar());
  }

  private static ValueReportView report(String name, String audience) {
    List<AdoptionTally> peers = new ArrayList<>();
    for (int people : List.of(3, 9, 20, 30, 12, 17, 38, 40)) {
      peers.add(new AdoptionTally(people, people, 9 * people, 2, 40));
    }
    return ValueReportView.of(
        new ReportValue.Report(
            "acme",
            name,
            noon(0),
            noon(0),
            ValueReport.of(
                account().known(),
                FEATURES,
                MODULES,
                List.of(
                    new Reached("first", "First value", date(-100), 20L, false, false),
                    new Reached("team", "Team on board", date(-3), 117L, false, false)),
                new PeerGroup(Basis.INDUSTRY_AND_SIZE, peers),
                new Period(date(-89), date(0)),
                noon(0)),
            audience.equals("internal") ? health() : null),
        Audience.of(audience));
  }
}
