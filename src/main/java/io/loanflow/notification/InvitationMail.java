package io.loanflow.notification;

import io.loanflow.people.BorrowerInvited;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes to borrowers who are invited to follow their applications. */
@Component
class InvitationMail {

    private final Mailing mailing;

    InvitationMail(Mailing mailing) {
        this.mailing = mailing;
    }

    @EventListener
    void on(BorrowerInvited invited) {
        var body = """
                Hello,

                you are invited to follow your loan application. Log in, or register, on this page:

                %s

                The link works once, for seven days. If you did not expect this mail, do nothing: without the link nothing changes.
                """.formatted(invited.link());
        mailing.post(new Letter(invited.email(), "Follow your loan application", body, true));
    }
}
