package io.holdfast.scoring.intake;

import io.holdfast.scoring.adoption.Modules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

record TrackingPlanChangedMessage(List<PlannedEvent> events) {

  static final String TYPE = "ingestion.tracking-plan-changed.v1";

  record PlannedEvent(String event, boolean coreFeature, @Nullable String module) {}

  List<String> coreFeatures() {
    return events.stream().filter(PlannedEvent::coreFeature).map(PlannedEvent::event).toList();
  }

  Modules modules() {
    Map<String, Set<String>> modules = new TreeMap<>();
    for (PlannedEvent one : events) {
      if (one.module() != null) {
        modules.computeIfAbsent(one.module(), _ -> new TreeSet<>()).add(one.event());
      }
    }
    return new Modules(modules);
  }
}
