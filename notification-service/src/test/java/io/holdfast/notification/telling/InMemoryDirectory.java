package io.holdfast.notification.telling;

import io.holdfast.notification.person.EmailAddress;
import io.holdfast.notification.person.Person;
import io.holdfast.notification.person.Recipients;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

public final class InMemoryDirectory implements Directory {

  private record Account(String name, @Nullable String ownerEmail) {}

  private final Map<String, Account> accounts = new HashMap<>();
  private final List<Person> people = new ArrayList<>();

  @Override
  public Mono<Void> recorded(String accountId, String name, @Nullable String ownerEmail) {
    return Mono.fromRunnable(() -> accounts.put(accountId, new Account(name, ownerEmail)));
  }

  @Override
  public Mono<Void> mentioned(String accountId, String name, @Nullable String ownerEmail) {
    return Mono.fromRunnable(
        () ->
            accounts.merge(
                accountId,
                new Account(name, ownerEmail),
                (known, _) ->
                    known.ownerEmail() == null ? new Account(known.name(), ownerEmail) : known));
  }

  public void appointed(Person person) {
    people.add(person);
  }

  @Override
  public Mono<AccountCard> account(String accountId) {
    return Mono.fromSupplier(
        () -> {
          Account account = accounts.getOrDefault(accountId, new Account(accountId, null));
          return new AccountCard(
              account.name(), new Recipients(EmailAddress.parse(account.ownerEmail()), people));
        });
  }
}
