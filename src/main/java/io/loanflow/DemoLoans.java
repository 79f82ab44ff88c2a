package io.loanflow;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.loanflow.application.ApplicationMoves;
import io.loanflow.application.LoanOrigination;
import io.loanflow.application.Settlement;
import io.loanflow.application.TransitionRequest;
import io.loanflow.identity.CurrentUser;
import io.loanflow.identity.Viewer;
import io.loanflow.people.Bdms;
import io.loanflow.people.Brokers;
import io.loanflow.people.PartyData;
import io.loanflow.people.PartyKind;
import io.loanflow.people.PartyRegister;
import io.loanflow.platform.input.InputReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Sample applications in different stages, each moved there through the real process by the demo log-ins. */
@Component
class DemoLoans {

    private static final String SIGNERS = "signers";

    private final Brokers brokers;
    private final Bdms bdms;
    private final PartyRegister people;
    private final LoanOrigination process;
    private final ApplicationMoves moves;
    private final Settlement settlement;
    private final DemoSignatures signatures;
    private final CurrentUser currentUser;
    private final InputReader inputs;
    private final ObjectMapper json;

    DemoLoans(
            Brokers brokers,
            Bdms bdms,
            PartyRegister people,
            LoanOrigination process,
            ApplicationMoves moves,
            Settlement settlement,
            DemoSignatures signatures,
            CurrentUser currentUser,
            InputReader inputs,
            ObjectMapper json) {
        this.brokers = brokers;
        this.bdms = bdms;
        this.people = people;
        this.process = process;
        this.moves = moves;
        this.settlement = settlement;
        this.signatures = signatures;
        this.currentUser = currentUser;
        this.inputs = inputs;
        this.json = json;
    }

    /**
     * A sample as its file states it.
     *
     * @param ofClient whether the first borrower is the demo client
     * @param moves the stages to go to, each with the group that moves
     * @param application what is entered
     */
    record Sample(boolean ofClient, List<Move> moves, ObjectNode application) {}

    /** A move by the demo log-in of a group, or by everybody who has to sign. */
    record Move(String by, String to, @Nullable String reason) {}

    void make(Map<String, String> accounts) {
        long bdm = bdms.add("Blair Devlin", "bd@loanflow.example", accounts.get("bd"));
        long broker =
                brokers.add("Billie", "Brook", "Brook Finance", "broker@loanflow.example", accounts.get("broker"));
        brokers.assign(broker, bdm);
        samples().forEach(sample -> make(sample, broker, bdm, accounts));
    }

    private void make(Sample sample, long broker, long bdm, Map<String, String> accounts) {
        var application = sample.application();
        application.put("broker_id", broker).put("bdm_id", bdm);
        if (sample.ofClient()) {
            application.withArray("/borrowers").set(0, client(application, accounts.get("client")));
        }
        var creator = sample.ofClient() ? "admin" : "broker";
        var reference = currentUser.as(viewer(creator, accounts), () -> process.start(application.toString()));
        sample.moves().forEach(move -> move(reference, move, accounts));
    }

    private void move(String reference, Move move, Map<String, String> accounts) {
        if (SIGNERS.equals(move.by())) {
            signatures.give(reference);
            return;
        }
        var viewer = viewer(move.by(), accounts);
        currentUser.as(viewer, () -> {
            if (viewer.in("accounts")) {
                settlement.checklist(reference).forEach(item -> settlement.tick(reference, item.code(), true, viewer));
            }
            moves.move(reference, new TransitionRequest(move.to(), move.reason(), null, null), any -> true, viewer);
            return reference;
        });
    }

    /** The client's own record of a borrower, linked to the client's log-in. */
    private JsonNode client(ObjectNode application, @Nullable String account) {
        var data = inputs.read(application.at("/borrowers/0"), PartyData.class);
        return json.createObjectNode().put("id", people.add(PartyKind.BORROWER, data, account, null));
    }

    private static Viewer viewer(String group, Map<String, String> accounts) {
        return new Viewer(String.valueOf(accounts.get(group)), Set.of(group));
    }

    private List<Sample> samples() {
        try (var file = new ClassPathResource("demo/applications.json").getInputStream()) {
            return json.readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
