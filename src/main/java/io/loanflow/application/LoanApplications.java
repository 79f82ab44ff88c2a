package io.loanflow.application;

import io.loanflow.people.PartyKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The stored applications. */
public interface LoanApplications {

    /** @return false when the reference is taken already; nothing is stored then */
    boolean add(String reference, String processInstanceId, ApplicationData data, Linked people, String by, Instant at);

    Optional<LoanApplication> find(String reference);

    /** The version that is stored now; 0 when there is no such application. */
    long version(String reference);

    /** Replaces what was entered and counts the version up. */
    void replace(String reference, ApplicationData data, Linked people, Instant at);

    /** Counts the version up, because the application has moved. */
    void touch(String reference, Instant at);

    void recordValuation(String reference, LoanApplication.Valuation valuation, Instant at);

    void recordSurvey(String reference, LoanApplication.@Nullable Survey survey, Instant at);

    /** References of the applications that somebody stands behind. */
    List<String> of(PartyKind kind, long partyId);

    /**
     * Remembers who entered what.
     *
     * @param figures true when amounts are among the fields
     */
    void recordEdit(String reference, String by, Instant at, Set<String> fields, boolean figures);

    /** Whether that person has entered or changed amounts, of those who stand behind it too, or reviewed the valuation. */
    boolean hasTouchedFigures(String reference, String userId);
}
