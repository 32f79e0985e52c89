package io.holdfast.scoring.web;

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
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ReactiveHttpOutputMessage;
import org.springframework.http.codec.HttpMessageWriter;
import reactor.core.publisher.Mono;

/** Writes a table as RFC 4180 says. Text that a spreadsheet would run gets a quote in front. */
final class CsvWriter implements HttpMessageWriter<CsvTable> {

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
  private static final String FORMULA = "=+-@\t\r";

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
    return Mono.from(tables)
        .flatMap(
            table -> {
              answer.getHeaders().setContentType(CSV);
              answer
                  .getHeaders()
                  .setContentDisposition(
                      ContentDisposition.attachment()
                          .filename(table.fileName() + ".csv", StandardCharsets.UTF_8)
                          .build());
              byte[] text = text(table).getBytes(StandardCharsets.UTF_8);
              return answer.writeWith(Mono.just(answer.bufferFactory().wrap(text)));
            });
  }

  static String text(CsvTable table) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
      csv.printRecord(table.columns());
      for (List<Object> line : table.lines()) {
        csv.printRecord(line.stream().map(CsvWriter::cell));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return text.toString();
  }

  private static Object cell(Object value) {
    return value instanceof String text && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0
        ? "'" + text
        : value;
  }
}
