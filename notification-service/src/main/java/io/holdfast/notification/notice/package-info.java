/** What is said about alerts, before it is put into the form of a channel. */
@NullMarked
package io.holdfast.notification.notice;

import org.jspecify.annotations.NullMarked;
