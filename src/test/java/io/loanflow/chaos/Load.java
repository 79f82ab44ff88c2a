package io.loanflow.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.loanflow.testing.FirstLogin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.StreamSupport;

/** Clients that create applications and move them to and fro, until they get no answer any more. */
final class Load {

    private static final int CLIENTS = 3;
    private static final int MOVES = 6;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI url;
    private final long broker;
    private final Acknowledged acknowledged;
    private final List<Thread> clients = new ArrayList<>();

    private Load(URI url, long broker, Acknowledged acknowledged) {
        this.url = url;
        this.broker = broker;
        this.acknowledged = acknowledged;
    }

    static Load start(URI url, long broker, Acknowledged acknowledged) {
        var load = new Load(url, broker, acknowledged);
        for (var client = 0; client < CLIENTS; client++) {
            var thread = new Thread(load::work, "client " + client);
            load.clients.add(thread);
            thread.start();
        }
        return load;
    }

    void awaitEnd() throws InterruptedException {
        for (var client : clients) {
            client.join();
        }
    }

    private void work() {
        try {
            var token = post("/api/auth/login", "", Map.of("email", FirstLogin.EMAIL, "password", FirstLogin.PASSWORD))
                    .path("access")
                    .asText();
            while (true) {
                drive(token);
            }
        } catch (IOException killed) {
            // the application is gone: this client is done
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void drive(String token) throws IOException, InterruptedException {
        var application = post("/api/applications", token, CompleteApplication.json(broker));
        var reference = application.path("reference").asText();
        acknowledged.entered(reference, application.path("stage").asText());
        for (var move = 0; move < MOVES; move++) {
            var moves = allowed(reference, token);
            if (moves.isEmpty()) {
                return;
            }
            var to = moves.get(ThreadLocalRandom.current().nextInt(moves.size()));
            var moved = post(
                    "/api/applications/" + reference + "/transitions", token, Map.of("to", to, "reason", "to and fro"));
            acknowledged.entered(reference, moved.path("stage").asText());
        }
    }

    private List<String> allowed(String reference, String token) throws IOException, InterruptedException {
        var answer = send(request("/api/applications/" + reference + "/transitions", token));
        return StreamSupport.stream(answer.path("items").spliterator(), false)
                .filter(item -> item.path("allowed").asBoolean())
                .map(item -> item.path("to").asText())
                .toList();
    }

    private JsonNode post(String path, String token, Object body) throws IOException, InterruptedException {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private HttpRequest.Builder request(String path, String token) {
        var request = HttpRequest.newBuilder(url.resolve(path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var built = request.build();
        var response = http.send(built, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            acknowledged.serverError(built.method() + " " + built.uri().getPath() + ": " + response.statusCode() + " "
                    + response.body());
            throw new IOException("refused");
        }
        return JSON.readTree(response.body());
    }
}
