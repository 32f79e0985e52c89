package io.holdfast.notification.writing;

import io.holdfast.notification.notice.DigestNotice;
import io.holdfast.notification.notice.FleetNotice;
import io.holdfast.notification.notice.Notice;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Slack messages in blocks; a section holds 3,000 characters at most. */
final class SlackWriter {

  private static final int LONGEST_SECTION = 3_000;
  private static final int LONGEST_LINE = 500;
  private static final int LONGEST_LABEL = 75;
  private static final int MOST_REASONS = 5;
  private static final int MOST_LINES = 40;

  private SlackWriter() {}

  static Map<String, Object> one(Notice notice) {
    String reasons =
        notice.alert().warning().reasons().stream()
            .limit(MOST_REASONS)
            .map(reason -> "• " + fit(reason.sentence(), LONGEST_LINE))
            .collect(Collectors.joining("\n"));
    String closed = notice.event().equals(Notice.CLOSED) ? "Closed: " : "";
    List<Map<String, Object>> blocks = new ArrayList<>();
    blocks.add(section(closed + "*" + fit(notice.subject(), LONGEST_LINE) + "*"));
    if (!reasons.isEmpty()) {
      blocks.add(section(reasons));
    }
    blocks.add(button("Open " + notice.accountName(), notice.link()));
    return message(closed + notice.subject(), blocks);
  }

  static Map<String, Object> digest(DigestNotice digest) {
    List<Map<String, Object>> blocks = new ArrayList<>();
    blocks.add(section("*" + fit(digest.subject(), LONGEST_LINE) + "*"));
    StringBuilder lines = new StringBuilder();
    for (Notice notice : digest.notices().stream().limit(MOST_LINES).toList()) {
      String line = "• <%s|%s>\n".formatted(notice.link(), fit(notice.subject(), LONGEST_LINE));
      if (lines.length() + line.length() > LONGEST_SECTION) {
        blocks.add(section(lines.toString()));
        lines.setLength(0);
      }
      lines.append(line);
    }
    blocks.add(section(lines.toString()));
    int more = digest.notices().size() - MOST_LINES;
    blocks.add(button(more > 0 ? "See these and " + more + " more" : "See all", digest.link()));
    return message(digest.subject(), blocks);
  }

  static Map<String, Object> fleet(FleetNotice notice) {
    return message(
        notice.subject(),
        List.of(
            section("*" + fit(notice.subject(), LONGEST_LINE) + "*"),
            section(fit(String.join(" ", notice.sentences()), LONGEST_SECTION)),
            button("Open the portfolio", notice.link())));
  }

  static Map<String, Object> test(String channel) {
    String text = "Test message of the channel “" + channel + "”. Alerts will arrive here.";
    return message(text, List.of(section(fit(text, LONGEST_LINE))));
  }

  private static Map<String, Object> message(String text, List<Map<String, Object>> blocks) {
    return Map.of("text", fit(text, LONGEST_SECTION), "blocks", blocks);
  }

  private static Map<String, Object> section(String text) {
    return Map.of("type", "section", "text", Map.of("type", "mrkdwn", "text", text));
  }

  private static Map<String, Object> button(String label, URI link) {
    return Map.of(
        "type",
        "actions",
        "elements",
        List.of(
            Map.of(
                "type",
                "button",
                "text",
                Map.of("type", "plain_text", "text", plain(label)),
                "url",
                link.toString())));
  }

  /** A button's label is not markup. */
  private static String plain(String label) {
    return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
  }

  /**
   * On one line, with the three characters escaped that Slack gives a meaning to, and shortened
   * without cutting an escape in two.
   */
  static String fit(String text, int longest) {
    StringBuilder fitted = new StringBuilder();
    for (int point : text.codePoints().toArray()) {
      String shown = escaped(point);
      if (fitted.length() + shown.length() > longest - 1) {
        return fitted.append('…').toString();
      }
      fitted.append(shown);
    }
    return fitted.toString();
  }

  private static String escaped(int point) {
    return switch (point) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      default -> Character.isISOControl(point) ? " " : Character.toString(point);
    };
  }
}
