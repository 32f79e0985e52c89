package io.holdfast.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.local.demo.larkfield.Larkfield;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoCompanyTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  @Test
  void entersByThePublicDoorsAccountsFirst() throws Exception {
    try (var platform = new FakePlatform()) {
      load(platform);

      assertThat(platform.requests())
          .startsWith("POST /api/v1/tenants", "PUT /api/v1/tracking-plan");
      assertThat(platform.body("tenants")).contains("\"Larkfield\"", "2025-12-25");
      assertThat(platform.requests()).contains("PUT /api/v1/people/ana.rivera@larkfield.example");
      assertThat(platform.kinds()).startsWith("accounts").endsWith("usage");
      assertThat(platform.requests())
          .filteredOn(request -> request.startsWith("POST /api/v1/imports"))
          .allMatch(request -> request.contains("knowledge=as-recorded"));
      assertThat(platform.body("accounts"))
          .isEqualTo(Larkfield.on(TODAY).files().getFirst().text().collect(Collectors.joining()));
    }
  }

  @Test
  void publishesTheIdealCustomerOnlyOnce() throws Exception {
    try (var platform = new FakePlatform()) {
      load(platform);
      load(platform);

      assertThat(platform.body("fit-profile")).contains("\"reason\"", "\"employees\"");
      assertThat(platform.requests())
          .filteredOn(request -> request.equals("POST /api/v1/fit-profile/versions"))
          .hasSize(1);
    }
  }

  @Test
  void tellsHowFarItIs() throws Exception {
    try (var platform = new FakePlatform()) {
      assertThat(load(platform))
          .anyMatch(line -> line.matches("accounts \\d+ of \\d+ rows"))
          .anyMatch(line -> line.matches("usage [\\d,]+ of [\\d,]+ rows"));
    }
  }

  @Test
  void saysAloudWhatWasRejected() throws Exception {
    try (var platform = new FakePlatform()) {
      platform.rejectOneLineOf("tickets");

      assertThat(load(platform))
          .anyMatch(line -> line.startsWith("WARNING: 1 lines of tickets were rejected"))
          .anyMatch(line -> line.contains("opened_at"));
    }
  }

  @Test
  void triesAgainWhatWasNotReady() throws Exception {
    try (var platform = new FakePlatform()) {
      platform.answerFirst(503);

      load(platform);

      assertThat(platform.kinds()).hasSize(11);
    }
  }

  @Test
  void givesUpAtOnceWhereItMayNotEnter() throws Exception {
    try (var platform = new FakePlatform()) {
      platform.answerFirst(403);

      assertThatThrownBy(() -> load(platform))
          .isInstanceOf(LoadFailed.class)
          .hasMessageContaining("403");
    }
  }

  private static List<String> load(FakePlatform platform) {
    var lines = new ArrayList<String>();
    DemoCompany.load(platform.address(), () -> "a-token", TODAY, lines::add);
    return lines;
  }
}
