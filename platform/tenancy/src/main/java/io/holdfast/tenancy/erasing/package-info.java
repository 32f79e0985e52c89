/** A person who is to be forgotten, and where a service may hold her name. */
@NullMarked
package io.holdfast.tenancy.erasing;

import org.jspecify.annotations.NullMarked;
