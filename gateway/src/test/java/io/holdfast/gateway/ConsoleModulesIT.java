package io.holdfast.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** The tests of the console's modules, {@code console-tests/*.test.js}, in a real browser. */
class ConsoleModulesIT {
  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script type=\"importmap\">.*?</script>", Pattern.DOTALL);
  private static final Map<String, String> FOLDERS =
      Map.of(
          "/console/", "console/",
          "/tests/", "console-tests/",
          "/lib/", "META-INF/resources/_static/");

  private static DisposableServer files;
  private static Playwright playwright;
  private static Page page;

  @BeforeAll
  static void openThePage() throws Exception {
    Path chromium =
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    if (chromium == null) {
      System.out.println("SKIPPED: the console's modules were not tested, no Chromium was found");
      if ("required".equals(System.getProperty("holdfast.browser"))) {
        throw new AssertionError("browser tests are required and no Chromium was found");
      }
      abort("no Chromium was found");
    }
    String html = emptyPage();
    files =
        HttpServer.create()
            .host("localhost")
            .port(0)
            .handle((request, response) -> serve(html, request, response))
            .bindNow();
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--no-first-run")));
    page = browser.newPage();
    page.navigate("http://localhost:" + files.port() + "/");
  }

  @AfterAll
  static void close() {
    if (playwright != null) {
      playwright.close();
    }
    if (files != null) {
      files.disposeNow();
    }
  }

  @TestFactory
  Stream<DynamicContainer> modules() throws Exception {
    return Stream.of(
            new PathMatchingResourcePatternResolver()
                .getResources("classpath:console-tests/*.test.js"))
        .map(Resource::getFilename)
        .sorted()
        .map(file -> dynamicContainer(file, run(file)));
  }

  /** Each test of the file with why it failed, if it did. */
  private static Stream<DynamicTest> run(String file) {
    @SuppressWarnings("unchecked") // what runner.js answers
    List<Map<String, String>> results =
        (List<Map<String, String>>)
            page.evaluate(
                "async (file) => (await import('/tests/runner.js')).run(file)", "/tests/" + file);
    assertThat(results).as("tests in " + file).isNotEmpty();
    return results.stream()
        .map(
            result ->
                dynamicTest(
                    result.get("name"), () -> assertThat(result.get("failure")).isNullOrEmpty()));
  }

  /** With the import map of the console, nothing else. */
  private static String emptyPage() throws Exception {
    String shell =
        new ClassPathResource("console/index.html").getContentAsString(StandardCharsets.UTF_8);
    String imports =
        IMPORT_MAP.matcher(shell).results().map(found -> found.group()).findFirst().orElseThrow();
    return "<!doctype html><title>Tests</title>" + imports;
  }

  private static Mono<Void> serve(
      String html, HttpServerRequest request, HttpServerResponse response) {
    String path = "/" + request.path();
    if (path.equals("/")) {
      return response.header("Content-Type", "text/html").sendString(Mono.just(html)).then();
    }
    return FOLDERS.entrySet().stream()
        .filter(folder -> path.startsWith(folder.getKey()))
        .map(
            folder ->
                new ClassPathResource(folder.getValue() + path.substring(folder.getKey().length())))
        .filter(ClassPathResource::exists)
        .findFirst()
        .map(
            file ->
                response
                    .header("Content-Type", "text/javascript")
                    .sendByteArray(Mono.fromCallable(file::getContentAsByteArray))
                    .then())
        .orElseGet(() -> response.sendNotFound().then());
  }
}
