package io.holdfast.local.demo;

import io.holdfast.local.demo.larkfield.Colleague;
import io.holdfast.local.demo.larkfield.ImportFile;
import io.holdfast.local.demo.larkfield.Larkfield;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Loads Larkfield through the public API: its settings, people, tracking plan and ideal customer,
 * then its files as recorded. Ids and lines are the same each time, so a second load changes
 * nothing.
 */
public final class DemoCompany {

  /** Companies that move and make things, not too small, near enough for its trainers. */
  private static final String IDEAL_CUSTOMER =
      """
      {"criteria": [
         {"key": "industry", "attribute": "industry", "weight": 0.4,
          "oneOf": ["Manufacturing", "Logistics", "Retail", "Food", "Energy", "Construction"]},
         {"key": "size", "attribute": "employees", "weight": 0.35, "range": {"from": 250, "to": 2000}},
         {"key": "country", "attribute": "country", "weight": 0.25,
          "oneOf": ["US", "CA", "GB", "DE", "NL", "AT", "NO"]}],
       "good": 75, "fair": 50, "leastCoverage": 0.5}
      """;

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final Duration STALLED = Duration.ofMinutes(3);

  private final PublicApi api;
  private final Consumer<String> progress;

  private DemoCompany(PublicApi api, Consumer<String> progress) {
    this.api = api;
    this.progress = progress;
  }

  /**
   * Returns when every line has been read.
   *
   * @param adminToken gives a token that is valid now, with every scope
   * @param today the last day the company lives
   * @throws LoadFailed when an import fails, or none gets any further
   */
  public static void load(
      URI gateway, Supplier<String> adminToken, LocalDate today, Consumer<String> progress) {
    try (var api = new PublicApi(gateway, adminToken)) {
      new DemoCompany(api, progress).load(Larkfield.on(today));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new LoadFailed("loading the demo company was interrupted", stopped);
    }
  }

  private void load(Larkfield company) throws InterruptedException {
    api.putTenant("Larkfield", company.holidays());
    api.putTrackingPlan();
    api.publishFitProfile("Whom Larkfield was made for", IDEAL_CUSTOMER);
    for (Colleague colleague : company.colleagues()) {
      api.putPerson(colleague);
    }
    List<ImportFile> files = company.files();
    // Everything else belongs to an account: what came first would have to wait for it.
    await(List.of(started(files.getFirst())));
    var loads = new ArrayList<RunningLoad>();
    for (ImportFile file : files.subList(1, files.size())) {
      loads.add(started(file));
    }
    await(loads);
  }

  private RunningLoad started(ImportFile file) throws InterruptedException {
    return new RunningLoad(file, api.startImport(file));
  }

  private void await(List<RunningLoad> loads) throws InterruptedException {
    var running = new ArrayList<>(loads);
    long lastNews = System.nanoTime();
    while (!running.isEmpty()) {
      for (RunningLoad load : List.copyOf(running)) {
        if (load.look(api, progress)) {
          lastNews = System.nanoTime();
        }
        if (load.completed()) {
          running.remove(load);
        }
      }
      if (System.nanoTime() - lastNews > STALLED.toNanos()) {
        throw new LoadFailed("the demo company's imports stand still: " + running);
      }
      if (!running.isEmpty()) {
        Thread.sleep(BETWEEN_LOOKS);
      }
    }
  }
}
