/** The audit log: kept from what every service records, and read. */
@NullMarked
package io.holdfast.ingestion.audit;

import org.jspecify.annotations.NullMarked;
