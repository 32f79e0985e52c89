package io.holdfast.tenancy;

import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;

/**
 * Brings a service's schema up to date with the owner role: a run of its own, before the service
 * starts.
 */
public final class Migration {
  private Migration() {}

  public static boolean requested(String[] args) {
    return List.of(args).contains("--migrate");
  }

  /** Migrates with what the environment says ({@code HOLDFAST_DB_*}) and prints one line. */
  public static void run(String service) {
    Map<String, String> environment = System.getenv();
    String url =
        "jdbc:postgresql://%s:%s/%s"
            .formatted(
                environment.getOrDefault("HOLDFAST_DB_HOST", "127.0.0.1"),
                environment.getOrDefault("HOLDFAST_DB_PORT", "5432"),
                environment.getOrDefault("HOLDFAST_DB_NAME", "holdfast"));
    int applied = run(service, url, environment.getOrDefault("HOLDFAST_DB_OWNER_PASSWORD", ""));
    System.out.println(service + ": schema up to date, " + applied + " migrations applied");
  }

  /** Migrates the schema named like the service and returns how many migrations were applied. */
  public static int run(String service, String jdbcUrl, String ownerPassword) {
    return Flyway.configure()
        .dataSource(jdbcUrl, service + "_owner", ownerPassword)
        .schemas(service)
        .defaultSchema(service)
        .createSchemas(false)
        .locations("classpath:db/platform", "classpath:db/migration")
        .outOfOrder(true) // the platform's later migrations sort before a service's own
        .placeholders(Map.of("app", service + "_app", "background", service + "_background"))
        .load()
        .migrate()
        .migrationsExecuted;
  }
}
