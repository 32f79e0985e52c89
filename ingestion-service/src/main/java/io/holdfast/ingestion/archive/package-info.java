/**
 * Everything accepted, once, owed to the broker until published; and everything that still waits.
 */
@NullMarked
package io.holdfast.ingestion.archive;

import org.jspecify.annotations.NullMarked;
