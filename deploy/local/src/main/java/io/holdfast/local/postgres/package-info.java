/** A real PostgreSQL server with one database, a schema and three roles for each service. */
@NullMarked
package io.holdfast.local.postgres;

import org.jspecify.annotations.NullMarked;
