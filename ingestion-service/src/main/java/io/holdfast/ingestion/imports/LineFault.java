package io.holdfast.ingestion.imports;

import org.jspecify.annotations.Nullable;

/** Why a line was not taken. */
record LineFault(int line, @Nullable String column, String code, String message) {}
