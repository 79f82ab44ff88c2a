package io.loanflow.document;

import io.loanflow.platform.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The documents of all applications, in chains of versions with one head each. */
public interface Documents {

    /** The first version of a new chain. */
    Document add(NewDocument document);

    /**
     * The next version of a chain.
     *
     * @param headId the version that it replaces
     * @throws Problem 409 when that is not the head any more: of two at once one wins
     */
    Document addVersion(long headId, NewDocument document);

    Optional<Document> find(long id);

    /** All versions of the chain that this version belongs to, oldest first. */
    List<Document> versions(long id);

    /** The heads of an application's chains, oldest chain first. */
    List<Document> heads(String reference);

    /** Counts the changes of what may change in one version: title, description, who sees it, voided, signed. */
    long revision(long id);

    /** Renames or describes a version, or lets others see it. */
    void describe(long id, String title, @Nullable String description, boolean shared);

    /** Marks a version as not valid any more; how a document that is signed or being signed looks afterwards is {@code voided}. */
    void markVoided(long id, String reason);

    /** Notes the bytes that everybody has signed. */
    void markSigned(long id, StoredContent signed);
}
