/** Shows people what there is: lists, filtered and page by page. */
@NullMarked
package io.holdfast.notification.listing;

import org.jspecify.annotations.NullMarked;
