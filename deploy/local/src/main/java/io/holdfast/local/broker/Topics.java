package io.holdfast.local.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of the platform; nothing else ever creates one. */
public final class Topics {

  private static final int PARTITIONS = 6;
  private static final List<String> KEYED =
      List.of(
          "holdfast.intake",
          "holdfast.usage",
          "holdfast.facts",
          "holdfast.health",
          "holdfast.revenue",
          "holdfast.interventions",
          "holdfast.audit",
          "holdfast.rebuild",
          "holdfast.rebuild-requests");
  private static final String SETTINGS = "holdfast.tenants";

  private Topics() {}

  /** Creates those that are missing. */
  public static void declare(String bootstrap) throws InterruptedException {
    List<NewTopic> topics = new ArrayList<>();
    KEYED.forEach(name -> topics.add(new NewTopic(name, PARTITIONS, (short) 1)));
    topics.add(new NewTopic(SETTINGS, 1, (short) 1).configs(Map.of("cleanup.policy", "compact")));
    try (Admin admin = admin(bootstrap)) {
      Set<String> present = admin.listTopics().names().get();
      topics.removeIf(topic -> present.contains(topic.name()));
      admin.createTopics(topics).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException("The topics cannot be declared", e);
      }
    }
  }

  static Admin admin(String bootstrap) {
    return Admin.create(
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "5000",
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "15000"));
  }
}
