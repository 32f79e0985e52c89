package io.holdfast.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class BacklogsTests {

  @Test
  void readsWhatAServiceHasStillToDo() {
    Backlogs.Backlog backlog =
        read(
            """
            {"outbox": 3, "timers": {"rescore": 4, "retry": 9}, "deadLetters": 1,
             "stores": [{"name": "outbox", "oldestSeconds": 2.5}, {"name": "other", "oldestSeconds": 0}],
             "timersLateSeconds": 7, "consumers": [{"unread": 1}, {"unread": 2}]}
            """);

    assertThat(backlog)
        .isEqualTo(new Backlogs.Backlog(3, Map.of("rescore", 4L, "retry", 9L), 1, 2.5, 7, 3));
  }

  @Test
  void onlyMessagesAndScoresKeepThePlatformFromBeingReady() {
    assertThat(read("{\"outbox\": 3, \"timers\": {\"rescore\": 4, \"retry\": 9}}").waiting())
        .isEqualTo(7);
    assertThat(read("{\"outbox\": 0, \"timers\": {\"retry\": 9}, \"deadLetters\": 2}").waiting())
        .isZero();
  }

  private static Backlogs.Backlog read(String json) {
    return Backlogs.read(JsonMapper.shared().readTree(json));
  }
}
