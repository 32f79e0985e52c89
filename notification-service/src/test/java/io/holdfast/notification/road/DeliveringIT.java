package io.holdfast.notification.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.holdfast.notification.road.Receiver.Reply;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DeliveringIT extends Road {

  private final String path = "/to-" + tenant;

  @Test
  void aFailedDeliveryIsTriedAgainOnScheduleUnderTheSameId() {
    String channel = hook();
    RECEIVER.answer(path, Reply.of(500));
    test(channel);
    await().atMost(SOON).untilAsserted(() -> assertThat(RECEIVER.calls(path)).hasSize(1));

    RECEIVER.answer(path, Reply.of(204));
    clock.advance(Duration.ofSeconds(6));

    await().atMost(SOON).untilAsserted(() -> assertThat(RECEIVER.calls(path)).hasSize(2));
    assertThat(RECEIVER.calls(path).get(1).header("webhook-id"))
        .isEqualTo(RECEIVER.calls(path).getFirst().header("webhook-id"));
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              JsonNode delivery = delivery(channel);
              assertThat(delivery.required("state").asString()).isEqualTo("delivered");
              assertThat(delivery.required("attempts").size()).isEqualTo(2);
            });
  }

  @Test
  void goneSwitchesTheChannelOffAndTheDeadDeliveryCanBeSeen() {
    String channel = hook();
    RECEIVER.answer(path, Reply.of(410));
    test(channel);

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(delivery(channel).required("state").asString()).isEqualTo("dead"));
    assertThat(get("/api/v1/channels/" + channel).required("state").asString())
        .isEqualTo("disabled");
  }

  @Test
  void redirectsAreNotFollowed() {
    String channel = hook();
    RECEIVER.answer(
        path, new Reply(302, "", Map.of("location", RECEIVER.url("/elsewhere-" + tenant))));
    test(channel);

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(first(delivery(channel), "attempts").required("detail").asString())
                    .contains("redirects are not followed"));
    assertThat(RECEIVER.calls("/elsewhere-" + tenant)).isEmpty();
  }

  @Test
  void aDeadDeliveryIsSentAgainWhenAsked() {
    String channel =
        channel(Map.of("type", "slack", "name", "CS", "url", RECEIVER.url(path)))
            .required("channelId")
            .asString();
    RECEIVER.answer(path, new Reply(400, "invalid_payload", Map.of()));
    test(channel);
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(delivery(channel).required("state").asString()).isEqualTo("dead"));
    RECEIVER.answer(path, new Reply(200, "ok", Map.of()));

    String id = delivery(channel).required("deliveryId").asString();
    post("/api/v1/deliveries/" + id + "/resend", Map.of()).expectStatus().isAccepted();

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(delivery(channel).required("state").asString()).isEqualTo("delivered"));
    post("/api/v1/deliveries/" + id + "/resend", Map.of()).expectStatus().isEqualTo(409);
  }

  private String hook() {
    return channel(Map.of("type", "webhook", "name", "Hook", "url", RECEIVER.url(path)))
        .required("channelId")
        .asString();
  }

  private void test(String channel) {
    post("/api/v1/channels/" + channel + "/test", Map.of()).expectStatus().isAccepted();
  }

  private JsonNode delivery(String channel) {
    return first("/api/v1/deliveries?channel=" + channel);
  }
}
