/** CloudEvents of partner systems, in their three modes over HTTP. */
@NullMarked
package io.holdfast.ingestion.cloudevents;

import org.jspecify.annotations.NullMarked;
