package io.loanflow.notification;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.loanflow.identity.AuditTrail;
import io.loanflow.platform.DatabaseServer;
import io.loanflow.platform.Problem;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes mail, and has it sent once the present transaction has committed. */
@Component
public class Mailing {

    private final Mails mails;
    private final MailDeliveries deliveries;
    private final AuditTrail audit;
    private final boolean serverKnown;
    private final boolean forTrying;

    Mailing(
            Mails mails,
            MailDeliveries deliveries,
            AuditTrail audit,
            DatabaseServer database,
            @Value("${spring.mail.host:}") String host) {
        this.mails = mails;
        this.deliveries = deliveries;
        this.audit = audit;
        this.serverKnown = !host.isBlank();
        this.forTrying = database.embedded() && !serverKnown;
    }

    /**
     * What a mail says. One that holds a secret is for its recipient alone; only where Loanflow is tried out without a mail
     * server there is no other way to read it, and whoever does is written down.
     *
     * @throws Problem 404, 403 for one that holds a secret
     */
    @Transactional
    public Text read(long id) {
        var mail = mails.find(id).orElseThrow(() -> Problem.notFound("mail"));
        if (mail.secret() && !forTrying) {
            throw Problem.forbidden("This mail holds a secret that is for its recipient alone.");
        }
        if (mail.secret()) {
            audit.record("mail_read", "mail", String.valueOf(id), Map.of("recipient", mail.recipient()));
        }
        return new Text(mail, mails.letter(id).map(Letter::body).orElse(null));
    }

    /** @param body null once a secret has left */
    public record Text(@JsonUnwrapped Mail mail, @Nullable String body) {

        /** Never the body. */
        @Override
        public String toString() {
            return mail.toString();
        }
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
