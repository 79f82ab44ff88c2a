package io.loanflow.document;

import io.loanflow.application.LoanApplication;
import io.loanflow.application.LoanApplications;
import io.loanflow.platform.Problem;
import io.loanflow.platform.Violation;
import io.loanflow.workflow.Decisions;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which documents an approval needs, by the tables {@code requireApprovalDocuments} and {@code requireSupportingDocuments}. */
@Component
class ApprovalRequirements {

    private static final String MADE = "requireApprovalDocuments";
    private static final String UPLOADED = "requireSupportingDocuments";

    private final Decisions decisions;
    private final LoanApplications applications;
    private final Documents documents;

    ApprovalRequirements(Decisions decisions, LoanApplications applications, Documents documents) {
        this.decisions = decisions;
        this.applications = applications;
        this.documents = documents;
    }

    /** @param signed whether it has to be signed before settlement */
    record Required(String type, boolean signed) {}

    List<Required> of(String reference) {
        var application = find(reference);
        var inputs = new HashMap<String, Object>();
        inputs.put("applicationType", application.data().applicationType());
        inputs.put("hasGuarantors", !application.guarantors().isEmpty());
        inputs.put(
                "hasCompany",
                application.borrowers().stream()
                        .anyMatch(borrower -> borrower.data().isCompany()));
        return decisions.decide(MADE, inputs).stream()
                .map(row ->
                        new Required(String.valueOf(row.get("documentType")), Boolean.TRUE.equals(row.get("signed"))))
                .distinct()
                .toList();
    }

    /** What is not there yet of what the approval needs, or not signed. */
    List<Violation> unsigned(String reference) {
        var heads = documents.heads(reference);
        return of(reference).stream()
                .filter(required -> heads.stream().noneMatch(document -> isGood(document, required)))
                .map(required -> new Violation(
                        "/documents",
                        required.signed() ? "unsigned" : "document_missing",
                        "The document " + words(required.type())
                                + (required.signed()
                                        ? ", as it was generated, is not signed by everybody yet."
                                        : " is not there or not valid any more; generate it.")))
                .toList();
    }

    private static boolean isGood(Document document, Required required) {
        var good = required.signed() ? Set.of(Signing.SIGNED) : Set.of("generated", Signing.SIGNED);
        return document.type().equals(required.type()) && document.generated() && good.contains(document.status());
    }

    /** Which supporting documents are not there. */
    List<Violation> lacking(String reference) {
        var rows = decisions.decide(
                UPLOADED,
                Collections.singletonMap(
                        "applicationType", find(reference).data().applicationType()));
        if (rows.isEmpty()) {
            return List.of();
        }
        var heads = documents.heads(reference);
        return rows.stream()
                .filter(row -> heads.stream().noneMatch(document -> isThere(document, row)))
                .map(row -> new Violation("/documents", "document_missing", String.valueOf(row.get("detail"))))
                .toList();
    }

    private static boolean isThere(Document document, Map<String, Object> row) {
        return document.type().equals(row.get("documentType"))
                && !document.status().equals(Signing.VOIDED);
    }

    private LoanApplication find(String reference) {
        return applications.find(reference).orElseThrow(() -> Problem.notFound("application"));
    }

    private static String words(String type) {
        return type.replace('_', ' ');
    }
}
