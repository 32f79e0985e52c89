package io.holdfast.scoring.signal;

import io.holdfast.scoring.model.Measure.Meetings;
import io.holdfast.scoring.picture.Fact.Meeting;
import io.holdfast.scoring.picture.KnownPicture.Named;
import io.holdfast.scoring.signal.Evidence.Item;
import io.holdfast.scoring.signal.Reading.Missing;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Meetings of the last days to which somebody of the account came. */
final class MeetingsReading {

  private static final Comparator<Named<Meeting>> LATEST_FIRST =
      Comparator.comparing((Named<Meeting> one) -> one.fact().heldAt())
          .reversed()
          .thenComparing(Named::key);

  private MeetingsReading() {}

  static Reading of(Meetings measure, Moment moment) {
    if (moment.picture().meetings(moment.at()).findAny().isEmpty()) {
      return new Missing("No meeting with the account is known");
    }
    List<Named<Meeting>> meetings =
        moment
            .picture()
            .meetings(moment.at())
            .filter(meeting -> moment.isWithin(meeting.fact().heldAt(), measure.days()))
            .filter(
                meeting ->
                    measure
                        .kinds()
                        .contains(Objects.requireNonNullElse(meeting.fact().kind(), "other")))
            .filter(meeting -> !Objects.equals(meeting.fact().attendees(), 0))
            .sorted(LATEST_FIRST)
            .toList();
    String kinds = String.join(" or ", measure.kinds()).replace('_', ' ');
    return Told.of(
        meetings.size(),
        () ->
            "%s in %d days"
                .formatted(
                    meetings.isEmpty()
                        ? "No %s meeting".formatted(kinds)
                        : Numbers.counted(meetings.size(), kinds + " meeting", kinds + " meetings"),
                    measure.days()),
        () ->
            new Evidence(
                moment.day().minusDays(measure.days() - 1L),
                moment.day(),
                meetings.stream()
                    .map(
                        meeting ->
                            new Item(
                                meeting.key(),
                                moment.calendar().day(meeting.fact().heldAt()),
                                BigDecimal.ONE))
                    .toList()));
  }
}
