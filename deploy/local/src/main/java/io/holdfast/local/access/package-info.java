/** Tokens and keys for the person at the keyboard. */
@NullMarked
package io.holdfast.local.access;

import org.jspecify.annotations.NullMarked;
