package io.holdfast.systemtests.upgrade;

import io.holdfast.systemtests.Door;
import io.holdfast.systemtests.Imports;
import io.holdfast.systemtests.LocalPlatform;
import io.holdfast.systemtests.WebhookReceiver;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/** A small company of tenant {@code demo} that leaves a trace in every table. */
final class SettledCompany {
  private static final String SIGNING_SECRET = "whsec_settled_company_0123456789";
  private static final List<String> NAMES =
      List.of("alder", "birch", "cedar", "dogwood", "elm", "fir", "ginkgo", "hazel");

  private final LocalPlatform platform;
  private final Door door;
  private final LocalDate today;
  private final YearMonth month;

  SettledCompany(LocalPlatform platform, Door door, Instant now) {
    this.platform = platform;
    this.door = door;
    this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    this.month = YearMonth.from(today);
  }

  void settle(WebhookReceiver receiver) {
    settings(receiver);
    Imports.load(door, "accounts", accounts());
    Imports.load(door, "contacts", contacts());
    Imports.load(door, "rates", rates());
    Imports.load(door, "subscriptions", subscriptions());
    Imports.load(door, "invoices", invoices());
    Imports.load(door, "tickets", tickets());
    Imports.load(door, "surveys", surveys());
    Imports.load(door, "meetings", meetings());
    Imports.load(door, "outcomes", outcomes());
    Imports.load(door, "usage", usage());
    Imports.load(door, "facts", "fact_id,account_id,type,happened_at\nf-1,nobody,milestone,x\n");
    platform.awaitQuiet();
    door.post("/api/v1/metrics/periods/" + month.minusMonths(2) + "/close", Map.of()).expectDone();
    liveEvents();
    for (String account : List.of("cedar", "dogwood", "elm")) {
      declinedCard(account);
    }
    stripe();
    door.post("/api/v1/facts", fact("waits", "unknown-account", "milestone")).expectDone();
    platform.awaitQuiet();
    List<JsonNode> alerts =
        door.get("/api/v1/alerts?kind=involuntary&limit=200")
            .expect(200)
            .json()
            .get("items")
            .valueStream()
            .toList();
    door.post("/api/v1/alerts/" + id(alerts, "cedar") + "/acknowledge", Map.of()).expectDone();
    door.post("/api/v1/alerts/" + id(alerts, "dogwood") + "/close", Map.of("verdict", "true"))
        .expectDone();
    platform.awaitQuiet();
  }

  /** Addresses beyond those without parameters: of months and moments that are over. */
  List<String> addresses(Instant now) {
    String months = "from=" + month.minusMonths(10) + "&to=" + month.minusMonths(1);
    List<String> addresses = new ArrayList<>();
    for (String figure : List.of("mrr-movements", "nrr", "grr", "logo-retention")) {
      addresses.add("/api/v1/metrics/" + figure + "?" + months);
    }
    for (String name : NAMES) {
      for (int weeks : new int[] {1, 3}) {
        Instant then = now.minusSeconds(weeks * 7L * 86_400);
        addresses.add("/api/v1/accounts/" + name + "/health?asOf=" + then);
      }
    }
    return addresses;
  }

  private void settings(WebhookReceiver receiver) {
    door.post(
            "/api/v1/tenants",
            Map.of(
                "tenantId",
                "demo",
                "name",
                "Settled",
                "timeZone",
                "Europe/Berlin",
                "currency",
                "EUR",
                "holidays",
                List.of("2026-12-25")))
        .expectDone();
    door.put(
            "/api/v1/tracking-plan",
            Map.of(
                "events",
                List.of(
                    Map.of(
                        "event", "Report run", "planned", true, "coreFeature", true, "module", "r"),
                    Map.of(
                        "event", "Export", "planned", true, "coreFeature", false, "module", "x"))))
        .expectDone();
    door.put(
            "/api/v1/people/olga@settled.example",
            Map.of("name", "Olga", "roles", List.of("manager"), "timeZone", "Europe/Berlin"))
        .expectDone();
    door.put(
            "/api/v1/people/bill@settled.example",
            Map.of("name", "Bill", "roles", List.of("billing_owner"), "timeZone", "UTC"))
        .expectDone();
    door.post(
            "/api/v1/channels", Map.of("type", "webhook", "name", "partner", "url", receiver.url()))
        .expectDone();
    door.post(
            "/api/v1/channels",
            Map.of("type", "email", "name", "team", "to", List.of("team@settled.example")))
        .expectDone();
    door.post("/api/v1/sources", Map.of("kind", "segment", "name", "product")).expectDone();
  }

  private static String accounts() {
    StringBuilder csv =
        new StringBuilder("account_id,name,industry,country,employees,owner_email,external_ids\n");
    for (String name : NAMES) {
      csv.append(
          "%1$s,%1$s Ltd,Logistics,DE,120,olga@settled.example,stripe=cus_%1$s\n".formatted(name));
    }
    return csv.toString();
  }

  private static String contacts() {
    StringBuilder csv = new StringBuilder("contact_id,account_id,name,email,role,title,active\n");
    for (String name : NAMES) {
      csv.append(
          "c-%1$s,%1$s,Carla %1$s,carla@%1$s.example,champion,Head of operations,true\n"
              .formatted(name));
    }
    return csv.toString();
  }

  private String rates() {
    StringBuilder csv = new StringBuilder("date,base,quote,rate\n");
    for (int back = 14; back >= 0; back--) {
      csv.append("%s,USD,EUR,0.9%d\n".formatted(month.minusMonths(back).atDay(1), back % 5));
    }
    return csv.toString();
  }

  /** New, expansion, contraction, churn, reactivation, another currency, a year at once. */
  private String subscriptions() {
    return """
    subscription_id,account_id,starts_on,ends_on,amount,currency,interval,plan,seats
    s-alder,alder,%1$s,,1000,EUR,month,pro,40
    s-birch,birch,%1$s,%2$s,500,EUR,month,pro,20
    s-birch,birch,%2$s,,800,EUR,month,pro,30
    s-cedar,cedar,%1$s,%3$s,900,EUR,month,pro,20
    s-cedar,cedar,%3$s,,600,EUR,month,basic,10
    s-dogwood,dogwood,%1$s,%3$s,300,EUR,month,basic,5
    s-elm,elm,%1$s,%2$s,400,EUR,month,basic,5
    s-elm,elm,%4$s,,450,EUR,month,basic,5
    s-fir,fir,%1$s,,1200,USD,month,pro,50
    s-ginkgo,ginkgo,%2$s,,12000,EUR,year,pro,50
    s-hazel,hazel,%4$s,,250,EUR,month,basic,3
    """
        .formatted(
            month.minusMonths(9).atDay(1),
            month.minusMonths(5).atDay(1),
            month.minusMonths(3).atDay(1),
            month.minusMonths(1).atDay(1));
  }

  private String invoices() {
    StringBuilder csv =
        new StringBuilder(
            "invoice_id,account_id,issued_on,amount,currency,due_on,paid_on,status\n");
    for (String name : NAMES) {
      LocalDate issued = month.minusMonths(2).atDay(5);
      csv.append(
          "i-%1$s,%1$s,%2$s,100,EUR,%3$s,%4$s,paid\n"
              .formatted(name, issued, issued.plusDays(14), issued.plusDays(20)));
    }
    return csv.toString();
  }

  private String tickets() {
    StringBuilder csv =
        new StringBuilder("ticket_id,account_id,opened_at,closed_at,severity,csat\n");
    for (String name : NAMES) {
      csv.append(
          "t-%1$s,%1$s,%2$sT09:00:00Z,%3$sT12:00:00Z,high,2\n"
              .formatted(name, today.minusDays(20), today.minusDays(18)));
    }
    return csv.toString();
  }

  private String surveys() {
    return "response_id,account_id,kind,score,answered_at,contact_id\n"
        + "r-1,alder,nps,9,%1$sT10:00:00Z,c-alder\nr-2,cedar,nps,3,%1$sT10:00:00Z,c-cedar\n"
            .formatted(today.minusDays(12));
  }

  private String meetings() {
    return "meeting_id,account_id,held_at,kind,attendees\nm-1,birch,%sT10:00:00Z,qbr,4\n"
        .formatted(today.minusDays(30));
  }

  private String outcomes() {
    return "account_id,kind,happened_on,reason\ndogwood,churned,%s,price\n"
        .formatted(month.minusMonths(3).atDay(1));
  }

  /** Ten weeks on workdays; of birch almost nobody comes any more. */
  private String usage() {
    StringBuilder csv = new StringBuilder("event_id,account_id,event,occurred_at,user_id,count\n");
    for (int back = 70; back >= 1; back--) {
      LocalDate day = today.minusDays(back);
      for (String name : NAMES) {
        int people = name.equals("birch") && back < 15 ? 1 : 5;
        for (int person = 0; person < people && day.getDayOfWeek().getValue() < 6; person++) {
          csv.append(
              "u-%1$s-%2$s-%3$d,%1$s,%4$s,%2$sT10:0%3$d:00Z,%1$s-user-%3$d,%5$d\n"
                  .formatted(name, day, person, person % 2 == 0 ? "Report run" : "Export", 1));
        }
      }
    }
    return csv.toString();
  }

  private void liveEvents() {
    List<Map<String, Object>> events = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      events.add(
          Map.of(
              "type",
              "track",
              "event",
              "Report run",
              "userId",
              "alder-user-" + i % 5,
              "messageId",
              "live-" + i,
              "context",
              Map.of("groupId", "alder")));
    }
    events.add(
        Map.of("type", "group", "userId", "fir-user-9", "groupId", "fir", "messageId", "live-g"));
    events.add(
        Map.of(
            "type",
            "identify",
            "userId",
            "fir-user-9",
            "anonymousId",
            "anonymous-9",
            "messageId",
            "live-i",
            "traits",
            Map.of("email", "nina@fir.example")));
    events.add(
        Map.of(
            "type",
            "track",
            "event",
            "From the future",
            "userId",
            "fir-user-9",
            "messageId",
            "live-f",
            "timestamp",
            today.plusDays(3) + "T00:00:00Z"));
    Door.closed(platform)
        .post("/v1/batch", Map.of("writeKey", platform.writeKey("demo"), "batch", events))
        .expectDone();
  }

  private void declinedCard(String account) {
    door.post("/api/v1/facts", fact("declined-" + account, account, "charge_failed")).expectDone();
  }

  private Map<String, String> fact(String id, String account, String type) {
    return Map.of(
        "factId",
        id,
        "accountId",
        account,
        "type",
        type,
        "happenedAt",
        Instant.now().minusSeconds(60).toString(),
        "value",
        "100",
        "unit",
        "EUR",
        "text",
        "i-" + account);
  }

  private void stripe() {
    String source =
        door.post(
                "/api/v1/sources",
                Map.of("kind", "stripe", "name", "billing", "signingSecret", SIGNING_SECRET))
            .expect(201)
            .json()
            .get("sourceId")
            .asString();
    long now = Instant.now().getEpochSecond();
    String body =
        """
        {"id":"evt_settled_1","object":"event","type":"invoice.payment_failed","created":%1$d,
         "data":{"object":{"id":"in_settled_1","object":"invoice","customer":"cus_fir","currency":"eur",
          "amount_due":12000,"amount_paid":0,"amount_remaining":12000,"total":12000,"created":%1$d,
          "status":"open","attempted":true,"attempt_count":1}}}
        """
            .formatted(now);
    Door.closed(platform)
        .postText(
            "/webhooks/stripe/" + source,
            "application/json",
            body,
            Map.of("Stripe-Signature", "t=" + now + ",v1=" + signature(now + "." + body)))
        .expectDone();
  }

  private static String signature(String signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SIGNING_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static String id(List<JsonNode> alerts, String account) {
    return alerts.stream()
        .filter(alert -> alert.get("accountId").asString().equals(account))
        .findFirst()
        .orElseThrow()
        .get("alertId")
        .asString();
  }
}
