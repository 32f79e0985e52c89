package io.holdfast.scoring.trying;

import io.holdfast.scoring.trying.AccountsInTurn.Member;
import io.holdfast.tenancy.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

class InMemoryTrialsTests implements TryingPortsContract {

  private final InMemoryTrials trials = new InMemoryTrials();

  @Override
  public TenantId tenant() {
    return new TenantId("demo");
  }

  @Override
  public <T> List<T> all(Publisher<T> work) {
    return Objects.requireNonNull(Flux.from(work).collectList().block(Duration.ofSeconds(5)));
  }

  @Override
  public Backtests backtests() {
    return trials;
  }

  @Override
  public Observations observations() {
    return trials;
  }

  @Override
  public AccountsInTurn accounts() {
    return trials;
  }

  @Override
  public void has(Member member) {
    trials.members.put(member.account(), member);
  }
}
