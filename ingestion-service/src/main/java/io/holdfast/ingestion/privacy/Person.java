package io.holdfast.ingestion.privacy;

import java.util.Set;
import java.util.stream.Stream;

/**
 * Somebody, by all names known.
 *
 * @param ids of the user or contact, and of the visitors that were the same
 * @param emails in lower case
 * @param opaque what stands for the person once erased, so that people can still be counted
 */
public record Person(Set<String> ids, Set<String> emails, String opaque) {
  public Person {
    ids = Set.copyOf(ids);
    emails = Set.copyOf(emails);
  }

  /** The ids as an array of the database. */
  public String[] idArray() {
    return ids.toArray(String[]::new);
  }

  /** The addresses, and the ids as they stand in JSON: what a text about the person holds. */
  public String[] marks() {
    return Stream.concat(emails.stream(), ids.stream().map(id -> "\"" + id + "\""))
        .toArray(String[]::new);
  }

  /** The addresses and the ids as they are. */
  public String[] names() {
    return Stream.concat(emails.stream(), ids.stream()).toArray(String[]::new);
  }
}
