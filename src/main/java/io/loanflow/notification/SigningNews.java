package io.loanflow.notification;

import io.loanflow.document.Document;
import io.loanflow.document.SignatureRequested;
import io.loanflow.document.Signer;
import io.loanflow.document.SigningBlocked;
import io.loanflow.document.SigningEnded;
import io.loanflow.platform.Violation;
import io.loanflow.platform.Written;
import io.loanflow.workflow.Participants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells signers that it is their turn and how a signing ended: in the inbox, or by mail whoever has no log-in. */
@Component
class SigningNews {

    private final Inbox inbox;
    private final Mailing mailing;
    private final Parties parties;
    private final Participants participants;
    private final Clock clock;

    SigningNews(Inbox inbox, Mailing mailing, Parties parties, Participants participants, Clock clock) {
        this.inbox = inbox;
        this.mailing = mailing;
        this.parties = parties;
        this.participants = participants;
        this.clock = clock;
    }

    @EventListener
    void on(SignatureRequested asked) {
        var document = asked.document();
        var until = Written.day(LocalDate.ofInstant(asked.expiresAt(), clock.getZone()));
        var title = (asked.reminder() ? "Reminder: please sign " : "Please sign ") + document.title();
        var link = asked.link();
        if (link == null) {
            tell(
                    asked.signer(),
                    "signature_required",
                    title,
                    "\"%s\" of application %s waits for your signature until %s."
                            .formatted(document.title(), document.reference(), until),
                    document);
            return;
        }
        write(
                asked.signer(),
                title,
                """
                Hello %s,

                "%s" of application %s waits for your signature until %s. Read it and sign it on this page:

                %s

                The link is for you alone and takes one signature. If you do not want to sign, you can refuse there and say why.
                """.formatted(asked.signer().name(), document.title(), document.reference(), until, link),
                true);
    }

    @EventListener
    void on(SigningEnded ended) {
        var document = ended.document();
        var title = title(ended);
        var message = "\"%s\" of application %s: %s".formatted(document.title(), document.reference(), sentence(ended));
        ended.told().forEach(told -> {
            if (told.signer().userId() == null) {
                write(told.signer(), title, mail(told, message), told.link() != null);
            }
        });
        var people = new HashSet<String>();
        ended.told().forEach(told -> add(people, told.signer().userId()));
        if (ended.outcome().equals("signed")) {
            people.addAll(parties.of(document.reference()));
        } else {
            people.addAll(participants.users(document.reference(), Set.of("bdm")));
        }
        inbox.tell(people, about(type(ended), title, message, document));
    }

    @EventListener
    void on(SigningBlocked blocked) {
        var document = blocked.document();
        var why = blocked.reasons().stream().map(Violation::detail).collect(Collectors.joining(" "));
        inbox.tell(
                participants.users(document.reference(), Set.of("bdm")),
                about(
                        "system",
                        document.title() + " cannot be signed yet",
                        "\"%s\" of application %s was not sent for signing: %s Then start the signing."
                                .formatted(document.title(), document.reference(), why),
                        document));
    }

    private static String type(SigningEnded ended) {
        return ended.outcome().equals("signed") ? "document_signed" : "system";
    }

    private static String title(SigningEnded ended) {
        var title = ended.document().title();
        return switch (ended.outcome()) {
            case "signed" -> title + " is signed";
            case "declined" -> title + " was refused";
            case "expired" -> title + " was not signed in time";
            default -> title + " is not to be signed any more";
        };
    }

    private static String sentence(SigningEnded ended) {
        return switch (ended.outcome()) {
            case "signed" -> "everybody has signed.";
            case "expired" -> "not everybody has signed in time. The signing can be started again.";
            default -> ended.reason() == null ? "it is not to be signed any more." : ended.reason();
        };
    }

    private static String mail(SigningEnded.Told told, String message) {
        var copy = told.link() == null ? "" : "\nYour signed copy, for 30 days:\n\n" + told.link() + "\n";
        return "Hello " + told.signer().name() + ",\n\n" + message + "\n" + copy;
    }

    private void tell(Signer signer, String type, String title, String message, Document document) {
        var people = new HashSet<String>();
        add(people, signer.userId());
        inbox.tell(people, about(type, title, message, document));
    }

    private static void add(Set<String> people, @Nullable String user) {
        if (user != null) {
            people.add(user);
        }
    }

    private void write(Signer signer, String subject, String body, boolean secret) {
        var email = signer.email();
        if (email != null) {
            mailing.post(new Letter(email, subject, body, secret));
        }
    }

    private static Notice about(String type, String title, String message, Document document) {
        return new Notice(type, title, message, "document", String.valueOf(document.id()));
    }
}
