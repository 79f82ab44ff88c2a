package io.loanflow.notification;

import io.loanflow.platform.Problem;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes mail, and has it sent once the present transaction has committed. */
@Component
public class Mailing {

    private final Mails mails;
    private final MailDeliveries deliveries;
    private final boolean serverKnown;

    Mailing(Mails mails, MailDeliveries deliveries, @Value("${spring.mail.host:}") String host) {
        this.mails = mails;
        this.deliveries = deliveries;
        this.serverKnown = !host.isBlank();
    }

    /** Without a mail server the mail waits in the outbox. */
    @Transactional
    public void post(Letter letter) {
        var id = mails.write(letter);
        if (serverKnown) {
            deliveries.start(id);
        }
    }

    /** @throws Problem 404, 409 when there is no mail server, or a secret that the mail held is forgotten */
    @Transactional
    public Mail resend(long id) {
        var mail = mails.find(id).orElseThrow(() -> Problem.notFound("mail"));
        if (!serverKnown) {
            throw Problem.conflict("No mail server is configured.", Map.of());
        }
        if (mail.secret() && mail.status().equals(Mail.SENT)) {
            throw Problem.conflict("This mail held a secret, which is forgotten. Have it written anew.", Map.of());
        }
        deliveries.stop(id);
        mails.waitAgain(id);
        deliveries.start(id);
        return mails.find(id).orElseThrow();
    }
}
