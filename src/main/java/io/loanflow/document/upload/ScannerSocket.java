package io.loanflow.document.upload;

import io.loanflow.platform.Problem;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A conversation with a scanner that ends in time, whatever the other side does: when it is over the socket is closed. */
final class ScannerSocket {

    private static final Logger LOG = LoggerFactory.getLogger(ScannerSocket.class);

    private final String host;
    private final int port;
    private final Duration timeout;

    ScannerSocket(URI address, int usualPort, Duration timeout) {
        this.host = address.getHost();
        this.port = address.getPort() < 0 ? usualPort : address.getPort();
        this.timeout = timeout;
    }

    /** What is said to a scanner and understood of its answer. */
    interface Conversation {

        /** @throws IOException also when the answer is not understood */
        void hold(Socket socket) throws IOException;
    }

    /** @throws Problem 503 when the conversation fails for whatever reason */
    void talk(Conversation conversation) {
        try (var socket = new Socket()) {
            var talk = new CompletableFuture<Void>();
            var unused = talk.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((nothing, late) -> close(socket));
            try {
                socket.connect(new InetSocketAddress(host, port), (int) timeout.toMillis());
                conversation.hold(socket);
            } finally {
                talk.complete(null);
            }
        } catch (IOException e) {
            LOG.warn("The virus scanner at {}:{} gives no clear answer: {}", host, port, e.toString());
            throw Refused.unscanned();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("Closing failed", e);
        }
    }
}
