package io.holdfast.scoring.intake;

import java.util.List;

/**
 * Somebody is to be forgotten.
 *
 * @param contactIds all ids she had
 * @param opaqueId what stands for her in what stays counted
 * @param facts facts whose words go
 */
record ContactErasedMessage(List<String> contactIds, String opaqueId, List<String> facts) {
  static final String TYPE = "ingestion.contact-erased.v1";
}
