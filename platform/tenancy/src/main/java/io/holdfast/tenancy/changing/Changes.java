package io.holdfast.tenancy.changing;

import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells all who take part of a change. Requests that are one transaction do so by themselves; a
 * route of {@code @SeveralTransactions} does so in the one that decides.
 */
public final class Changes {
  private final List<ChangeParticipant> participants;

  public Changes(List<ChangeParticipant> participants) {
    this.participants = List.copyOf(participants);
  }

  /** Whether a request of several transactions has told of its change. */
  static final class Told {
    private volatile boolean told;

    boolean told() {
      return told;
    }

    private void tell() {
      told = true;
    }
  }

  /** Inside the tenant's transaction. */
  public Mono<Void> beforeCommit(Change change) {
    return Mono.deferContextual(
        context -> {
          context.<Told>getOrEmpty(Told.class).ifPresent(Told::tell);
          return toAll(change);
        });
  }

  private Mono<Void> toAll(Change change) {
    return Flux.fromIterable(participants)
        .concatMap(participant -> participant.beforeCommit(change))
        .then();
  }
}
