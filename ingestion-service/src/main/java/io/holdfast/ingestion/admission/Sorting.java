package io.holdfast.ingestion.admission;

import io.holdfast.ingestion.entry.Attributed;
import io.holdfast.ingestion.entry.BelievableTime;
import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Reason;
import io.holdfast.ingestion.entry.Reference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Entries by what has to be done with them. */
record Sorting(
    List<Attributed> usage,
    List<Attributed> contacts,
    List<Attributed> facts,
    Map<Entry, Reason> waiting) {

  /**
   * Decides with what is known now.
   *
   * @param accounts the accounts that references lead to
   * @param users the users that anonymous visitors turned out to be
   */
  static Sorting of(
      List<Entry> entries,
      Map<Reference, String> accounts,
      Map<String, String> users,
      Instant now) {
    List<Attributed> usage = new ArrayList<>();
    List<Attributed> contacts = new ArrayList<>();
    List<Attributed> facts = new ArrayList<>();
    Map<Entry, Reason> waiting = new LinkedHashMap<>();
    for (Entry entry : entries) {
      Optional<String> account =
          entry.accounts().stream().map(accounts::get).filter(Objects::nonNull).findFirst();
      Optional<Reason> doubt =
          entry.kind().happened() ? BelievableTime.fault(entry.time(), now) : Optional.empty();
      if (doubt.isPresent()) {
        waiting.put(entry, doubt.get());
      } else if (account.isEmpty() && !entry.accounts().isEmpty()) {
        waiting.put(entry, entry.accounts().getFirst().missing());
      } else {
        Attributed attributed = attributed(entry, account.orElse(""), users);
        switch (entry.kind()) {
          case USAGE -> usage.add(attributed);
          case CONTACT -> contacts.add(attributed);
          case ACCOUNT, SUBSCRIPTION, INVOICE, TICKET, SURVEY, MEETING, OUTCOME, FACT, RATE ->
              facts.add(attributed);
        }
      }
    }
    return new Sorting(usage, contacts, facts, waiting);
  }

  /**
   * By the user, where the visitor is known to be one, and by the name it came with as well: that
   * may turn out to be somebody else.
   */
  private static Attributed attributed(Entry entry, String account, Map<String, String> users) {
    Reference person = entry.use() == null ? null : entry.use().person();
    if (person == null) {
      return new Attributed(entry, account);
    }
    String name = person.value();
    String user = person.scheme() == Reference.Scheme.ANONYMOUS ? users.get(name) : null;
    return user == null
        ? new Attributed(entry, account, name, null)
        : new Attributed(entry, account, user, name);
  }
}
