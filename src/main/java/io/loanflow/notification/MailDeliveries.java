package io.loanflow.notification;

/** The process that sends a mail, as the rest of the feature sees it. */
public interface MailDeliveries {

    /** Begins with the commit of the present transaction. */
    void start(long mailId);

    /** Ends whatever delivery of the mail is still going on. */
    void stop(long mailId);
}
