package io.holdfast.messaging.inbox;

import io.holdfast.messaging.Intake;
import io.holdfast.messaging.MessageHandler;
import io.holdfast.messaging.Rebuildable;
import io.holdfast.messaging.deadletter.Replays;
import io.holdfast.messaging.erasing.ErasesTraces;
import io.holdfast.messaging.rebuild.FedMessages;
import io.holdfast.messaging.trace.Traceparent;
import io.holdfast.tenancy.erasing.EraseTraces;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.messaging.Message;

final class KafkaIntake implements Intake {
  private final String service;
  private final Inbox inbox;
  private final SetAside setAside;
  private final Replays replays;
  private final EraseTraces traces;
  private final Traceparent traceparent;
  private final ObjectProvider<Rebuildable> rebuildable;
  private final ObjectProvider<FedMessages> fed;
  private final Map<String, BatchConsumer> byName = new ConcurrentHashMap<>();

  KafkaIntake(
      String service,
      Inbox inbox,
      SetAside setAside,
      Replays replays,
      EraseTraces traces,
      Traceparent traceparent,
      ObjectProvider<Rebuildable> rebuildable,
      ObjectProvider<FedMessages> fed) {
    this.service = service;
    this.inbox = inbox;
    this.setAside = setAside;
    this.replays = replays;
    this.traces = traces;
    this.traceparent = traceparent;
    this.rebuildable = rebuildable;
    this.fed = fed;
  }

  @Override
  public Consumer<Message<List<byte[]>>> consumer(String name, MessageHandler own) {
    MessageHandler handler = new ErasesTraces(own, traces);
    replays.register(
        name,
        (tenant, record) ->
            inbox.again(name, tenant, Envelope.open(record.headers(), record.body()), handler));
    BatchConsumer consumer = new BatchConsumer(name, handler, inbox, setAside, traceparent);
    byName.put(name, consumer);
    return consumer;
  }

  @Override
  public Consumer<Message<List<byte[]>>> rebuild() {
    return new RebuildConsumer(service, this::byTopic, setAside, fed::getObject);
  }

  private Map<String, BatchConsumer> byTopic() {
    Map<String, BatchConsumer> byTopic = new HashMap<>();
    rebuildable
        .getObject()
        .consumersByTopic()
        .forEach(
            (topic, name) ->
                byTopic.put(
                    topic, Objects.requireNonNull(byName.get(name), "no consumer " + name)));
    return byTopic;
  }
}
