package io.holdfast.notification.remembering;

import static java.util.Comparator.comparing;

import io.holdfast.messaging.Rebuilding;
import io.holdfast.tenancy.TenantId;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Remembers what is heard of accounts; while they are made anew, in both places. They are written
 * in one order, so that two who hear of the same ones do not wait for each other.
 */
public final class RememberAccounts {

  private final Accounts inUse;
  private final AccountsAnew anew;
  private final Rebuilding rebuilding;

  public RememberAccounts(Accounts inUse, AccountsAnew anew, Rebuilding rebuilding) {
    this.inUse = inUse;
    this.anew = anew;
    this.rebuilding = rebuilding;
  }

  public Mono<Void> recorded(TenantId tenant, List<AccountNews> news) {
    return inBoth(tenant, news, inUse::recorded, anew::recorded);
  }

  public Mono<Void> mentioned(TenantId tenant, List<AccountNews> news) {
    return inBoth(tenant, news, inUse::mentioned, anew::mentioned);
  }

  /** The archive tells it again; what is told after the end is only good for filling in. */
  public Mono<Void> told(TenantId tenant, List<AccountNews> news) {
    return rebuilding
        .underWay(tenant)
        .flatMap(underWay -> each(news, underWay ? anew::told : inUse::mentioned));
  }

  private Mono<Void> inBoth(
      TenantId tenant,
      List<AccountNews> news,
      Function<AccountNews, Mono<Void>> now,
      Function<AccountNews, Mono<Void>> then) {
    if (news.isEmpty()) {
      return Mono.empty();
    }
    return each(news, now)
        .then(Mono.defer(() -> rebuilding.underWay(tenant)))
        .flatMap(underWay -> underWay ? each(news, then) : Mono.empty());
  }

  private static Mono<Void> each(List<AccountNews> news, Function<AccountNews, Mono<Void>> write) {
    return Flux.fromIterable(news).sort(comparing(AccountNews::accountId)).concatMap(write).then();
  }
}
