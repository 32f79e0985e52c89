package io.holdfast.scoring.health;

import static io.holdfast.scoring.health.AccountFixture.ENTERPRISE;
import static io.holdfast.scoring.health.AccountFixture.date;
import static io.holdfast.scoring.health.AccountFixture.noon;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.scoring.picture.Fact;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The portfolio that the documentation works out by hand. */
class GoldenPortfolioTests {

  private static final Path PAGE = Path.of("../docs/health.md");
  private static final int NINE_WEEKS = -62;

  private record Worked(String score, String band) {}

  @Test
  void everyAccountHasTheScoreThatWasWorkedOutByHand() throws IOException {
    Map<String, Worked> found = new LinkedHashMap<>();
    portfolio().forEach((name, account) -> found.put(name, worked(account.at(0))));

    assertThat(found).isEqualTo(documented());
  }

  private static Worked worked(Health health) {
    BigDecimal score = health.score();
    return new Worked(
        score == null ? "–" : score.toPlainString(), ENTERPRISE.bands().of(score).key());
  }

  private static Map<String, Worked> documented() throws IOException {
    List<String> lines = Files.readAllLines(PAGE);
    Map<String, Worked> documented = new LinkedHashMap<>();
    lines.subList(lines.indexOf("## A portfolio worked out by hand"), lines.size()).stream()
        .filter(line -> line.startsWith("|"))
        .skip(2)
        .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
        .forEach(cells -> documented.put(cells.get(1), new Worked(cells.get(4), cells.get(5))));
    return documented;
  }

  private static Map<String, AccountFixture> portfolio() {
    Map<String, AccountFixture> portfolio = new LinkedHashMap<>();
    portfolio.put("Thriving", ordinary());
    portfolio.put("Fewer people", met(paying(used(28), 50)));
    portfolio.put("Half the seats", met(paying(used(40), 100)));
    portfolio.put("Silent", paying(used(40), 50).with("m", meeting(-75)));
    portfolio.put("Tickets", ordinary().with("t-1", urgent(-5)).with("t-2", urgent(-9)));
    portfolio.put(
        "Late payer",
        ordinary()
            .with("in", new Fact.Invoice(date(-50), date(-22), null, null))
            .with("c", new Fact.Charge(noon(-3), "in", true)));
    portfolio.put("Use alone", new AccountFixture().usedBy(40, NINE_WEEKS, 0));
    portfolio.put(
        "Trouble",
        met(paying(used(16), 50))
            .with("t-1", urgent(-2))
            .with("t-2", urgent(-5))
            .with("t-3", urgent(-9)));
    portfolio.put("Stopped", met(paying(daily(40, -120, -31), 50)));
    portfolio.put("New", paying(new AccountFixture(), 50, -2));
    return portfolio;
  }

  private static AccountFixture ordinary() {
    return met(paying(used(40), 50));
  }

  /** By 40 people for eight weeks, then by some of them for seven days. */
  private static AccountFixture used(int lately) {
    AccountFixture account = daily(40, NINE_WEEKS, -7);
    return account.usedBy(lately, -6, 0).usedBy(lately, "report", -6, 0);
  }

  private static AccountFixture daily(int people, int first, int last) {
    return new AccountFixture().usedBy(people, first, last).usedBy(people, "report", first, last);
  }

  private static AccountFixture paying(AccountFixture account, int seats) {
    return paying(account, seats, -100);
  }

  private static AccountFixture paying(AccountFixture account, int seats, int since) {
    return account.contract(seats, since);
  }

  private static AccountFixture met(AccountFixture account) {
    return account.with("m", meeting(-1));
  }

  private static Fact meeting(int day) {
    return new Fact.Meeting(noon(day), null, null);
  }

  private static Fact urgent(int day) {
    return new Fact.Ticket(noon(day), null, "urgent");
  }
}
