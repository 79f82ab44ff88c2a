package io.loanflow.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A real WebSocket client that keeps what it hears. */
public final class SocketClient implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closeCode = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final boolean reading;
    private @Nullable WebSocket socket;

    private SocketClient(boolean reading) {
        this.reading = reading;
    }

    /** @param query what follows the question mark, for example {@code token=…&after=…} */
    public static SocketClient connect(int port, String query, String... headers) {
        return connect(port, query, true, headers);
    }

    /** @param address in full */
    public static SocketClient connect(URI address) {
        var client = new SocketClient(true);
        client.socket = HTTP.newWebSocketBuilder().buildAsync(address, client).join();
        return client;
    }

    /** One that connects and then reads nothing at all. */
    public static SocketClient connectWithoutReading(int port, String query) {
        return connect(port, query, false);
    }

    /** The status that refuses a handshake. */
    public static int refusal(int port, String query, String... headers) {
        try {
            connect(port, query, headers).close();
            return 101;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
    }

    private static SocketClient connect(int port, String query, boolean reading, String... headers) {
        var client = new SocketClient(reading);
        var builder = HTTP.newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        client.socket = builder.buildAsync(address(port, query), client).join();
        return client;
    }

    public void send(String message) {
        connected().sendText(message, true).join();
    }

    public void sendBinary() {
        connected().sendBinary(java.nio.ByteBuffer.wrap(new byte[] {1}), true).join();
    }

    /** The next frame, whatever it is. */
    public JsonNode next() {
        try {
            var frame = heard.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            assertThat(frame).as("a frame within %s", PATIENCE).isNotNull();
            return frame;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The next frame of this type, passing over others. */
    public JsonNode next(String type) {
        JsonNode frame;
        do {
            frame = next();
        } while (!frame.path("type").asText().equals(type));
        return frame;
    }

    /** Frames of a type that come before everything already asked for is answered. */
    public List<JsonNode> untilPong(String type) {
        send("{\"type\":\"ping\"}");
        var frames = new ArrayList<JsonNode>();
        for (var frame = next(); !frame.path("type").asText().equals("pong"); frame = next()) {
            if (frame.path("type").asText().equals(type)) {
                frames.add(frame);
            }
        }
        return frames;
    }

    /** Waits until what was sent before has been worked on. */
    public SocketClient settle() {
        untilPong("");
        return this;
    }

    public boolean hearsNothingFor(Duration time) {
        try {
            return heard.poll(time.toMillis(), TimeUnit.MILLISECONDS) == null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The code that the server closes with. */
    public int closeCode() {
        return closeCode.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    public boolean isOpen() {
        return !closeCode.isDone();
    }

    @Override
    public void onOpen(WebSocket opened) {
        if (reading) {
            opened.request(1);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            heard.add(parse(partial.toString()));
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closeCode.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closeCode.completeExceptionally(error);
    }

    /** Goes without a word, as when a line is cut. */
    @Override
    public void close() {
        connected().abort();
    }

    private static URI address(int port, String query) {
        return URI.create("ws://localhost:" + port + "/ws/notifications/?" + query);
    }

    private WebSocket connected() {
        return java.util.Objects.requireNonNull(socket);
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not JSON: " + text, e);
        }
    }
}
