package io.holdfast.ingestion.imports;

import org.jspecify.annotations.Nullable;

/** What one stretch of a file added, and where reading goes on. */
record Progress(
    long position,
    int line,
    @Nullable Integer overlong,
    long read,
    long accepted,
    long rejected,
    boolean finished) {}
