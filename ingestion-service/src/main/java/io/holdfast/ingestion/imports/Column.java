package io.holdfast.ingestion.imports;

import static io.holdfast.ingestion.imports.CellType.BOOLEAN;
import static io.holdfast.ingestion.imports.CellType.COUNT;
import static io.holdfast.ingestion.imports.CellType.CURRENCY;
import static io.holdfast.ingestion.imports.CellType.DATE;
import static io.holdfast.ingestion.imports.CellType.DECIMAL;
import static io.holdfast.ingestion.imports.CellType.EMAIL;
import static io.holdfast.ingestion.imports.CellType.END;
import static io.holdfast.ingestion.imports.CellType.ID;
import static io.holdfast.ingestion.imports.CellType.INSTANT;
import static io.holdfast.ingestion.imports.CellType.SIGNED;
import static io.holdfast.ingestion.imports.CellType.SNAKE;
import static io.holdfast.ingestion.imports.CellType.TEXT;
import static io.holdfast.ingestion.imports.CellType.WHOLE;

import io.holdfast.ingestion.entry.Kind;
import java.util.List;

/**
 * One column of a kind of import.
 *
 * @param oneOf the values allowed, empty when any is
 */
record Column(String name, CellType type, boolean required, List<String> oneOf) {
  static final Column RECORDED_AT = optional("recorded_at", INSTANT);
  static final String ACCOUNT = "account_id";
  static final String EXTERNAL_IDS = "external_ids";

  private static Column required(String name, CellType type, String... oneOf) {
    return new Column(name, type, true, List.of(oneOf));
  }

  private static Column optional(String name, CellType type, String... oneOf) {
    return new Column(name, type, false, List.of(oneOf));
  }

  /**
   * The columns of a kind, required ones first, without {@link #RECORDED_AT}, which every kind may
   * have.
   */
  static List<Column> of(Kind kind) {
    Column account = required(ACCOUNT, ID);
    return switch (kind) {
      case ACCOUNT ->
          List.of(
              account,
              required("name", TEXT),
              optional("industry", TEXT),
              optional("country", TEXT),
              optional("employees", WHOLE),
              optional("owner_email", EMAIL),
              optional("parent_account_id", ID),
              optional("created_at", INSTANT),
              optional(EXTERNAL_IDS, TEXT));
      case CONTACT ->
          List.of(
              required("contact_id", ID),
              account,
              optional("name", TEXT),
              optional("email", EMAIL),
              optional(
                  "role",
                  TEXT,
                  "end_user",
                  "manager",
                  "champion",
                  "executive_sponsor",
                  "procurement",
                  "admin"),
              optional("title", TEXT),
              optional("department", TEXT),
              optional("active", BOOLEAN),
              optional("left_on", DATE));
      case SUBSCRIPTION ->
          List.of(
              required("subscription_id", ID),
              account,
              required("starts_on", DATE),
              required("amount", DECIMAL),
              required("currency", CURRENCY),
              required("interval", TEXT, "day", "week", "month", "quarter", "half_year", "year"),
              optional("ends_on", END),
              optional("interval_count", COUNT),
              optional("quantity", DECIMAL),
              optional("plan", TEXT),
              optional("seats", WHOLE),
              optional("status", SNAKE),
              optional("auto_renew", BOOLEAN),
              optional("renews_on", DATE),
              optional("notice_days", WHOLE),
              optional("discount_percent", DECIMAL),
              optional("discount_months", COUNT));
      case INVOICE ->
          List.of(
              required("invoice_id", ID),
              account,
              required("issued_on", DATE),
              required("amount", DECIMAL),
              required("currency", CURRENCY),
              optional("due_on", DATE),
              optional("paid_on", DATE),
              optional("status", TEXT, "open", "paid", "overdue", "void", "uncollectible"));
      case TICKET ->
          List.of(
              required("ticket_id", ID),
              account,
              required("opened_at", INSTANT),
              optional("closed_at", INSTANT),
              optional("severity", TEXT, "low", "normal", "high", "urgent"),
              optional("csat", DECIMAL));
      case USAGE ->
          List.of(
              required("event_id", ID),
              account,
              required("event", ID),
              required("occurred_at", INSTANT),
              optional("user_id", ID),
              optional("count", COUNT));
      case SURVEY ->
          List.of(
              required("response_id", ID),
              account,
              required("kind", TEXT, "nps", "csat", "exit"),
              required("score", DECIMAL),
              required("answered_at", INSTANT),
              optional("contact_id", ID));
      case MEETING ->
          List.of(
              required("meeting_id", ID),
              account,
              required("held_at", INSTANT),
              optional("kind", TEXT, "executive", "business_review", "training", "other"),
              optional("attendees", WHOLE));
      case OUTCOME ->
          List.of(
              account,
              required("kind", TEXT, "voluntary_churn", "involuntary_churn", "renewed"),
              required("happened_on", DATE),
              optional("reason", TEXT));
      case FACT ->
          List.of(
              required("fact_id", ID),
              account,
              required("type", SNAKE),
              required("happened_at", INSTANT),
              optional("contact_id", ID),
              optional("value", SIGNED),
              optional("unit", TEXT),
              optional("text", TEXT),
              optional("due_on", DATE));
      case RATE ->
          List.of(
              required("date", DATE),
              required("base", CURRENCY),
              required("quote", CURRENCY),
              required("rate", DECIMAL));
    };
  }
}
