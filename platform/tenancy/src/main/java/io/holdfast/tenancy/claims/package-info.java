/** What issuers say of a caller, each in its own words. Needs nothing but the claims. */
@NullMarked
package io.holdfast.tenancy.claims;

import org.jspecify.annotations.NullMarked;
