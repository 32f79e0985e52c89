package io.holdfast.scoring.signal;

import io.holdfast.scoring.model.Measure.SurveyScore;
import io.holdfast.scoring.model.Measure.SurveyTrend;
import io.holdfast.scoring.picture.TenantCalendar;
import io.holdfast.scoring.signal.Evidence.Item;
import io.holdfast.scoring.signal.Reading.Missing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Readings of what people answered; csat is also answered of tickets, when they are closed. */
final class SurveyReadings {

  private static final BigDecimal PROMOTER = BigDecimal.valueOf(9);
  private static final BigDecimal DETRACTOR = BigDecimal.valueOf(6);
  private static final String NPS = "nps";
  private static final String CSAT = "csat";

  private SurveyReadings() {}

  private record Answer(String key, Instant at, BigDecimal score) {}

  static Reading score(SurveyScore measure, Moment moment) {
    LocalDate from = moment.day().minusDays(measure.days() - 1L);
    List<Answer> answers = answers(measure.survey(), from, moment.day(), moment);
    if (answers.isEmpty()) {
      return new Missing(
          "No answer to %s in %d days".formatted(name(measure.survey()), measure.days()));
    }
    BigDecimal score = score(measure.survey(), answers);
    return Told.plain(
        score,
        () ->
            "%s %s from %s in %d days"
                .formatted(
                    name(measure.survey()),
                    Numbers.rounded(score),
                    Numbers.counted(answers.size(), "answer", "answers"),
                    measure.days()),
        () -> evidence(from, answers, moment));
  }

  static Reading trend(SurveyTrend measure, Moment moment) {
    LocalDate from = moment.day().minusDays(measure.days() - 1L);
    List<Answer> now = answers(measure.survey(), from, moment.day(), moment);
    List<Answer> before =
        answers(measure.survey(), from.minusDays(measure.days()), from.minusDays(1), moment);
    if (now.isEmpty() || before.isEmpty()) {
      return new Missing(
          "No answers to %s in the last %d days and in the %d before"
              .formatted(name(measure.survey()), measure.days(), measure.days()));
    }
    BigDecimal score = score(measure.survey(), now);
    BigDecimal earlier = score(measure.survey(), before);
    return Told.plain(
        score.subtract(earlier),
        () ->
            "%s %s in %d days, %s in the %d before"
                .formatted(
                    name(measure.survey()),
                    Numbers.rounded(score),
                    measure.days(),
                    Numbers.rounded(earlier),
                    measure.days()),
        () ->
            evidence(
                from.minusDays(measure.days()),
                Stream.concat(now.stream(), before.stream()).toList(),
                moment));
  }

  /** Of nps the share of promoters less that of detractors in percent, of others the mean. */
  private static BigDecimal score(String survey, List<Answer> answers) {
    BigDecimal count = BigDecimal.valueOf(answers.size());
    if (!survey.equals(NPS)) {
      return Numbers.ratio(
          answers.stream().map(Answer::score).reduce(BigDecimal.ZERO, BigDecimal::add), count);
    }
    long promoters = answers.stream().filter(one -> one.score().compareTo(PROMOTER) >= 0).count();
    long detractors = answers.stream().filter(one -> one.score().compareTo(DETRACTOR) <= 0).count();
    return Numbers.ratio(BigDecimal.valueOf(100 * (promoters - detractors)), count);
  }

  private static List<Answer> answers(String survey, LocalDate from, LocalDate to, Moment moment) {
    TenantCalendar calendar = moment.calendar();
    Stream<Answer> surveyed =
        moment
            .picture()
            .answers(moment.at())
            .filter(one -> one.fact().survey().equals(survey) && one.fact().score() != null)
            .map(
                one ->
                    new Answer(
                        one.key(),
                        one.fact().answeredAt(),
                        Objects.requireNonNull(one.fact().score())));
    return Stream.concat(surveyed, survey.equals(CSAT) ? ofTickets(moment) : Stream.empty())
        .filter(
            one -> !calendar.day(one.at()).isBefore(from) && !calendar.day(one.at()).isAfter(to))
        .sorted(Comparator.comparing(Answer::at).reversed().thenComparing(Answer::key))
        .toList();
  }

  private static Stream<Answer> ofTickets(Moment moment) {
    return moment
        .picture()
        .tickets(moment.at())
        .filter(
            ticket ->
                ticket.fact().satisfaction() != null
                    && ticket.fact().closedAt() != null
                    && !ticket.fact().isOpen(moment.at()))
        .map(
            ticket ->
                new Answer(
                    ticket.key(),
                    Objects.requireNonNull(ticket.fact().closedAt()),
                    Objects.requireNonNull(ticket.fact().satisfaction())));
  }

  private static Evidence evidence(LocalDate from, List<Answer> answers, Moment moment) {
    return new Evidence(
        from,
        moment.day(),
        answers.stream()
            .map(one -> new Item(one.key(), moment.calendar().day(one.at()), one.score()))
            .toList());
  }

  private static String name(String survey) {
    return survey.toUpperCase(Locale.ROOT);
  }
}
