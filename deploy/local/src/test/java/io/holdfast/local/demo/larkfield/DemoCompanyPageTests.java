package io.holdfast.local.demo.larkfield;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page about the demo company tells is what happens in it. */
class DemoCompanyPageTests {

  private static final Path PAGE = Path.of("../../docs/demo-company.md");
  private static final Pattern ROW = Pattern.compile("\\| (`.*`) \\|.*\\| ([\\d, ]+|always) \\|");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final Larkfield COMPANY = Larkfield.on(TODAY);

  @Test
  void everyAccountOfThePageExistsAndHasItsStoryOnThatDay() throws IOException {
    List<Matcher> rows =
        Files.readAllLines(PAGE).stream().map(ROW::matcher).filter(Matcher::matches).toList();

    assertThat(rows).hasSizeGreaterThan(15);
    for (Matcher row : rows) {
      List<String> accounts = found("[a-z][a-z-]+", row.group(1));
      assertThat(COMPANY.lives().stream().map(life -> life.customer().firm().id()))
          .containsAll(accounts);
      List<Long> days =
          COMPANY.stories().stream()
              .filter(story -> accounts.contains(story.account()))
              .map(story -> ChronoUnit.DAYS.between(story.on(), TODAY))
              .toList();
      List<Long> told = found("\\d+", row.group(2)).stream().map(Long::valueOf).toList();
      assertThat(told).as(row.group()).containsExactlyInAnyOrderElementsOf(days);
    }
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(MatchResult::group).toList();
  }
}
