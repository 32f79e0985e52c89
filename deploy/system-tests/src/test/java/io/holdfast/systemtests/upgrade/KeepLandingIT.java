package io.holdfast.systemtests.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.systemtests.Door;
import io.holdfast.systemtests.LocalPlatform;
import io.holdfast.systemtests.WebhookReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Not a test: makes what {@link UpgradeIT} of the next landing starts from. */
@EnabledIfSystemProperty(named = "holdfast.keep-landing", matches = "true")
class KeepLandingIT {
  private static final Path KEPT = Path.of("src/test/resources/landing");

  @Test
  void keepsTheStateOfThisBuild() throws IOException, SQLException {
    LocalPlatform platform = LocalPlatform.empty("landing");
    ObjectNode landing = Door.JSON.createObjectNode();
    try (WebhookReceiver receiver = new WebhookReceiver(platform.receiverPort())) {
      Door demo = Door.with(platform, platform.token("admin", "demo"));
      Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
      SettledCompany company = new SettledCompany(platform, demo, now);
      company.settle(receiver);
      assertThat(receiver.deliveriesAbout("cedar")).isNotEmpty();
      ObjectNode figures = Figures.of(platform, demo, company.addresses(now));
      platform.clock("+2m");
      platform.awaitQuiet();
      JsonNode later = Figures.of(demo, figures.propertyNames());
      Figures.keepWhatStays(figures, later);
      landing.put("businessTime", platform.status().get("businessTime").asString());
      landing.set("figures", figures);
      new UnfinishedWork(platform, Door.with(platform, platform.token("admin", "other")))
          .leave(now);
    }
    platform.close();
    Files.createDirectories(KEPT);
    Files.writeString(
        KEPT.resolve("landing.json"),
        Door.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(landing) + "\n");
    StateArchive.pack(platform.state(), KEPT.resolve("state.tar.xz"));
  }
}
