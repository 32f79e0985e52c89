/** What each role allows at a tenant. */
@NullMarked
package io.holdfast.ingestion.roles;

import org.jspecify.annotations.NullMarked;
