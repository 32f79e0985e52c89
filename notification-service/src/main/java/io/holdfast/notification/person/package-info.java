/** The people who can be told. */
@NullMarked
package io.holdfast.notification.person;

import org.jspecify.annotations.NullMarked;
