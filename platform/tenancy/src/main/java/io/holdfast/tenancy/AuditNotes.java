package io.holdfast.tenancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * What a handler adds to the record of its request: the id of what it made, and which fields it
 * changed. Values stand there for years and for auditors: never personal data, never a secret.
 */
public final class AuditNotes {
  private final List<Field> fields = new ArrayList<>();
  private @Nullable String id;

  /** A field before and after, as text. */
  public record Field(String name, @Nullable String before, @Nullable String after) {}

  /** Names what the request made, where its path cannot. */
  public static Mono<Void> made(Object id) {
    return note(notes -> notes.id = id.toString());
  }

  /** Keeps a field's values, if they differ. Outside of a request nothing happens. */
  public static Mono<Void> changed(String field, @Nullable Object before, @Nullable Object after) {
    return Objects.equals(before, after)
        ? Mono.empty()
        : note(notes -> notes.fields.add(new Field(field, text(before), text(after))));
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static Mono<Void> note(Consumer<AuditNotes> noting) {
    return Mono.deferContextual(
        context -> {
          context.<AuditNotes>getOrEmpty(AuditNotes.class).ifPresent(noting);
          return Mono.empty();
        });
  }

  /** Makes the notes of a request known to its handler. */
  public Context in(Context context) {
    return context.put(AuditNotes.class, this);
  }

  public List<Field> fields() {
    return List.copyOf(fields);
  }

  public @Nullable String id() {
    return id;
  }
}
