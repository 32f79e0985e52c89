package io.holdfast.notification.telling;

import io.holdfast.notification.person.EmailAddress;
import io.holdfast.notification.person.Person;
import io.holdfast.notification.person.Recipients;
import io.holdfast.notification.remembering.AccountNews;
import io.holdfast.notification.remembering.Accounts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

public final class InMemoryDirectory implements Directory, Accounts {

  private final Map<String, AccountNews> accounts = new HashMap<>();
  private final List<Person> people = new ArrayList<>();

  @Override
  public Mono<Void> recorded(AccountNews news) {
    return Mono.fromRunnable(() -> accounts.put(news.accountId(), news));
  }

  @Override
  public Mono<Void> mentioned(AccountNews news) {
    return Mono.fromRunnable(
        () ->
            accounts.merge(
                news.accountId(),
                news,
                (known, _) ->
                    known.ownerEmail() == null
                        ? new AccountNews(known.accountId(), known.name(), news.ownerEmail())
                        : known));
  }

  /** These and no others are known from now on. */
  public void replace(Map<String, AccountNews> others) {
    accounts.clear();
    accounts.putAll(others);
  }

  @Override
  public Mono<List<EmailAddress>> operators() {
    return Mono.fromSupplier(
        () -> people.stream().filter(Person::isOperator).map(Person::email).toList());
  }

  public void appointed(Person person) {
    people.add(person);
  }

  @Override
  public Mono<AccountCard> account(String accountId) {
    return Mono.fromSupplier(
        () -> {
          AccountNews account =
              accounts.getOrDefault(accountId, new AccountNews(accountId, accountId, null));
          return new AccountCard(
              account.name(), new Recipients(EmailAddress.parse(account.ownerEmail()), people));
        });
  }
}
