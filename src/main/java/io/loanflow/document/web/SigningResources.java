package io.loanflow.document.web;

import io.loanflow.document.DocumentSight;
import io.loanflow.document.EvidenceChain;
import io.loanflow.document.Signings;
import io.loanflow.identity.Viewer;
import java.util.List;
import org.springframework.stereotype.Component;

/** Answers about signings, for whoever asks. */
@Component
class SigningResources {

    private final DocumentSight sight;
    private final Signings signings;
    private final EvidenceChain evidence;

    SigningResources(DocumentSight sight, Signings signings, EvidenceChain evidence) {
        this.sight = sight;
        this.signings = signings;
        this.evidence = evidence;
    }

    SigningResource of(long documentId, Viewer caller) {
        var seen = sight.require(caller, documentId);
        var document = seen.document();
        boolean whole = seen.viewer().in("admin", "credit", "bd", "accounts");
        return signings.newest(documentId)
                .map(signing -> new SigningResource(
                        document.status(),
                        document.statusReason(),
                        signing.startedAt(),
                        signing.expiresAt(),
                        signing.signers().stream()
                                .map(SigningResource.Party::of)
                                .toList(),
                        evidence.of(signing.id()).stream()
                                .map(row -> SigningResource.Row.of(row, whole))
                                .toList()))
                .orElseGet(() -> new SigningResource(
                        document.status(), document.statusReason(), null, null, List.of(), List.of()));
    }
}
