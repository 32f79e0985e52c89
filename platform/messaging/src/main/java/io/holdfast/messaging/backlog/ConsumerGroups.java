package io.holdfast.messaging.backlog;

import io.holdfast.messaging.backlog.Backlog.Consumer;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks the broker how far this service's groups are with their topics. */
final class ConsumerGroups implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ConsumerGroups.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Admin admin;
  private final Map<String, Set<String>> topicsByGroup;

  /**
   * @param topicsByGroup what this service reads
   */
  ConsumerGroups(Admin admin, Map<String, Set<String>> topicsByGroup) {
    this.admin = admin;
    this.topicsByGroup = new TreeMap<>(topicsByGroup);
  }

  /** By group and topic; empty while the broker does not answer. */
  Mono<List<Consumer>> read() {
    return Flux.fromIterable(topicsByGroup.entrySet())
        .concatMap(group -> read(group.getKey(), new TreeSet<>(group.getValue())))
        .collectList()
        .timeout(PATIENCE)
        .onErrorResume(
            failure -> {
              LOG.warn("the broker does not tell how far readers are: {}", failure.toString());
              return Mono.empty();
            });
  }

  private Flux<Consumer> read(String group, Set<String> topics) {
    return Mono.zip(
            ask(() -> admin.describeTopics(topics).allTopicNames()),
            ask(() -> admin.describeConsumerGroups(List.of(group)).all()),
            ask(() -> admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()))
        .flatMapMany(
            told -> {
              Map<String, Set<TopicPartition>> partitions = partitions(told.getT1().values());
              Map<TopicPartition, OffsetSpec> latest =
                  partitions.values().stream()
                      .flatMap(Set::stream)
                      .collect(Collectors.toMap(one -> one, _ -> OffsetSpec.latest()));
              ConsumerGroupDescription members = Objects.requireNonNull(told.getT2().get(group));
              return ask(() -> admin.listOffsets(latest).all())
                  .flatMapIterable(
                      ends ->
                          partitions.entrySet().stream()
                              .map(
                                  topic ->
                                      consumer(
                                          members,
                                          topic.getKey(),
                                          topic.getValue(),
                                          ends,
                                          told.getT3()))
                              .toList());
            });
  }

  private interface Question<T> {
    KafkaFuture<T> ask();
  }

  private static <T> Mono<T> ask(Question<T> question) {
    return Mono.defer(() -> Mono.fromCompletionStage(question.ask().toCompletionStage()));
  }

  private static Map<String, Set<TopicPartition>> partitions(Collection<TopicDescription> topics) {
    return new TreeMap<>(
        topics.stream()
            .collect(
                Collectors.toMap(
                    TopicDescription::name,
                    topic ->
                        topic.partitions().stream()
                            .map(one -> new TopicPartition(topic.name(), one.partition()))
                            .collect(Collectors.toSet()))));
  }

  private static Consumer consumer(
      ConsumerGroupDescription group,
      String topic,
      Set<TopicPartition> partitions,
      Map<TopicPartition, ListOffsetsResultInfo> ends,
      Map<TopicPartition, OffsetAndMetadata> done) {
    Set<TopicPartition> unread = new HashSet<>(partitions);
    group.members().forEach(member -> unread.removeAll(member.assignment().topicPartitions()));
    int idle =
        (int)
            group.members().stream()
                .filter(member -> member.assignment().topicPartitions().isEmpty())
                .count();
    long lag =
        partitions.stream()
            .mapToLong(
                one -> {
                  OffsetAndMetadata read = done.get(one);
                  long end = Objects.requireNonNull(ends.get(one)).offset();
                  return Math.max(0, end - (read == null ? 0 : read.offset()));
                })
            .sum();
    return new Consumer(group.groupId(), topic, lag, unread.size(), idle);
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(2));
  }
}
