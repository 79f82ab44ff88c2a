package io.loanflow.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.loanflow.testing.Http;
import io.loanflow.testing.Lending;
import io.loanflow.testing.Members;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

/** Entries of the directories under test, made and read over HTTP. */
final class Directories {

    static final List<String> GROUPS = List.of("admin", "credit", "accounts", "bd", "broker", "client", "analyst");

    final Lending lending;
    final Members members;
    private final int port;

    Directories(ApplicationContext context) {
        this.lending = new Lending(context);
        this.members = new Members(context);
        this.port = context.getBean(Environment.class).getRequiredProperty("local.server.port", Integer.class);
    }

    /** A new person in a group. */
    Http as(String... groups) {
        return as(members.in(groups));
    }

    Http as(Members.Person person) {
        return new Http(port).bearer(person.access());
    }

    /** @return the path of the new entry */
    String make(String directory, String json) {
        var created = as("admin").post("/api/" + directory, json);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.header("Location");
    }

    String branch() {
        return make("branches", "{\"name\": \"" + word() + "\"}");
    }

    String bdm(String more) {
        return make("bdms", "{\"name\": \"" + word() + "\"" + more + "}");
    }

    String broker(String more) {
        return make("brokers", "{\"first_name\": \"Bea\", \"last_name\": \"" + word() + "\"" + more + "}");
    }

    static int id(String path) {
        return Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
    }

    /** A word that no other test uses. */
    static String word() {
        return "w" + UUID.randomUUID().toString().replace("-", "");
    }

    static Http.Answer patch(Http caller, String path, String json) {
        return caller.send("PATCH", path, json, "application/merge-patch+json");
    }

    /** The problem without the path that was asked for. */
    static JsonNode withoutInstance(Http.Answer answer) {
        var problem = (com.fasterxml.jackson.databind.node.ObjectNode) answer.json();
        problem.remove("instance");
        return problem;
    }
}
