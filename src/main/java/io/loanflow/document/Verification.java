package io.loanflow.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Says whether a document, its evidence and its seal still agree. What is wrong is an answer, never a failure. */
@Service
public class Verification {

    private final Contents contents;
    private final EvidenceLog evidence;
    private final Seals seals;

    Verification(Contents contents, EvidenceLog evidence, Seals seals) {
        this.contents = contents;
        this.evidence = evidence;
        this.seals = seals;
    }

    public VerificationResult of(Document document) {
        var details = new ArrayList<String>();
        boolean file = new FileCheck(contents, details).holds(document);
        var signed = document.signed();
        var seal = signed == null ? null : look(signed, details);
        var chain = chain(document, seal, details);
        return new VerificationResult(file, chain, seal == null ? null : seal.valid(), List.copyOf(details));
    }

    private SealCheck look(StoredContent signed, List<String> details) {
        try (var bytes = contents.open(signed.sha256())) {
            var check = seals.check(bytes);
            details.addAll(check.details());
            return check;
        } catch (IOException | UncheckedIOException | NoSuchElementException damaged) {
            details.add("The signed copy cannot be read whole, so its digital signature is not valid.");
            return new SealCheck(false, null, List.of());
        }
    }

    private @Nullable Boolean chain(Document document, @Nullable SealCheck seal, List<String> details) {
        try {
            var rows = evidence.ofDocument(document.id());
            return rows.isEmpty() && seal == null ? null : new ChainCheck(document, details).holds(rows, seal);
        } catch (IllegalArgumentException unknown) {
            details.add("The evidence holds something that cannot be read.");
            return false;
        }
    }
}
