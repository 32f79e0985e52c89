/** What no request may hold, wherever it comes in. */
@NullMarked
package io.holdfast.tenancy.firewall;

import org.jspecify.annotations.NullMarked;
