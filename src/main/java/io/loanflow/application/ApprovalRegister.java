package io.loanflow.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The recorded approvals; only the newest of an application counts. */
public interface ApprovalRegister {

    void add(
            String reference,
            Terms terms,
            LocalDate expiresOn,
            @Nullable String overrideReason,
            @Nullable String by,
            Instant at);

    Optional<Approval> newest(String reference);

    /** The newest, unless it was taken back since. */
    Optional<Approval> standing(String reference);

    /** It does not stand any more. */
    void end(String reference, Instant at);

    /** @return false when the newest approval has no such condition */
    boolean setCondition(String reference, long conditionId, boolean met, String by, Instant at);
}
