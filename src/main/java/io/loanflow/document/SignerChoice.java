package io.loanflow.document;

import io.loanflow.application.LoanApplications;
import io.loanflow.people.Director;
import io.loanflow.people.Party;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import io.loanflow.workflow.Decisions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who has to sign a document, by the table {@code chooseSigners} and the people behind the application. */
@Component
class SignerChoice {

    private static final String TABLE = "chooseSigners";
    private static final String NOBODY = "nobody";
    private static final String DIRECTORS = "directors";
    private static final String NONE = "/directors";

    private final Decisions decisions;
    private final LoanApplications applications;

    SignerChoice(Decisions decisions, LoanApplications applications) {
        this.decisions = decisions;
        this.applications = applications;
    }

    List<Signer.New> of(String reference, String documentType) {
        var application = applications.find(reference).orElseThrow(() -> Problem.notFound("application"));
        return Stream.concat(
                        signers(documentType, "borrower", application.borrowers()),
                        signers(documentType, "guarantor", application.guarantors()))
                .toList();
    }

    /** Why these people cannot sign; empty when they can. */
    static List<Violation> reasonsAgainst(List<Signer.New> signers) {
        if (signers.isEmpty()) {
            return List.of(new Violation(
                    "",
                    "no_signers",
                    "Nobody has to sign this document. The table chooseSigners says who signs which; of a company its"
                            + " directors have to be entered."));
        }
        var reasons = new ArrayList<Violation>();
        for (var signer : signers) {
            if (signer.field().endsWith(NONE)) {
                reasons.add(new Violation(
                        signer.field(),
                        "no_signers",
                        "Nobody is entered who signs for this company. Enter its directors."));
            } else if (signer.name().isBlank()) {
                reasons.add(new Violation(signer.field(), "signer_unnamed", "A signer has no name yet."));
            } else if (!signer.isReachable()) {
                reasons.add(new Violation(
                        signer.field(),
                        "signer_unreachable",
                        signer.name() + " has neither a log-in nor an e-mail address, and cannot be asked to sign."));
            }
        }
        return reasons;
    }

    private Stream<Signer.New> signers(String documentType, String role, List<Party> parties) {
        return IntStream.range(0, parties.size()).boxed().flatMap(i -> {
            var party = parties.get(i);
            var kind = party.data().isCompany() ? "company" : "person";
            var pointer = "/" + role + "s/" + i;
            return decisions
                    .decide(TABLE, Map.of("documentType", documentType, "partyRole", role, "partyKind", kind))
                    .stream()
                    .flatMap(row -> signers(row, role, party, pointer));
        });
    }

    private static Stream<Signer.New> signers(Map<String, Object> row, String role, Party party, String pointer) {
        if (NOBODY.equals(row.get("signer"))) {
            return Stream.empty();
        }
        var order = Integer.parseInt(String.valueOf(row.get("order")));
        var data = party.data();
        if (!DIRECTORS.equals(row.get("signer"))) {
            return Stream.of(
                    new Signer.New(order, role, data.displayName(), data.email(), party.userId(), pointer + "/email"));
        }
        var directors = directors(data.directors());
        if (directors.isEmpty()) {
            return Stream.of(new Signer.New(order, "director", "", null, null, pointer + NONE));
        }
        return directors.entrySet().stream().map(entry -> {
            int i = entry.getKey();
            var director = entry.getValue();
            var name = (director.firstName() + " " + director.lastName()).strip();
            return new Signer.New(
                    order, "director", name, director.email(), null, pointer + "/directors/" + i + "/email");
        });
    }

    /** Those of a company's officers who are directors, by where they are entered; a secretary alone does not sign. */
    private static Map<Integer, Director> directors(@Nullable List<Director> officers) {
        var directors = new LinkedHashMap<Integer, Director>();
        for (int i = 0; officers != null && i < officers.size(); i++) {
            var roles = officers.get(i).roles();
            if (roles == null
                    || roles.isEmpty()
                    || roles.stream()
                            .anyMatch(role -> role.toLowerCase(Locale.ROOT).contains("director"))) {
                directors.put(i, officers.get(i));
            }
        }
        return directors;
    }
}
