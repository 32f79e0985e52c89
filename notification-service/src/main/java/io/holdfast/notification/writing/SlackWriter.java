package io.holdfast.notification.writing;

import io.holdfast.notification.alert.Reason;
import io.holdfast.notification.notice.DigestNotice;
import io.holdfast.notification.notice.Notice;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Slack messages in blocks; a section holds 3,000 characters at most. */
final class SlackWriter {

  private static final int LONGEST_SECTION = 3_000;
  private static final int MOST_REASONS = 5;
  private static final int MOST_LINES = 40;

  private SlackWriter() {}

  static Map<String, Object> one(Notice notice) {
    String reasons =
        notice.alert().warning().reasons().stream()
            .limit(MOST_REASONS)
            .map(Reason::sentence)
            .map(sentence -> "• " + escape(sentence))
            .collect(Collectors.joining("\n"));
    String closed = notice.event().equals(Notice.CLOSED) ? "Closed: " : "";
    List<Map<String, Object>> blocks = new ArrayList<>();
    blocks.add(section(closed + "*" + escape(notice.subject()) + "*"));
    if (!reasons.isEmpty()) {
      blocks.add(section(reasons));
    }
    blocks.add(button("Open " + notice.accountName(), notice.link()));
    return message(closed + notice.subject(), blocks);
  }

  static Map<String, Object> digest(DigestNotice digest) {
    List<Map<String, Object>> blocks = new ArrayList<>();
    blocks.add(section("*" + escape(digest.subject()) + "*"));
    StringBuilder lines = new StringBuilder();
    for (Notice notice : digest.notices().stream().limit(MOST_LINES).toList()) {
      String line = "• <%s|%s>\n".formatted(notice.link(), escape(notice.subject()));
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

  static Map<String, Object> test(String channel) {
    String text = "Test message of the channel “" + channel + "”. Alerts will arrive here.";
    return message(text, List.of(section(escape(text))));
  }

  private static Map<String, Object> message(String text, List<Map<String, Object>> blocks) {
    return Map.of("text", escape(text), "blocks", blocks);
  }

  private static Map<String, Object> section(String text) {
    return Map.of(
        "type", "section", "text", Map.of("type", "mrkdwn", "text", cut(text, LONGEST_SECTION)));
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
                Map.of("type", "plain_text", "text", cut(label, 75)),
                "url",
                link.toString())));
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }

  /** The three characters Slack gives a meaning to. */
  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
