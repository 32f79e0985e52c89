package io.holdfast.notification.telling;

import io.holdfast.notification.notice.Notice;
import io.holdfast.notification.person.EmailAddress;
import java.util.List;
import java.util.UUID;

/** One alert's share of a digest: what is said, and to whom. */
record Share(UUID run, Notice notice, List<EmailAddress> people) {}
