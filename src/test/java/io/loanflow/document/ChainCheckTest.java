package io.loanflow.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class ChainCheckTest {

    private final Document document = Papers.document(10, Papers.sha256(new byte[] {1}));
    private final List<Evidence> rows = new ArrayList<>(SigningFixtures.of(document, "Ann Archer", "Ben Borrower"));
    private final SealStatement sealed = SealStatement.of(rows);
    private final List<String> details = new ArrayList<>();

    @Test
    void holdsForWhatNobodyTouched() {
        assertThat(holds(sealed)).isTrue();
        assertThat(details).containsExactly("The evidence is unbroken: 8 rows.");
    }

    @Test
    void holdsWithoutASealAndSaysWhatThatMeans() {
        assertThat(new ChainCheck(document, details).holds(rows, null)).isTrue();
        assertThat(details).contains("No seal says yet where the evidence ends.");
    }

    @Test
    void findsARowThatWasChangedWithItsHash() {
        var changed = with(rows.get(3), "{}", rows.get(3).previousHash());
        rows.set(3, changed);
        assertThat(holds(sealed)).isFalse();
        assertThat(details)
                .contains("In the evidence of signing 12 row 4 is about other bytes than those of the document.");

        details.clear();
        var payload = rows.get(2).payload().replace("Ann", "Eve");
        rows.set(2, with(rows.get(2), payload, rows.get(2).previousHash()));
        assertThat(holds(sealed)).isFalse();
        assertThat(details).contains("In the evidence of signing 12 row 4 does not follow on row 3.");
    }

    @Test
    void findsAllRowsChangedWithTheirHashesOnlyByTheSeal() {
        for (int i = 2; i < rows.size(); i++) {
            rows.set(
                    i,
                    with(
                            rows.get(i),
                            rows.get(i).payload().replace("Ann", "Eve"),
                            rows.get(i - 1).hash()));
        }

        assertThat(new ChainCheck(document, details).holds(rows, null)).isTrue();
        assertThat(holds(sealed)).isFalse();
        assertThat(details).contains("The evidence does not end as the seal says.");
    }

    @Test
    void findsEvidenceOfOtherBytes() {
        var other = Papers.document(10, Papers.sha256(new byte[] {2}));

        assertThat(new ChainCheck(other, details).holds(rows, check(sealed))).isFalse();
        assertThat(details)
                .contains("In the evidence of signing 12 row 1 is about other bytes than those of the document.");
    }

    @Test
    void findsThatTheSealIsAboutAnotherSigningOrSaysNothing() {
        var other = new SealStatement(13, sealed.signatures(), sealed.rows(), sealed.head());

        assertThat(holds(other)).isFalse();
        assertThat(holds(null)).isFalse();
        assertThat(details)
                .contains(
                        "The seal says that signing 13 has 8 rows of evidence, and 0 are there.",
                        "The signed copy does not say which evidence it was sealed on.");
    }

    @Test
    void readsTheStatementThatItWrote() {
        assertThat(SealStatement.read(sealed.text())).contains(sealed);
        assertThat(SealStatement.read(sealed.text() + " ")).isEmpty();
        assertThat(SealStatement.read("Signing 1 is complete")).isEmpty();
    }

    private boolean holds(@Nullable SealStatement statement) {
        return new ChainCheck(document, details).holds(rows, check(statement));
    }

    private static SealCheck check(@Nullable SealStatement statement) {
        return new SealCheck(true, statement, List.of());
    }

    private static Evidence with(Evidence row, String payload, String previousHash) {
        return new Evidence(
                        row.signingId(),
                        row.documentId(),
                        row.number(),
                        row.kind(),
                        row.at(),
                        row.signerId(),
                        payload,
                        previousHash,
                        "")
                .hashed();
    }
}
