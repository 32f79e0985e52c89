package io.holdfast.ingestion.archive;

import static io.holdfast.ingestion.archive.ArchivedUseFixture.RECEIVED;
import static io.holdfast.ingestion.archive.ArchivedUseFixture.entry;
import static io.holdfast.ingestion.archive.ArchivedUseFixture.use;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.ingestion.entry.Attributed;
import io.holdfast.ingestion.entry.Knowledge;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class ParcelTests {
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private static final UUID ID = UUID.fromString("019a0000-0000-7000-8000-000000000001");

  @Test
  void whatIsReadIsWhatWasWritten() {
    List<ArchivedMessage> written =
        List.of(
            message(use("web:1", "ana")),
            message(
                new Attributed(
                    entry("web:2", "Zoë \\ \"\u2028\ud83d\ude00\t", Knowledge.observed(RECEIVED)),
                    "",
                    "Zoë \\ \"\u2028\ud83d\ude00\t",
                    "visitor\u0001")),
            message(
                new Attributed(
                    entry("web:3", "x", Knowledge.asRecorded(RECEIVED, null, "load-1")), "acme")),
            message(
                new Attributed(
                    entry("web:4", "x", Knowledge.asRecorded(Instant.EPOCH, RECEIVED, "load-1")),
                    "acme")));

    Parcel parcel = Parcel.of(written).getFirst();

    assertThat(parcel.records()).isEqualTo(4);
    assertThat(Parcel.read("larkfield", TRACE, parcel.messages())).isEqualTo(written);
  }

  @Test
  void aMessageIsWhatItsConsumersRead() {
    ArchivedMessage message =
        Parcel.read(
                "larkfield",
                TRACE,
                Parcel.of(List.of(message(use("web:1", "ana")))).getFirst().messages())
            .getFirst();

    ProducerRecord<String, byte[]> record = message.toRecord();

    assertThat(record.topic()).isEqualTo("holdfast.usage");
    assertThat(record.key()).isEqualTo("larkfield|acme");
    assertThat(new String(record.value(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"eventId\":\"web:1\",\"occurredAt\":\"2026-03-04T05:06:07.123456789Z\",\"count\":1,\"accountId\":\"acme\",\"userId\":\"ana\",\"event\":\"Report"
                + " \\\"opened\\\"\\n"
                + "\",\"receivedAt\":\"2026-03-04T05:06:08Z\",\"recordedAt\":\"2026-03-04T05:06:08Z\""
                + ",\"assumed\":false}");
    assertThat(headers(record))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "ce_specversion", "1.0",
                "ce_id", ID.toString(),
                "ce_source", "/ingestion",
                "ce_type", "ingestion.usage-recorded.v1",
                "ce_time", "2026-03-04T05:06:07.123457Z",
                "ce_tenant", "larkfield",
                "ce_subject", "acme",
                "ce_recordedat", "2026-03-04T05:06:08Z",
                "content-type", "application/json",
                "traceparent", TRACE));
  }

  @Test
  void muchIsSeveralParcelsInOrder() {
    List<ArchivedMessage> written =
        IntStream.range(0, 4500).mapToObj(i -> message(use("web:" + i, "u" + i))).toList();

    List<Parcel> parcels = Parcel.of(written);

    assertThat(parcels).hasSizeGreaterThan(2);
    assertThat(parcels).allMatch(parcel -> parcel.messages().length() < 600_000);
    assertThat(parcels).allMatch(parcel -> parcel.records() <= 2000);
    assertThat(
            parcels.stream()
                .flatMap(parcel -> Parcel.read("larkfield", TRACE, parcel.messages()).stream()))
        .isEqualTo(written);
    assertThat(Parcel.of(List.of())).isEmpty();
  }

  @Test
  void whoeverStandsForAPersonIsNamedInHerPlaceOnly() {
    ArchivedMessage both =
        message(
            new Attributed(entry("ana", "ana", Knowledge.observed(RECEIVED)), "ana", "ana", "v"));

    ArchivedMessage left = both.without(Set.of("ana", "v"), "o-1");

    assertThat(left.person()).isEqualTo("o-1");
    assertThat(left.visitor()).isEqualTo("o-1");
    assertThat(left.accountId()).isEqualTo("ana");
    assertThat(message(use("web:1", "bob")).without(Set.of("ana", "v"), "o-1"))
        .isEqualTo(message(use("web:1", "bob")));
  }

  private static ArchivedMessage message(Attributed use) {
    return ArchivedMessage.of("larkfield", ID, use, TRACE);
  }

  private static Map<String, String> headers(ProducerRecord<String, byte[]> record) {
    Map<String, String> headers = new TreeMap<>();
    record
        .headers()
        .forEach(
            header ->
                headers.put(
                    header.key(),
                    new String(Objects.requireNonNull(header.value()), StandardCharsets.UTF_8)));
    return headers;
  }
}
