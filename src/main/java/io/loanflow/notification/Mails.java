package io.loanflow.notification;

import io.loanflow.platform.Page;
import io.loanflow.platform.web.PageRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The outbox. */
public interface Mails {

    /** @return the id of the mail, which waits */
    long write(Letter letter);

    Optional<Mail> find(long id);

    /** What is to be sent; empty unless the mail waits. */
    Optional<Letter> waiting(long id);

    /** What it says; a secret is forgotten once it has left. */
    Optional<Letter> letter(long id);

    /**
     * @param status null for any
     * @param recipient whole address, case ignored; null for any
     */
    Page<Mail> list(@Nullable String status, @Nullable String recipient, PageRequest page);

    /** The mail server has it; a secret body is forgotten. */
    void sent(long id);

    /** It could not be sent; in a transaction of its own, which stays. @param last whether it is not tried again */
    void notSent(long id, String error, boolean last);

    /** A mail that was sent or has failed waits again. */
    void waitAgain(long id);
}
