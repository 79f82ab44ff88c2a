package io.loanflow.document;

import io.loanflow.application.Approval;
import io.loanflow.application.ApprovalRegister;
import io.loanflow.document.ApprovalPreparations.Preparation;
import io.loanflow.document.ApprovalRequirements.Required;
import io.loanflow.platform.BeforeCommit;
import io.loanflow.workflow.ApplicationLock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes the documents that an approval needs, and sends those for signing that have to be signed. */
@Component
public class ApprovalDocuments {

    private static final Set<String> TERMS = Set.of("loan_amount", "loan_term", "interest_rate", "terms");

    private static final Set<String> REPLACEABLE = Set.of("generated", "sent", "partially_signed", Signing.SIGNED);

    private final ApprovalRegister approvals;
    private final ApprovalPreparations preparations;
    private final ApprovalRequirements requirements;
    private final GeneratedDocuments generated;
    private final Documents documents;
    private final Facts facts;
    private final Voiding voiding;
    private final SignerChoice choice;
    private final DocumentSigning process;
    private final ApplicationLock lock;
    private final ApplicationEventPublisher events;

    ApprovalDocuments(
            ApprovalRegister approvals,
            ApprovalPreparations preparations,
            ApprovalRequirements requirements,
            GeneratedDocuments generated,
            Documents documents,
            Facts facts,
            Voiding voiding,
            SignerChoice choice,
            DocumentSigning process,
            ApplicationLock lock,
            ApplicationEventPublisher events) {
        this.approvals = approvals;
        this.preparations = preparations;
        this.requirements = requirements;
        this.generated = generated;
        this.documents = documents;
        this.facts = facts;
        this.voiding = voiding;
        this.choice = choice;
        this.process = process;
        this.lock = lock;
        this.events = events;
    }

    /**
     * Does nothing when the documents of the newest approval are made already: an application that comes back to its approval
     * keeps what is signed. Where nothing is left to sign the application goes on.
     */
    public void prepare(String reference) {
        var approval = approvals.newest(reference).orElseThrow();
        var now = new Preparation(approval.approvedAt(), line(approval));
        var last = preparations.last(reference);
        if (last.filter(one -> one.approvedAt().equals(now.approvedAt())).isPresent()) {
            return;
        }
        boolean otherTerms = last.filter(one -> one.terms().equals(now.terms())).isEmpty();
        var due = requirements.of(reference).stream()
                .filter(required -> !isGood(reference, required, otherTerms))
                .toList();
        var printed = new ArrayList<GeneratedDocuments.Printed>();
        try {
            due.forEach(required -> printed.add(generated.print(reference, required.type())));
            lock.acquire(reference);
            preparations.keep(reference, now);
            for (int i = 0; i < due.size(); i++) {
                made(generated.keep(printed.get(i)), due.get(i));
            }
        } finally {
            printed.forEach(GeneratedDocuments.Printed::close);
        }
        if (requirements.unsigned(reference).isEmpty()) {
            BeforeCommit.run(() -> process.allSigned(reference));
        }
    }

    private boolean isGood(String reference, Required required, boolean otherTerms) {
        return documents.heads(reference).stream()
                .filter(document -> document.generated() && document.type().equals(required.type()))
                .anyMatch(document -> document.status().equals(required.signed() ? Signing.SIGNED : "generated")
                        && !(otherTerms && facts.areTouched(document.shows(), TERMS)));
    }

    private void made(Document document, Required required) {
        documents.versions(document.id()).stream()
                .filter(old -> !old.head() && REPLACEABLE.contains(old.status()))
                .forEach(old -> voiding.voided(old, "The document was made anew for another approval."));
        if (!required.signed()) {
            return;
        }
        var reasons = SignerChoice.reasonsAgainst(choice.of(document.reference(), document.type()));
        if (reasons.isEmpty()) {
            process.request(document.reference(), document.id());
        } else {
            events.publishEvent(new SigningBlocked(document, reasons));
        }
    }

    private static String line(Approval approval) {
        return List.of(
                        approval.amount().toPlainString(),
                        approval.term(),
                        approval.rate().stripTrailingZeros().toPlainString(),
                        approval.expiry())
                + approval.conditions().stream().map(Approval.Condition::text).collect(Collectors.joining("|"));
    }
}
