/** The ledgers of all accounts added up, period by period. */
@NullMarked
package io.holdfast.metrics.books;

import org.jspecify.annotations.NullMarked;
