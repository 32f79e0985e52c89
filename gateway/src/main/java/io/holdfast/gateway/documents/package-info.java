/** One API document made of the services' own, and the page that shows it. */
@NullMarked
package io.holdfast.gateway.documents;

import org.jspecify.annotations.NullMarked;
