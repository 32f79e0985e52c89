package io.holdfast.scoring.intake;

import java.util.List;

record TrackingPlanChangedMessage(List<PlannedEvent> events) {

  static final String TYPE = "ingestion.tracking-plan-changed.v1";

  record PlannedEvent(String event, boolean coreFeature) {}

  List<String> coreFeatures() {
    return events.stream().filter(PlannedEvent::coreFeature).map(PlannedEvent::event).toList();
  }
}
