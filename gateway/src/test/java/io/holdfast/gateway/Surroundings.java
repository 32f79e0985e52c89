package io.holdfast.gateway;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** What stands around the gateway in tests. Notification is away. */
final class Surroundings implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  static final TestProvider PROVIDER = new TestProvider();
  static final Upstream INGESTION = new Upstream("ingestion");
  static final Upstream SCORING = new Upstream("scoring");
  static final Upstream METRICS = new Upstream("metrics");

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of(
            "HOLDFAST_ISSUER=" + PROVIDER.issuer(),
            "HOLDFAST_JWKS=" + PROVIDER.jwks(),
            "HOLDFAST_DB_PORT=" + GatewayDatabase.port(),
            "HOLDFAST_DB_APP_PASSWORD=" + GatewayDatabase.PASSWORD,
            "HOLDFAST_OIDC_CLIENT_SECRET=secret",
            "HOLDFAST_INGESTION_URL=" + INGESTION.url(),
            "HOLDFAST_SCORING_URL=" + SCORING.url(),
            "HOLDFAST_METRICS_URL=" + METRICS.url(),
            "HOLDFAST_NOTIFICATION_URL=http://localhost:1",
            "holdfast.limits.imported=3MB")
        .applyTo(context);
  }
}
