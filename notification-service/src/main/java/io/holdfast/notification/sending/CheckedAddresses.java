package io.holdfast.notification.sending;

import io.holdfast.notification.channel.Destination;
import io.holdfast.notification.channel.EgressPolicy;
import io.holdfast.notification.telling.Addresses;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Resolves a host once and judges every address it stands for. */
public final class CheckedAddresses implements Addresses {

  private final EgressPolicy policy;

  public CheckedAddresses(EgressPolicy policy) {
    this.policy = policy;
  }

  /** What may be done with a destination. */
  sealed interface Checked {

    /** Connect to one of these, and to nothing else. */
    record Allowed(List<InetAddress> addresses) implements Checked {
      public Allowed {
        addresses = List.copyOf(addresses);
      }
    }

    record Refused(String because) implements Checked {}

    /** Its host does not resolve at present. */
    record Unknown(String because) implements Checked {}
  }

  @Override
  public Mono<String> objectionTo(Destination destination) {
    return of(destination).ofType(Checked.Refused.class).map(Checked.Refused::because);
  }

  Mono<Checked> of(Destination destination) {
    Optional<String> objection = policy.objectionTo(destination);
    if (objection.isPresent()) {
      return Mono.just(new Checked.Refused(objection.get()));
    }
    return Mono.fromCallable(() -> InetAddress.getAllByName(destination.host()))
        .subscribeOn(Schedulers.boundedElastic())
        .map(found -> judge(destination, List.of(found)))
        .onErrorResume(
            UnknownHostException.class,
            _ ->
                Mono.just(
                    new Checked.Unknown("The host " + destination.host() + " does not resolve")));
  }

  private Checked judge(Destination destination, List<InetAddress> found) {
    return policy
        .objectionTo(destination, found)
        .<Checked>map(Checked.Refused::new)
        .orElseGet(() -> new Checked.Allowed(found));
  }
}
