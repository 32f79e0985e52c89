/** Connections of the serving and the background role, and the check that isolation is in place. */
@NullMarked
package io.holdfast.tenancy.database;

import org.jspecify.annotations.NullMarked;
