package io.loanflow.notification;

import io.loanflow.platform.Page;
import io.loanflow.platform.web.PageRequest;
import java.util.Optional;
import java.util.Set;

/** What each person was told. Whatever changes an inbox is in the event log with the same commit. */
public interface Inbox {

    /** Tells each of the people once. */
    void tell(Set<String> userIds, Notice notice);

    Page<Notification> list(String userId, InboxFilter filter, PageRequest page);

    long unread(String userId);

    /** Marks one as read, again if need be; empty when the person has no such notification. */
    Optional<Notification> markRead(String userId, long id);

    void markAllRead(String userId);
}
