package io.holdfast.ingestion.admission;

import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Kind;
import io.holdfast.ingestion.entry.Reference;
import io.holdfast.ingestion.entry.Reference.Scheme;
import io.holdfast.ingestion.entry.Use;
import io.holdfast.ingestion.identity.ErasedNames.Erased;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Entries in which nobody is named who was erased. What was used or happened stays, by whoever
 * stands for the person; what only says something of the person is dropped.
 *
 * @param originals what those that had to be changed were before
 */
record Masking(List<Entry> entries, Map<Entry, Entry> originals) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** All names of people in entries. */
  static Collection<String> names(List<Entry> entries) {
    Set<String> names = new HashSet<>();
    for (Entry entry : entries) {
      if (entry.use() != null && entry.use().person() != null) {
        names.add(entry.use().person().value());
      }
      entry.accounts().stream()
          .filter(Masking::leadsByPerson)
          .forEach(reference -> names.add(reference.value()));
      switch (entry.kind()) {
        case CONTACT -> {
          names.add(entry.key());
          add(names, email(entry));
        }
        case FACT, SURVEY -> add(names, contact(entry));
        case ACCOUNT, SUBSCRIPTION, INVOICE, TICKET, USAGE, MEETING, OUTCOME, RATE -> {}
      }
    }
    return names;
  }

  static Masking of(List<Entry> entries, Erased erased) {
    if (erased.nobody()) {
      return new Masking(entries, Map.of());
    }
    List<Entry> left = new ArrayList<>(entries.size());
    Map<Entry, Entry> originals = new IdentityHashMap<>();
    for (Entry entry : entries) {
      if (dropped(entry, erased)) {
        continue;
      }
      Entry masked = masked(entry, erased);
      left.add(masked);
      if (masked != entry) {
        originals.put(masked, entry);
      }
    }
    return new Masking(left, originals);
  }

  /** What says something of an erased person, or could only be attributed by knowing her. */
  private static boolean dropped(Entry entry, Erased erased) {
    boolean contact =
        entry.kind() == Kind.CONTACT && (erased.is(entry.key()) || erased.is(email(entry)));
    boolean lost =
        !entry.accounts().isEmpty()
            && entry.accounts().stream()
                .allMatch(account -> leadsByPerson(account) && erased.is(account.value()));
    return contact || lost;
  }

  private static Entry masked(Entry entry, Erased erased) {
    Use use = entry.use();
    Reference person = use == null ? null : use.person();
    if (use != null && person != null && erased.is(person.value())) {
      return with(
          entry,
          new Use(use.event(), Reference.user(erased.instead(person.value()))),
          entry.body());
    }
    String contact =
        entry.kind() == Kind.FACT || entry.kind() == Kind.SURVEY ? contact(entry) : null;
    if (contact == null || !erased.is(contact)) {
      return entry;
    }
    ObjectNode body = (ObjectNode) JSON.readTree(entry.body());
    body.remove("text");
    body.put("contactId", erased.instead(contact));
    return with(entry, use, body.toString());
  }

  private static Entry with(Entry entry, @Nullable Use use, String body) {
    return new Entry(
        entry.kind(),
        entry.key(),
        entry.accounts(),
        use,
        entry.time(),
        body,
        entry.knowledge(),
        entry.source(),
        entry.line());
  }

  private static boolean leadsByPerson(Reference reference) {
    return reference.scheme() == Scheme.USER || reference.scheme() == Scheme.ANONYMOUS;
  }

  private static @Nullable String email(Entry contact) {
    String email = text(contact, "email");
    return email == null ? null : email.toLowerCase(Locale.ROOT);
  }

  private static @Nullable String contact(Entry fact) {
    return text(fact, "contactId");
  }

  private static @Nullable String text(Entry entry, String member) {
    JsonNode value = JSON.readTree(entry.body()).path(member);
    return value.isString() ? value.asString() : null;
  }

  private static void add(Set<String> names, @Nullable String name) {
    if (name != null) {
      names.add(name);
    }
  }
}
