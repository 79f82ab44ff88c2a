package io.loanflow.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** One client of the running application: plain HTTP, cookies kept, redirects not followed. */
public final class Http {

    private static final JsonMapper JSON = new JsonMapper();

    private final String base;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final Map<String, String> headers = new LinkedHashMap<>();

    public Http(int port) {
        this.base = "http://localhost:" + port;
    }

    public Http with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Http bearer(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Http basic(String email, String password) {
        var both = (email + ":" + password).getBytes(StandardCharsets.UTF_8);
        return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
    }

    public Answer get(String path) {
        return send("GET", path, "", "application/json");
    }

    public Answer post(String path, String json) {
        return send("POST", path, json, "application/json");
    }

    public Answer put(String path, String json) {
        return send("PUT", path, json, "application/json");
    }

    public Answer delete(String path) {
        return send("DELETE", path, "", "application/json");
    }

    public Answer send(String method, String path, String body, String contentType) {
        return send(
                method, path, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body), contentType);
    }

    /** Sends an upload as it is read, its length said. */
    public Answer post(String path, Form form) {
        return send("POST", path, BodyPublishers.fromPublisher(form.publisher(), form.length()), form.contentType());
    }

    /** The same in chunks, so that nobody knows how long it is. */
    public Answer postInChunks(String path, Form form) {
        return send("POST", path, form.publisher(), form.contentType());
    }

    /** What is there, read by the handler. */
    public <T> HttpResponse<T> download(String path, HttpResponse.BodyHandler<T> handler) {
        return exchange("GET", path, BodyPublishers.noBody(), "application/json", handler);
    }

    private Answer send(String method, String path, HttpRequest.BodyPublisher body, String contentType) {
        var response = exchange(method, path, body, contentType, BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body(), response.headers());
    }

    private <T> HttpResponse<T> exchange(
            String method,
            String path,
            HttpRequest.BodyPublisher body,
            String contentType,
            HttpResponse.BodyHandler<T> handler) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", contentType);
        headers.forEach(request::header);
        request.method(method, body);
        try {
            return client.send(request.build(), handler);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What came back. */
    public record Answer(int status, String text, HttpHeaders headers) {

        /** The body as JSON, or a missing node. */
        public JsonNode json() {
            try {
                return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
            } catch (IOException notJson) {
                return MissingNode.getInstance();
            }
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** The pointers of all violations of a problem answer. */
        public java.util.List<String> pointers() {
            return json().path("violations").findValuesAsText("pointer");
        }
    }
}
