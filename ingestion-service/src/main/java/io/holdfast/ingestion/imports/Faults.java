package io.holdfast.ingestion.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Why lines were not taken. */
@Component
class Faults {
  private final DatabaseClient database;

  Faults(DatabaseClient database) {
    this.database = database;
  }

  Mono<Void> add(UUID importId, List<LineFault> faults) {
    if (faults.isEmpty()) {
      return Mono.empty();
    }
    Map<Integer, Integer> numbers = new HashMap<>();
    Integer[] lines = faults.stream().map(LineFault::line).toArray(Integer[]::new);
    Integer[] inLine =
        faults.stream()
            .map(fault -> numbers.merge(fault.line(), 1, Integer::sum))
            .toArray(Integer[]::new);
    @Nullable String[] columns = new @Nullable String[faults.size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = faults.get(i).column();
    }
    return database
        .sql(
            """
            insert into import_fault (import_id, line, number, column_name, code, message)
            select $1, * from unnest($2::int[], $3::int[], $4::text[], $5::text[], $6::text[])
            """)
        .bind(0, importId)
        .bind(1, lines)
        .bind(2, inLine)
        .bind(3, columns)
        .bind(4, faults.stream().map(LineFault::code).toArray(String[]::new))
        .bind(5, faults.stream().map(LineFault::message).toArray(String[]::new))
        .then();
  }

  /** All faults in order of line, with the lines that still wait. */
  Flux<LineFault> of(UUID importId) {
    return database
        .sql(
            """
            select line, number, column_name, code, message from import_fault where import_id = $1
            union all
            select line, 0, case when awaits like 'subscription:%' then 'subscription_id' else 'account_id' end, reason,
                   coalesce(awaits, '') || ' is not known; the line waits and enters when it appears'
              from held_entry where load = $2
            order by line, number
            """) // import_fault_pkey, held_entry_load
        .bind(0, importId)
        .bind(1, importId.toString())
        .map(
            row ->
                new LineFault(
                    Objects.requireNonNull(row.get("line", Integer.class)),
                    row.get("column_name", String.class),
                    Objects.requireNonNull(row.get("code", String.class)),
                    Objects.requireNonNull(row.get("message", String.class))))
        .all();
  }
}
