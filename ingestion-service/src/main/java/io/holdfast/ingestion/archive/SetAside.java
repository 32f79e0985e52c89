package io.holdfast.ingestion.archive;

import io.holdfast.ingestion.entry.Entry;
import io.holdfast.ingestion.entry.Reason;

/**
 * Something that came and cannot be read.
 *
 * @param asItCame its body is what came; it names no account, so only a replay takes it out
 * @param detail what is wrong and where
 */
public record SetAside(Entry asItCame, Reason reason, Held.Form form, String detail) {}
