package io.loanflow.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks the evidence of a document, each signing by itself, and that of the sealed one against what the seal says. */
final class ChainCheck {

    private final Document document;
    private final List<String> details;

    ChainCheck(Document document, List<String> details) {
        this.document = document;
        this.details = details;
    }

    /**
     * @param rows of all signings of the document, by signing and number
     * @param seal what the signed copy showed, null when there is none
     */
    boolean holds(List<Evidence> rows, @Nullable SealCheck seal) {
        var signings = rows.stream()
                .collect(Collectors.groupingBy(Evidence::signingId, LinkedHashMap::new, Collectors.toList()));
        var faults = new ArrayList<String>();
        signings.forEach((signing, chain) -> addFault(faults, signing, chain));
        if (seal != null) {
            compare(faults, signings, seal.statement());
        } else if (faults.isEmpty()) {
            details.add("No seal says yet where the evidence ends.");
        }
        details.addAll(faults);
        if (faults.isEmpty()) {
            details.add("The evidence is unbroken: " + rows.size() + " rows.");
        }
        return faults.isEmpty();
    }

    /** The first fault is enough: what follows it hangs on it. */
    private void addFault(List<String> faults, long signing, List<Evidence> chain) {
        var previous = EvidenceHash.beginning(
                signing, document.id(), document.content().sha256());
        for (int i = 0; i < chain.size(); i++) {
            var row = chain.get(i);
            var fault = fault(row, i + 1, previous);
            if (fault != null) {
                faults.add("In the evidence of signing " + signing + " " + fault + ".");
                return;
            }
            previous = row.hash();
        }
    }

    private @Nullable String fault(Evidence row, int number, String previous) {
        if (row.number() != number) {
            return "row " + number + " is missing";
        }
        if (!row.intact()) {
            return "row " + number + " is not as it was written";
        }
        if (!row.previousHash().equals(previous)) {
            return number == 1
                    ? "row 1 is about other bytes than those of the document"
                    : "row " + number + " does not follow on row " + (number - 1);
        }
        return document.content().sha256().equals(row.facts().get("document_sha256"))
                ? null
                : "row " + number + " is about other bytes than those of the document";
    }

    private static void compare(
            List<String> faults, Map<Long, List<Evidence>> signings, @Nullable SealStatement sealed) {
        if (sealed == null) {
            faults.add("The signed copy does not say which evidence it was sealed on.");
            return;
        }
        var chain = signings.getOrDefault(sealed.signingId(), List.of());
        if (chain.size() < sealed.rows()) {
            faults.add("The seal says that signing %d has %d rows of evidence, and %d are there."
                    .formatted(sealed.signingId(), sealed.rows(), chain.size()));
        } else if (!chain.get(sealed.rows() - 1).hash().equals(sealed.head())) {
            faults.add("The evidence does not end as the seal says.");
        } else if (SealStatement.signatures(chain) != sealed.signatures()) {
            faults.add("The seal says that there are " + sealed.signatures() + " signatures, and the evidence has "
                    + SealStatement.signatures(chain) + ".");
        } else if (!onlyVoided(chain.subList(sealed.rows(), chain.size()))) {
            faults.add("Evidence was added after the document was sealed.");
        }
    }

    private static boolean onlyVoided(List<Evidence> added) {
        return added.stream().allMatch(row -> row.kind() == Evidence.Kind.VOIDED);
    }
}
