package io.holdfast.local.demo.larkfield;

/** What one can do in Larkfield's product; the tracking plan lists it. */
public enum Feature {
  FORECAST("Forecast Saved", true, "Planning"),
  REPORT("Report Exported", true, "Reporting"),
  AUTOMATION("Automation Run", true, "Automation"),
  WEBHOOK("Webhook Delivered", true, "API"),
  DASHBOARD("Dashboard Viewed", false, "Reporting"),
  COMMENT("Comment Added", false, "Collaboration");

  private final String event;
  private final boolean core;
  private final String module;

  Feature(String event, boolean core, String module) {
    this.event = event;
    this.core = core;
    this.module = module;
  }

  public String event() {
    return event;
  }

  public boolean core() {
    return core;
  }

  public String module() {
    return module;
  }
}
