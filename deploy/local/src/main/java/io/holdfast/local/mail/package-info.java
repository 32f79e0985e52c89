/** A mail server that keeps what it is given instead of sending it on. */
@NullMarked
package io.holdfast.local.mail;

import org.jspecify.annotations.NullMarked;
