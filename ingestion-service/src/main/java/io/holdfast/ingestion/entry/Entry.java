package io.holdfast.ingestion.entry;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that entered.
 *
 * @param key what makes it the same thing the next time
 * @param accounts how its account may be found, best first; empty when it concerns the whole tenant
 * @param use what was used and by whom, for usage
 * @param time when it happened; for accounts and contacts, when it was said
 * @param body the message as JSON without account, use and knowledge; for accounts and contacts a
 *     flat object of what was said
 * @param source where it came from: a source's id, {@code import} or {@code api}
 * @param line line of the import it stands on, else 0
 */
public record Entry(
    Kind kind,
    String key,
    List<Reference> accounts,
    @Nullable Use use,
    Instant time,
    String body,
    Knowledge knowledge,
    String source,
    int line) {

  public Entry {
    if (key.isBlank()) {
      throw new IllegalArgumentException("an entry without a key");
    }
    accounts = List.copyOf(accounts);
  }

  /** Digest of the content under this key. Knowledge counts only where it was declared. */
  public UUID content(String accountId) {
    Instant declared = knowledge.assumed() ? knowledge.recordedAt() : null;
    return UUID.nameUUIDFromBytes(
        (accountId + '\n' + body + '\n' + declared).getBytes(StandardCharsets.UTF_8));
  }
}
