package io.holdfast.ingestion.imports;

/** What one stretch of a file added, and where reading goes on. */
record Progress(
    long position, int line, long read, long accepted, long rejected, boolean finished) {}
