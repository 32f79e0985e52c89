/** Facts, ledgers and settings in PostgreSQL. */
@NullMarked
package io.holdfast.metrics.persistence;

import org.jspecify.annotations.NullMarked;
