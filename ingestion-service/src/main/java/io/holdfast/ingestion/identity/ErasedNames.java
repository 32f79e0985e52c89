package io.holdfast.ingestion.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Who was erased, known by digests only, so that what arrives again brings nobody back. Speaks
 * inside a tenant's transaction.
 */
@Component
public class ErasedNames {
  private final DatabaseClient database;

  ErasedNames(DatabaseClient database) {
    this.database = database;
  }

  /** What stands for erased people now, by their names. */
  public record Erased(Map<String, String> opaque) {
    static final Erased NOBODY = new Erased(Map.of());

    public boolean nobody() {
      return opaque.isEmpty();
    }

    public boolean is(@org.jspecify.annotations.Nullable String name) {
      return name != null && opaque.containsKey(name);
    }

    /** The name itself when nobody of that name was erased. */
    public String instead(String name) {
      return opaque.getOrDefault(name, name);
    }
  }

  /** Which of these names, ids and addresses alike, are erased people's. */
  public Mono<Erased> among(Supplier<Collection<String>> names) {
    return database
        .sql("select exists (select from erased_name)")
        .map(row -> Objects.requireNonNull(row.get(0, Boolean.class)))
        .one()
        .flatMap(any -> any ? found(names.get()) : Mono.just(Erased.NOBODY));
  }

  private Mono<Erased> found(Collection<String> names) {
    Map<String, String> byDigest = new HashMap<>();
    names.forEach(name -> byDigest.put(digest(name), name));
    return database
        .sql(
            """
            select encode(digest, 'hex'), opaque from erased_name
             where digest = any(array(select decode(d, 'hex') from unnest($1::text[]) d))
            """) // erased_name_pkey
        .bind(0, byDigest.keySet().toArray(String[]::new))
        .map(
            row ->
                Map.entry(
                    Objects.requireNonNull(byDigest.get(row.get(0, String.class))),
                    Objects.requireNonNull(row.get(1, String.class))))
        .all()
        .collect(HashMap<String, String>::new, (all, one) -> all.put(one.getKey(), one.getValue()))
        .map(Erased::new);
  }

  /** From now on these are erased; what stood for one of them already goes on doing so. */
  public Mono<Void> add(Collection<String> names, String opaque) {
    return database
        .sql(
            """
            insert into erased_name (digest, opaque)
            select decode(d, 'hex'), $2 from unnest($1::text[]) d
            on conflict (tenant_id, digest) do nothing
            """)
        .bind(0, names.stream().map(ErasedNames::digest).toArray(String[]::new))
        .bind(1, opaque)
        .then();
  }

  /** In hexadecimal digits: the driver does not escape an array of bytes, and others arrive. */
  private static String digest(String name) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(("erased person\n" + name).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
