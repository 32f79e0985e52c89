/** What roles allow, what a tenant has decided about them, and what follows for a token. */
@NullMarked
package io.holdfast.tenancy.access;

import org.jspecify.annotations.NullMarked;
