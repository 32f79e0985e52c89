package io.holdfast.notification.telling;

import io.holdfast.notification.person.EmailAddress;
import io.holdfast.notification.person.Person;
import io.holdfast.notification.person.Recipients;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

public final class InMemoryDirectory implements Directory {

  private record Account(String name, Optional<EmailAddress> owner) {}

  private final Map<String, Account> accounts = new HashMap<>();
  private final List<Person> people = new ArrayList<>();

  public void recorded(String accountId, String name, String owner) {
    accounts.put(accountId, new Account(name, EmailAddress.parse(owner)));
  }

  public void appointed(Person person) {
    people.add(person);
  }

  @Override
  public Mono<AccountCard> account(String accountId) {
    return Mono.fromSupplier(
        () -> {
          Account account =
              accounts.getOrDefault(accountId, new Account(accountId, Optional.empty()));
          return new AccountCard(account.name(), new Recipients(account.owner(), people));
        });
  }
}
