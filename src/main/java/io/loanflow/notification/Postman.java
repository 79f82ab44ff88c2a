package io.loanflow.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands mail to the mail server. */
@Component
public class Postman {

    private final Mails mails;
    private final ObjectProvider<JavaMailSender> server;
    private final String from;

    Postman(
            Mails mails,
            ObjectProvider<JavaMailSender> server,
            @Value("${loanflow.mail.from:no-reply@loanflow.example}") String from) {
        this.mails = mails;
        this.server = server;
        this.from = from;
    }

    /**
     * Sends a mail that waits; any other is left alone.
     *
     * @param last whether it is not tried again when it fails
     * @throws MailException when the server does not take it, which is noted beforehand
     */
    public void deliver(long mailId, boolean last) {
        var letter = mails.waiting(mailId);
        if (letter.isEmpty()) {
            return;
        }
        try {
            var sender = server.getObject();
            sender.send(message(sender.createMimeMessage(), letter.get()));
        } catch (MailException e) {
            mails.notSent(mailId, String.valueOf(e.getMessage()), last);
            throw e;
        }
        mails.sent(mailId);
    }

    private MimeMessage message(MimeMessage message, Letter letter) {
        try {
            var helper = new MimeMessageHelper(message, "UTF-8");
            helper.setFrom(new InternetAddress(from));
            helper.setTo(new InternetAddress(letter.recipient()));
            helper.setSubject(letter.subject());
            helper.setText(letter.body());
            return message;
        } catch (MessagingException e) {
            throw new MailPreparationException(e);
        }
    }
}
