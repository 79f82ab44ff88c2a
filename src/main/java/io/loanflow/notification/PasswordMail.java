package io.loanflow.notification;

import io.loanflow.identity.PasswordLink;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes to people who are to set a password. The secret stands behind the #, which browsers keep to themselves. */
@Component
class PasswordMail {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM yyyy, h:mm a (zzz)", Locale.ENGLISH);

    private final Mailing mailing;
    private final Clock clock;
    private final String publicUrl;

    PasswordMail(
            Mailing mailing, Clock clock, @Value("${loanflow.public-url:http://localhost:8080}") String publicUrl) {
        this.mailing = mailing;
        this.clock = clock;
        this.publicUrl = publicUrl.replaceFirst("/+$", "");
    }

    @EventListener
    void on(PasswordLink link) {
        var what = link.invitation() ? "An account was made for you." : "Somebody, probably you, forgot the password.";
        var body = """
                Hello %s,

                %s Set your password on this page:

                %s/password-reset#%s

                The link works once, until %s. If you did not expect this mail, do nothing: without the link nothing changes.
                """.formatted(
                        link.name(),
                        what,
                        publicUrl,
                        link.token(),
                        TIME.format(link.until().atZone(clock.getZone())));
        mailing.post(new Letter(link.email(), "Set your Loanflow password", body, true));
    }
}
