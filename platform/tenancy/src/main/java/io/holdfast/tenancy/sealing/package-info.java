/** Secrets that must be used again, kept so that nobody who reads the table can use them. */
@NullMarked
package io.holdfast.tenancy.sealing;

import org.jspecify.annotations.NullMarked;
