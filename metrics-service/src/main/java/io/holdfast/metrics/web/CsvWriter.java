package io.holdfast.metrics.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ReactiveHttpOutputMessage;
import org.springframework.http.codec.HttpMessageWriter;
import reactor.core.publisher.Mono;

/** Writes a table as RFC 4180 says: a header, quotes where needed, CRLF. */
final class CsvWriter implements HttpMessageWriter<CsvTable> {

  private static final String EXCLUDED = "Holdfast-Excluded-Accounts";
  private static final String NEXT = "Holdfast-Next-Cursor";

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  @Override
  public List<MediaType> getWritableMediaTypes() {
    return List.of(CSV);
  }

  @Override
  public boolean canWrite(ResolvableType type, @Nullable MediaType asked) {
    return CsvTable.class.isAssignableFrom(type.toClass())
        && asked != null
        && asked.isCompatibleWith(CSV);
  }

  @Override
  public Mono<Void> write(
      Publisher<? extends CsvTable> tables,
      ResolvableType type,
      @Nullable MediaType asked,
      ReactiveHttpOutputMessage answer,
      Map<String, Object> hints) {
    return Mono.from(tables).flatMap(table -> write(table, answer));
  }

  private static Mono<Void> write(CsvTable table, ReactiveHttpOutputMessage answer) {
    HttpHeaders headers = answer.getHeaders();
    headers.setContentType(CSV);
    headers.setContentDisposition(
        ContentDisposition.attachment().filename(table.name() + ".csv").build());
    headers.set(EXCLUDED, Integer.toString(table.excludedAccounts()));
    String next = table.next();
    if (next != null) {
      headers.set(NEXT, next);
    }
    byte[] text = text(table).getBytes(StandardCharsets.UTF_8);
    DataBuffer buffer = answer.bufferFactory().wrap(text);
    return answer.writeWith(Mono.just(buffer));
  }

  static String text(CsvTable table) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
      csv.printRecord(table.columns());
      for (List<Cell> line : table.lines()) {
        csv.printRecord(line.stream().map(Cell::value));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return text.toString();
  }
}
