package io.loanflow.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.loanflow.platform.Fingerprints;
import io.loanflow.platform.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Remembered answers to requests with an idempotency key. What was asked is remembered as a keyed hash, because a body may
 * hold a number so short that it could be found from a plain hash by trying.
 */
@Component
class IdempotentCalls {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Fingerprints fingerprints;

    IdempotentCalls(JdbcClient jdbc, Fingerprints fingerprints) {
        this.jdbc = jdbc;
        this.fingerprints = fingerprints;
    }

    /** A request: whose it is, under which key, and the hash of what it asks for. */
    record Call(String userId, String key, String hash) {}

    private record Kept(String hash, int status, String headers, byte[] body) {}

    /**
     * Gives the remembered answer, if there is one.
     *
     * @return false when the call has to be made; nobody else makes it until this transaction ends
     * @throws Problem 409 while another request with this key is running, 422 when the key was used for something else
     */
    boolean replay(Call call, HttpServletResponse answer) throws IOException {
        boolean mine = jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:key, 1))")
                .param("key", call.userId() + "/" + call.key())
                .query(Boolean.class)
                .single();
        if (!mine) {
            throw Problem.conflict("A request with this Idempotency-Key is still running.", Map.of());
        }
        var kept = jdbc.sql("select request_hash, status, headers, body from idempotent_call"
                        + " where user_id = :user and key = :key")
                .param("user", call.userId())
                .param("key", call.key())
                .query((row, number) -> new Kept(row.getString(1), row.getInt(2), row.getString(3), row.getBytes(4)))
                .optional();
        if (kept.isEmpty()) {
            return false;
        }
        if (!fingerprints.isFingerprint(kept.get().hash(), call.hash())) {
            throw Problem.of(422, "Key used before", "This Idempotency-Key was used for another request.");
        }
        write(kept.get(), answer);
        return true;
    }

    void remember(Call call, ContentCachingResponseWrapper answer) {
        jdbc.sql("insert into idempotent_call (user_id, key, request_hash, status, headers, body)"
                        + " values (:user, :key, :hash, :status, :headers::jsonb, :body)")
                .param("user", call.userId())
                .param("key", call.key())
                .param("hash", fingerprints.fingerprint(call.hash()))
                .param("status", answer.getStatus())
                .param("headers", headers(answer))
                .param("body", answer.getContentAsByteArray())
                .update();
    }

    private static void write(Kept kept, HttpServletResponse answer) throws IOException {
        answer.setStatus(kept.status());
        JSON.readValue(kept.headers(), HEADERS).forEach(answer::setHeader);
        answer.setHeader("Idempotent-Replayed", "true");
        answer.getOutputStream().write(kept.body());
    }

    private static String headers(HttpServletResponse answer) {
        var headers = new LinkedHashMap<String, String>();
        for (var name : new String[] {HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG}) {
            var value = HttpHeaders.CONTENT_TYPE.equals(name) ? answer.getContentType() : answer.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        try {
            return JSON.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
