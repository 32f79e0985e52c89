/** Rows and SQL. */
@NullMarked
package io.holdfast.notification.persistence;

import org.jspecify.annotations.NullMarked;
