/** The HTTP edge every service shares: token to principal, scope checks, problem details. */
@NullMarked
package io.holdfast.tenancy.web;

import org.jspecify.annotations.NullMarked;
