package io.holdfast.ingestion.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.tenancy.Problem;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class FileFormatTests {
  @Test
  void theContentTypeMayTell() {
    assertThat(declared("text/csv; charset=utf-8", null)).contains(FileFormat.CSV);
    assertThat(declared("application/x-ndjson", null)).contains(FileFormat.NDJSON);
    assertThat(declared("application/jsonl", "identity")).contains(FileFormat.NDJSON);
  }

  @Test
  void whatTellsNothingLeavesItToTheFirstBytes() {
    assertThat(declared("application/x-www-form-urlencoded", null)).isEmpty();
    assertThat(declared("garbage", null)).isEmpty();
    assertThat(declared("text/plain; charset=nonsense", null)).isEmpty();
  }

  @Test
  void whatCannotBeReadIsRefused() {
    assertThatThrownBy(() -> declared("text/csv; charset=iso-8859-1", null))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("save it as UTF-8");
    assertThatThrownBy(() -> declared("multipart/form-data; boundary=x", null))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> declared("text/csv", "gzip")).isInstanceOf(Problem.class);
  }

  private static Optional<FileFormat> declared(
      String type, @org.jspecify.annotations.Nullable String encoding) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.CONTENT_TYPE, type);
    if (encoding != null) {
      headers.set(HttpHeaders.CONTENT_ENCODING, encoding);
    }
    return FileFormat.declared(headers);
  }
}
