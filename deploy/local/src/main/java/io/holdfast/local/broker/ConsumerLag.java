package io.holdfast.local.broker;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** How many messages each service has still to read. */
public record ConsumerLag(Map<String, Long> byGroup) {

  public ConsumerLag {
    byGroup = new TreeMap<>(byGroup);
  }

  public long total() {
    return byGroup.values().stream().mapToLong(Long::longValue).sum();
  }

  public static ConsumerLag read(String bootstrap, List<String> groups)
      throws InterruptedException, ExecutionException {
    try (Admin admin = Topics.admin(bootstrap)) {
      Map<String, Long> lag = new TreeMap<>();
      for (String group : groups) {
        try {
          lag.put(group, lag(admin, group));
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof GroupIdNotFoundException)) {
            throw e;
          }
        }
      }
      return new ConsumerLag(lag);
    }
  }

  private static long lag(Admin admin, String group)
      throws InterruptedException, ExecutionException {
    ConsumerGroupDescription description =
        Objects.requireNonNull(admin.describeConsumerGroups(List.of(group)).all().get().get(group));
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    Set<TopicPartition> partitions = new HashSet<>(committed.keySet());
    description.members().forEach(m -> partitions.addAll(m.assignment().topicPartitions()));
    Map<TopicPartition, ListOffsetsResultInfo> ends =
        admin
            .listOffsets(
                partitions.stream().collect(Collectors.toMap(p -> p, _ -> OffsetSpec.latest())))
            .all()
            .get();
    return ends.entrySet().stream()
        .mapToLong(
            end -> {
              OffsetAndMetadata read = committed.get(end.getKey());
              return Math.max(0, end.getValue().offset() - (read == null ? 0 : read.offset()));
            })
        .sum();
  }
}
