/** A changing request is one transaction of its tenant, answered after the commit. */
@NullMarked
package io.holdfast.tenancy.changing;

import org.jspecify.annotations.NullMarked;
