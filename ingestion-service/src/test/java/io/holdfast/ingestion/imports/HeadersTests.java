package io.holdfast.ingestion.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.ingestion.entry.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadersTests {
  @Test
  void namesTheRequiredColumnsThatNobodyProvides() throws Mapping.Refused {
    Headers headers = headers(Kind.USAGE, "{\"constants\":{\"event\":\"Seen\"}}");
    assertThat(headers.fault(List.of("event_id", "Occurred_At")))
        .contains("the header lacks account_id");
  }

  @Test
  void anAccountFoundByWayOfTheSubscriptionNeedsNoColumnOfItsOwn() throws Mapping.Refused {
    Headers headers = headers(Kind.USAGE, "{\"account\":{\"via\":\"subscription_id\"}}");
    assertThat(headers.fault(List.of("event_id", "subscription_id", "event", "occurred_at")))
        .isEmpty();
  }

  @Test
  void aColumnThatStandsThereTwiceIsRefused() throws Mapping.Refused {
    Headers headers = headers(Kind.ACCOUNT, "{\"columns\":{\"Customer\":\"account_id\"}}");
    assertThat(headers.fault(List.of("Customer", "name", "NAME")))
        .contains("the header has 'NAME' a second time");
    assertThat(headers.fault(List.of("Customer", "name", "tier", "tier")))
        .contains("the header has 'tier' a second time");
    assertThat(headers.fault(List.of("Customer", "name", "", ""))).isEmpty();
  }

  @Test
  void anotherDelimiterIsRecognised() throws Mapping.Refused {
    assertThat(headers(Kind.ACCOUNT, "").fault(List.of("account_id;name")).orElseThrow())
        .endsWith("its columns must be separated by commas");
  }

  @Test
  void whatIsOfNoUseIsSaid() throws Mapping.Refused {
    Headers headers = headers(Kind.USAGE, "{\"columns\":{\"note\":null}}");
    List<String> header = List.of("event_id", "note", "secs", "recorded_at");
    assertThat(headers.warnings(header, true)).containsExactly("columns without a use: secs");
    assertThat(headers.warnings(header, false))
        .containsExactly(
            "columns without a use: secs",
            "recorded_at has no effect without knowledge=as-recorded");
  }

  @Test
  void whatTheMappingNamesInVainIsSaid() throws Mapping.Refused {
    Headers headers = headers(Kind.USAGE, "{\"columns\":{\"Who\":\"user_id\"}}");
    assertThat(headers.warnings(List.of("event_id", "whom"), true))
        .containsExactly(
            "columns without a use: whom", "columns of the mapping that the file lacks: who");
  }

  private static Headers headers(Kind kind, String mapping) throws Mapping.Refused {
    return new Headers(kind, Mapping.parse(kind, mapping));
  }
}
