/** The companies on the platform and their settings. */
@NullMarked
package io.holdfast.ingestion.tenants;

import org.jspecify.annotations.NullMarked;
