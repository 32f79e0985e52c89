package io.holdfast.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The RavenStack files, imported as {@code docs/ravenstack.md} says, into a tenant of their own.
 * What the page states is read from the page: it cannot promise anything else than is tested.
 */
class RavenStackIT {
  private static final LocalPlatform PLATFORM = LocalPlatform.instance();
  private static final String TENANT = "ravenstack";
  private static final String FROM = "2023-07-02";
  private static final String TO = "2024-12-29";

  /** Kind → file, in the order of the page. */
  private static final Map<String, String> FILES = files();

  private static final Pattern COUNTS =
      Pattern.compile(
          "(?m)^\\| (\\w+) \\| ([\\d,]+) \\| ([\\d,]+) \\| ([\\d,]+) \\| ([\\d,]+) \\|$");
  private static final Pattern CLOSING =
      Pattern.compile("(?m)^\\| (\\w+ 20\\d\\d) \\| ([\\d,]+) \\| ([\\d,]+) \\|$");

  private static final Map<String, JsonNode> FIRST = new HashMap<>();
  private static Path data;
  private static String page;
  private static Door door;

  private static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("accounts", "accounts");
    files.put("subscriptions", "subscriptions");
    files.put("usage", "feature_usage");
    files.put("tickets", "support_tickets");
    files.put("outcomes", "churn_events");
    return files;
  }

  @BeforeAll
  static void importEverything() throws IOException {
    data = SharedData.of(PLATFORM, "ravenstack");
    page = Files.readString(PLATFORM.repository().resolve("docs/ravenstack.md"));
    String admin = PLATFORM.token("admin", "demo");
    door =
        Door.with(
            PLATFORM,
            MadeTokens.like(admin, PLATFORM).with(claims -> claims.claim("tenant", TENANT)));
    door.post("/api/v1/tenants", Map.of("name", "RavenStack")).expect(201);
    FILES.keySet().forEach(kind -> FIRST.put(kind, load(kind)));
  }

  private static JsonNode load(String kind) {
    Path mappings = PLATFORM.repository().resolve("docs/ravenstack");
    return Imports.loadFile(
        door,
        kind,
        data.resolve("ravenstack_" + FILES.get(kind) + ".csv"),
        "as-recorded",
        read(mappings.resolve(kind + ".json")));
  }

  private record Counts(int read, int accepted, int duplicate, int rejected) {
    static Counts of(JsonNode load) {
      assertThat(load.get("state").asString()).isEqualTo("completed");
      return new Counts(
          load.get("read").asInt(),
          load.get("accepted").asInt(),
          load.get("duplicate").asInt(),
          load.get("rejected").asInt());
    }
  }

  @Test
  void asManyLinesAreTakenAndRefusedAsThePageSays() {
    Map<String, Counts> stated = statedCounts();
    assertThat(stated.keySet()).containsExactlyInAnyOrderElementsOf(FILES.values());
    FILES.forEach(
        (kind, file) ->
            assertThat(Counts.of(FIRST.get(kind))).as(file).isEqualTo(stated.get(file)));
  }

  @Test
  void theRefusedLinesAreNamedWithTheirReason() {
    String errors =
        door.get("/api/v1/imports/" + FIRST.get("usage").get("importId").asString() + "/errors")
            .expect(200)
            .body();
    List<String> lines = errors.lines().skip(1).toList();
    assertThat(lines).hasSize(2).allMatch(line -> line.contains("count,invalid_number"));
    List<String> file = lines(data.resolve("ravenstack_feature_usage.csv"));
    assertThat(lines)
        .allSatisfy(
            line ->
                assertThat(file.get(Integer.parseInt(line.split(",")[0]) - 1).split(",")[4])
                    .as("the count on that line")
                    .isEqualTo("0"));
  }

  @Test
  void theSameFilesAgainChangeNothing() {
    FILES.forEach(
        (kind, file) -> {
          Counts first = Counts.of(FIRST.get(kind));
          assertThat(Counts.of(load(kind)))
              .as(file)
              .isEqualTo(
                  new Counts(
                      first.read(), 0, first.accepted() + first.duplicate(), first.rejected()));
        });
    theLedgerClosesWithTheSumOfTheFileInEveryMonth();
  }

  @Test
  void theLedgerClosesWithTheSumOfTheFileInEveryMonth() {
    List<Phase> phases = phases();
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                closings()
                    .forEach(
                        (month, end) ->
                            assertThat(end)
                                .as("end of %s", month)
                                .isEqualByComparingTo(sum(paidBy(phases, month)))));
  }

  @Test
  void thePageStatesWhatTheFileSumsUpTo() {
    List<Phase> phases = phases();
    Map<YearMonth, BigDecimal> stated = new TreeMap<>();
    Matcher row = CLOSING.matcher(page);
    while (row.find()) {
      BigDecimal ledger = number(row.group(2));
      assertThat(number(row.group(3))).isEqualByComparingTo(ledger);
      stated.put(month(row.group(1)), ledger);
    }
    assertThat(stated).hasSize(4);
    stated.forEach(
        (month, amount) ->
            assertThat(sum(paidBy(phases, month))).as("%s", month).isEqualByComparingTo(amount));
  }

  @Test
  void retentionOfTheYearIsThatOfTheFile() {
    theLedgerClosesWithTheSumOfTheFileInEveryMonth();
    List<Phase> phases = phases();
    Map<String, BigDecimal> start = paidBy(phases, YearMonth.of(2023, 12));
    Map<String, BigDecimal> end = paidBy(phases, YearMonth.of(2024, 12));
    BigDecimal kept = BigDecimal.ZERO;
    BigDecimal keptAtMost = BigDecimal.ZERO;
    int active = 0;
    for (Map.Entry<String, BigDecimal> account : start.entrySet()) {
      BigDecimal now = end.getOrDefault(account.getKey(), BigDecimal.ZERO);
      kept = kept.add(now);
      keptAtMost = keptAtMost.add(now.min(account.getValue()));
      active += now.signum() > 0 ? 1 : 0;
    }
    double cohort = sum(start).doubleValue();
    assertThat(rate("nrr")).isCloseTo(kept.doubleValue() / cohort, within(1e-9));
    assertThat(rate("grr")).isCloseTo(keptAtMost.doubleValue() / cohort, within(1e-9));
    assertThat(rate("logo-retention")).isCloseTo((double) active / start.size(), within(1e-9));
  }

  @Test
  void nobodyIsAlertedOfAPastThatIsOver() {
    PLATFORM.awaitQuiet();
    assertThat(door.get("/api/v1/alerts").expect(200).json().get("items")).isEmpty();
  }

  @Test
  void aBacktestFindsNoUsableSignalAndAdvisesAgainstPublishing() {
    PLATFORM.awaitQuiet();
    String model = read(PLATFORM.repository().resolve("docs/ravenstack/model.json"));
    String draft =
        door.post("/api/v1/scoring-models", Door.JSON.readTree(model))
            .expect(201)
            .json()
            .get("id")
            .asString();

    JsonNode found = backtested(draft, Map.of("from", FROM, "to", TO, "segmentBy", "industry"));
    JsonNode again = backtested(draft, Map.of("again", found.get("backtestId").asString()));

    assertThat(found.get("verdict").asString()).isEqualTo("no_usable_signal");
    assertThat(found.get("auc").asDouble()).isBetween(0.40, 0.62);
    assertThat(found.at("/report/verdict/sentence").asString())
        .contains("does not tell who leaves", "Publishing it is advised against");
    assertThat(again.get("report")).isEqualTo(found.get("report"));
    assertThat(page).contains("\"from\":\"%s\",\"to\":\"%s\"".formatted(FROM, TO));
    Matcher stated = Pattern.compile("AUC (0\\.\\d{4})").matcher(page);
    assertThat(stated.find()).isTrue();
    assertThat(found.get("auc").asDouble())
        .as("that of the page, whose tenant has other midnights")
        .isCloseTo(Double.parseDouble(stated.group(1)), within(0.005));
  }

  private static JsonNode backtested(String model, Map<String, String> question) {
    Door.Answer asked =
        door.post("/api/v1/scoring-models/" + model + "/backtests", question).expect(202);
    String place =
        "/api/v1/scoring-models/"
            + model
            + "/backtests/"
            + asked.json().get("backtestId").asString();
    await()
        .atMost(Duration.ofMinutes(3))
        .until(() -> !isUnderWay(door.get(place).expect(200).json()));
    JsonNode found = door.get(place).expect(200).json();
    assertThat(found.get("status").asString()).as("%s", found.get("failure")).isEqualTo("done");
    return found;
  }

  private static boolean isUnderWay(JsonNode backtest) {
    return List.of("queued", "running").contains(backtest.get("status").asString());
  }

  /** A subscription as it stands in the file: this is the other way to the figures. */
  private record Phase(String account, String starts, String ends, BigDecimal monthly) {
    boolean isPaidOn(String day) {
      return starts.compareTo(day) <= 0 && (ends.isEmpty() || ends.compareTo(day) > 0);
    }
  }

  private static List<Phase> phases() {
    List<String> lines = lines(data.resolve("ravenstack_subscriptions.csv"));
    List<String> header = List.of(lines.getFirst().split(","));
    List<Phase> phases = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      if (cells[header.indexOf("is_trial")].equals("False")) {
        phases.add(
            new Phase(
                cells[header.indexOf("account_id")],
                cells[header.indexOf("start_date")],
                cells[header.indexOf("end_date")],
                new BigDecimal(cells[header.indexOf("mrr_amount")])));
      }
    }
    return phases;
  }

  private static Map<String, BigDecimal> paidBy(List<Phase> phases, YearMonth month) {
    String lastDay = month.atEndOfMonth().toString();
    Map<String, BigDecimal> paid =
        phases.stream()
            .filter(phase -> phase.isPaidOn(lastDay))
            .collect(Collectors.toMap(Phase::account, Phase::monthly, BigDecimal::add));
    paid.values().removeIf(amount -> amount.signum() == 0);
    return paid;
  }

  private static BigDecimal sum(Map<String, BigDecimal> paid) {
    return paid.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Map<YearMonth, BigDecimal> closings() {
    Map<YearMonth, BigDecimal> closings = new TreeMap<>();
    for (JsonNode row :
        door.get("/api/v1/metrics/mrr-movements?from=2022-12&to=2025-06")
            .expect(200)
            .json()
            .get("rows")) {
      closings.put(
          YearMonth.parse(row.get("period").asString()), new BigDecimal(row.get("end").asString()));
    }
    assertThat(closings).hasSize(31);
    return closings;
  }

  private static double rate(String metric) {
    return door.get("/api/v1/metrics/" + metric + "?from=2024-12&to=2024-12&window=12m")
        .expect(200)
        .json()
        .get("rows")
        .get(0)
        .get("value")
        .asDouble();
  }

  private static Map<String, Counts> statedCounts() {
    Map<String, Counts> stated = new HashMap<>();
    Matcher row = COUNTS.matcher(page);
    while (row.find()) {
      stated.put(
          row.group(1),
          new Counts(
              number(row.group(2)).intValue(),
              number(row.group(3)).intValue(),
              number(row.group(4)).intValue(),
              number(row.group(5)).intValue()));
    }
    return stated;
  }

  private static BigDecimal number(String printed) {
    return new BigDecimal(printed.replace(",", ""));
  }

  private static YearMonth month(String printed) {
    String[] words = printed.split(" ");
    return YearMonth.of(
        Integer.parseInt(words[1]), Month.valueOf(words[0].toUpperCase(Locale.ROOT)));
  }

  private static List<String> lines(Path file) {
    return read(file).lines().toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
