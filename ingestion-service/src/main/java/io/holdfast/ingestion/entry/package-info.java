/**
 * What entered by any door, in one form: a kind, a key, an account it refers to, content, and when
 * it was known.
 */
@NullMarked
package io.holdfast.ingestion.entry;

import org.jspecify.annotations.NullMarked;
