/** What issuers say of a caller, each in its own words. */
@NullMarked
package io.holdfast.gateway.claims;

import org.jspecify.annotations.NullMarked;
