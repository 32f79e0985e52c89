package io.holdfast.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A CSM, a finance lead and a manager in a real browser: sign in, look, and find what the API says.
 */
class ConsoleIT {
  private static final LocalPlatform PLATFORM = LocalPlatform.instance();
  private static final IsVisibleOptions PATIENTLY = new IsVisibleOptions().setTimeout(120_000);
  private static Playwright playwright;
  private static Browser browser;

  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void startBrowser() {
    Path chromium =
        List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").stream()
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    if (chromium == null) {
      System.out.println("SKIPPED: the browser tests did not run, no Chromium was found");
      if ("required".equals(System.getProperty("holdfast.browser"))) {
        throw new AssertionError("browser tests are required and no Chromium was found");
      }
      abort("no Chromium was found");
    }
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  @AfterAll
  static void stopBrowser() {
    if (playwright != null) {
      browser.close();
      playwright.close();
    }
  }

  @BeforeEach
  void open() {
    context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900));
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
  }

  @AfterEach
  void nothingWasComplainedAbout() {
    context.close();
    assertThat(complaints).isEmpty();
  }

  @Test
  void aCsmSignsInAtADeepLinkAndSeesThePortfolio() {
    signIn("/portfolio", "ana.rivera@larkfield.example");
    assertThat(page).hasURL(Pattern.compile(".*/portfolio.*"));
    assertThat(page.getByRole(AriaRole.HEADING, heading("Portfolio"))).isVisible();
    assertThat(page.getByRole(AriaRole.TABLE).last().getByRole(AriaRole.ROW).nth(10)).isVisible();
  }

  @Test
  void anAccountsPageExplainsItsScore() {
    Door demo = Door.with(PLATFORM, PLATFORM.token("csm", "demo"));
    var account =
        demo.get("/api/v1/accounts?band=at_risk&limit=1").expect(200).json().get("items").get(0);
    signIn("/accounts/" + account.get("accountId").asString(), "ana.rivera@larkfield.example");
    assertThat(page.getByRole(AriaRole.HEADING, heading(account.get("name").asString())))
        .isVisible();
    assertThat(page.getByText(Pattern.compile("Why the score is \\d+")).first()).isVisible();
    assertThat(page.getByText("Product adoption depth").first()).isVisible();
  }

  @Test
  void aFinanceLeadSeesTheMonthsClose() {
    signIn("/revenue", "ines.okafor@larkfield.example");
    assertThat(page.getByRole(AriaRole.HEADING, heading("Revenue"))).isVisible();
    assertThat(page.getByText("MRR bridge").first()).isVisible();
    assertThat(page.getByText(Pattern.compile("closes to")).first()).isVisible();
  }

  @Test
  void aCsmNarrowsTheAlertsToTheirOwnAccounts() {
    signIn("/alerts", "ana.rivera@larkfield.example");
    assertThat(page.getByRole(AriaRole.HEADING, heading("Alerts"))).isVisible();
    Locator rows = page.locator("alert-row");
    assertThat(rows.first()).isVisible();
    int all = rows.count();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mine")).click();
    assertThat(rows.filter(new Locator.FilterOptions().setHasNotText("Owner A. Rivera")))
        .hasCount(0);
    assertThat(rows.count()).isBetween(1, all - 1);
  }

  @Test
  void aCsmSeesTheScoringModelAndHasNothingToChangeItWith() {
    signIn("/models/enterprise-v1", "ana.rivera@larkfield.example");
    assertThat(page.getByRole(AriaRole.HEADING, heading("Enterprise"))).isVisible();
    assertThat(page.locator("model-weights").getByText("Silence")).isVisible();
    assertThat(button("New draft")).hasCount(0);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Bands")).click();
    assertThat(page.getByText("prior, not learnt")).isVisible();
  }

  @Test
  void aManagerDraftsAScoringModelAndSeesWhatItWouldChange() {
    signIn("/models", "helen.brandt@larkfield.example");
    button("New draft").click();
    button("Begin draft").click();
    page.waitForURL(Pattern.compile(".*/models/[0-9a-f-]{36}"));
    String draft = URI.create(page.url()).getPath();
    weight("Product adoption depth").fill("40");
    assertThat(page.getByText("Sum is 105%, 5% too much")).isVisible();
    weight("Commercial alignment").fill("10");
    button("Save draft").click();
    assertThat(page.getByText("Draft, 2 differences")).isVisible();
    assertThat(page.getByText("Edits not saved")).hasCount(0);
    page.getByRole(
            AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("Differences")))
        .click();
    assertThat(page.locator("model-differences").getByText("40%")).isVisible();
    button("Discard…").click();
    button("Discard the draft").click();
    page.waitForURL(Pattern.compile(".*/models"));
    assertThat(page.getByText("Published versions")).isVisible();
    assertThat(page.locator("a[href='" + draft + "']")).hasCount(0);
  }

  @Test
  void aManagerSimulatesAModelAndTriesItOnThePast() {
    signIn("/models/enterprise-v1?view=simulation", "helen.brandt@larkfield.example");
    button("Simulate").click();
    assertThat(page.locator("simulated-moves").getByText("Who would move")).isVisible(PATIENTLY);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Backtests")).click();
    button("New backtest").click();
    page.getByLabel("Leaving within, days").fill("3");
    button("Ask").click();
    assertThat(page.getByText("A whole number from 7 to 730.")).isVisible();
    page.getByLabel("Leaving within, days").fill("90");
    button("Ask").click();
    page.waitForURL(Pattern.compile(".*/backtests/[0-9a-f-]{36}"));
    assertThat(page.locator("backtest-signals").getByText("Silence")).isVisible(PATIENTLY);
    assertThat(page.locator("backtest-weights").getByText("Never applied by themselves"))
        .isVisible();
    page.getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName(Pattern.compile("^Discard… the backtest")))
        .click();
    button("Discard the report").click();
    page.waitForURL(Pattern.compile(".*/models/enterprise-v1\\?view=backtests"));
  }

  private Locator weight(String axis) {
    return page.getByLabel("Weight of " + axis + ", of the score");
  }

  private Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private void signIn(String path, String email) {
    page.navigate(PLATFORM.gateway() + path);
    page.locator("input[type=email], input[name=username]").first().fill(email);
    page.locator("input[type=password]").fill("demo");
    page.locator("button[type=submit]").click();
    page.waitForURL(Pattern.compile(Pattern.quote(PLATFORM.gateway() + path) + ".*"));
  }

  private static Page.GetByRoleOptions heading(String name) {
    return new Page.GetByRoleOptions().setName(name).setLevel(1);
  }
}
