package io.loanflow.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The mail server of all tests of a JVM, which keeps what it was sent; it can go down and come back. */
public class MailServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static volatile GreenMail server = started(0);
    private static final int PORT = server.getSmtp().getPort();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(Map.of("spring.mail.host", "127.0.0.1", "spring.mail.port", String.valueOf(PORT)))
                .applyTo(context);
    }

    /** Waits for the first mail to somebody and answers with all that they got, oldest first. */
    public static List<String> awaitTo(String recipient) {
        var end = Instant.now().plus(LIMIT);
        var found = to(recipient);
        while (found.isEmpty() && Instant.now().isBefore(end)) {
            pause();
            found = to(recipient);
        }
        if (found.isEmpty()) {
            throw new AssertionError("No mail to " + recipient + " within " + LIMIT);
        }
        return found;
    }

    /** What somebody has got so far. */
    public static List<String> to(String recipient) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> isTo(message, recipient))
                .map(GreenMailUtil::getBody)
                .map(body -> body.replace("=\r\n", "").replace("=3D", "="))
                .toList();
    }

    /** Nobody answers any more, and what was received is forgotten. */
    public static void goDown() {
        server.stop();
    }

    public static void comeBack() {
        server = started(PORT);
    }

    private static GreenMail started(int port) {
        var started = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        started.start();
        return started;
    }

    private static boolean isTo(Message message, String recipient) {
        try {
            return message.getAllRecipients()[0].toString().equalsIgnoreCase(recipient);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
