package io.holdfast.notification.remembering;

import io.holdfast.notification.telling.InMemoryDirectory;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

public final class InMemoryAccountsAnew implements AccountsAnew {

  private record Known(AccountNews news, boolean toldAgain) {}

  private final InMemoryDirectory inUse;
  private final Map<String, Known> accounts = new HashMap<>();

  public InMemoryAccountsAnew(InMemoryDirectory inUse) {
    this.inUse = inUse;
  }

  @Override
  public Mono<Void> begin() {
    return Mono.fromRunnable(accounts::clear);
  }

  @Override
  public Mono<Void> told(AccountNews news) {
    return Mono.fromRunnable(
        () ->
            accounts.merge(
                news.accountId(),
                new Known(news, true),
                (known, told) -> known.toldAgain() ? told : known));
  }

  @Override
  public Mono<Void> recorded(AccountNews news) {
    return Mono.fromRunnable(() -> accounts.put(news.accountId(), new Known(news, false)));
  }

  @Override
  public Mono<Void> mentioned(AccountNews news) {
    return Mono.fromRunnable(
        () ->
            accounts.merge(
                news.accountId(), new Known(news, true), (known, _) -> fill(known, news)));
  }

  private static Known fill(Known known, AccountNews news) {
    AccountNews before = known.news();
    return before.ownerEmail() != null
        ? known
        : new Known(
            new AccountNews(before.accountId(), before.name(), news.ownerEmail()),
            known.toldAgain());
  }

  @Override
  public Mono<Void> takeTheirPlace() {
    return Mono.fromRunnable(
        () -> {
          inUse.replace(
              accounts.values().stream()
                  .map(Known::news)
                  .collect(Collectors.toMap(AccountNews::accountId, news -> news)));
          accounts.clear();
        });
  }
}
