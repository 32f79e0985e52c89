package io.holdfast.scoring.rescoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Accounts are judged together because it is cheaper; what is found must be the same. */
class JudgeTogetherTests {

  private static final String[] ACCOUNTS = {"acme", "bolt", "crane", "dune"};

  @Test
  void togetherTheyAreJudgedAsEachWouldBeAlone() {
    qt().withExamples(60)
        .forAll(integers().all())
        .checkAssert(
            seed -> {
              InMemoryScoring together = used(new Random(seed));
              InMemoryScoring alone = used(new Random(seed));

              together.fireDaily(ACCOUNTS);
              for (String account : ACCOUNTS) {
                alone.fireDaily(account);
              }

              assertThat(verdicts(together)).isEqualTo(verdicts(alone)).hasSize(ACCOUNTS.length);
              assertThat(together.timers.set).isEqualTo(alone.timers.set);
              for (String account : ACCOUNTS) {
                assertThat(together.standing(account)).isEqualTo(alone.standing(account));
              }
            });
  }

  private static InMemoryScoring used(Random random) {
    InMemoryScoring scoring = new InMemoryScoring();
    for (String account : ACCOUNTS) {
      scoring.usedUntil(account, random.nextInt(40), 1 + random.nextInt(9));
    }
    scoring.pass(Duration.ofHours(random.nextInt(48)));
    return scoring;
  }

  private static Map<String, Verdict> verdicts(InMemoryScoring scoring) {
    return scoring.announced.stream()
        .collect(Collectors.toMap(one -> one.profile().account(), Function.identity()));
  }
}
