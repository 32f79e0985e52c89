package io.holdfast.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The same parts in containers, used where a Docker daemon answers. Everywhere else the embedded
 * ones are: a real PostgreSQL and a real broker too, from Maven Central.
 */
final class DockerParts {
  private static final Logger LOG = LoggerFactory.getLogger(DockerParts.class);
  private static final boolean AVAILABLE = detect();

  private DockerParts() {}

  static boolean available() {
    return AVAILABLE;
  }

  private static boolean detect() {
    boolean reachable =
        (System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock")))
            && DockerClientFactory.instance().isDockerAvailable();
    LOG.info(
        "parts for tests: {}", reachable ? "containers" : "embedded, as no Docker daemon answers");
    return reachable;
  }

  /** The superuser is {@code postgres} with the password {@code postgres}. */
  static int startPostgres() {
    PostgreSQLContainer postgres =
        new PostgreSQLContainer("postgres:18")
            .withUsername("postgres")
            .withPassword("postgres")
            .withDatabaseName("postgres");
    postgres.setCommand("postgres", "-c", "max_connections=200", "-c", "timezone=UTC");
    postgres.start();
    return postgres.getFirstMappedPort();
  }

  static String startKafka() {
    KafkaContainer kafka = new KafkaContainer("apache/kafka:4.2.1");
    kafka.start();
    return kafka.getBootstrapServers();
  }
}
