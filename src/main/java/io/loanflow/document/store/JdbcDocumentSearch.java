package io.loanflow.document.store;

import io.loanflow.document.Document;
import io.loanflow.document.DocumentFilter;
import io.loanflow.document.DocumentSearch;
import io.loanflow.document.SeenDocument;
import io.loanflow.identity.PartyVisibility;
import io.loanflow.identity.Viewer;
import io.loanflow.identity.Visibility;
import io.loanflow.platform.Conditions;
import io.loanflow.platform.Page;
import io.loanflow.platform.web.PageRequest;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Searches in SQL; who sees a row is what {@code DocumentSight} says. */
@Repository
class JdbcDocumentSearch implements DocumentSearch {

    private static final String SEEN = "(exists (select 1 from application_audience k where k.reference = d.reference"
            + " and k.principal in (:principals)"
            + " and (k.capacity in ('admin', 'credit', 'accounts', 'bd')"
            + " or k.capacity in ('broker', 'client') and (d.shared or d.created_by = :viewer)))"
            + " or exists (select 1 from signer g join signing s on s.id = g.signing_id"
            + " where s.document_id = d.id and g.user_id = :viewer and g.asked_at is not null))";
    private static final String HEAD =
            "not exists (select 1 from document n where n.chain = d.chain and n.version > d.version)";
    private static final String BORROWERS = "exists (select 1 from application_borrower p"
            + " join borrower w on w.id = p.borrower_id where p.reference = d.reference and "
            + PartyVisibility.on("borrower", "w.id") + " and ";
    private static final String SEARCH = "(d.title ilike :search or d.description ilike :search"
            + " or d.file_name ilike :search or d.reference ilike :search or "
            + BORROWERS + "(w.name ilike :search or w.email ilike :search)))";

    private final JdbcClient jdbc;
    private final Visibility visibility;
    private final Clock clock;

    JdbcDocumentSearch(JdbcClient jdbc, Visibility visibility, Clock clock) {
        this.jdbc = jdbc;
        this.visibility = visibility;
        this.clock = clock;
    }

    @Override
    public Page<SeenDocument> page(Viewer caller, DocumentFilter filter, PageRequest page) {
        var conditions = conditions(caller, filter);
        var where = " where " + conditions.sql();
        long total = jdbc.sql("select count(*) from document d" + where)
                .params(conditions.parameters())
                .query(Long.class)
                .single();
        var items = jdbc.sql(DocumentRows.SELECT + DocumentRows.FROM + where + " order by " + page.orderBy()
                        + " limit :size offset :offset")
                .params(conditions.parameters())
                .param("size", page.size())
                .param("offset", page.offset())
                .query(DocumentRows::read)
                .list();
        return new Page<>(seen(caller, items), page.page(), page.size(), total);
    }

    private List<SeenDocument> seen(Viewer caller, List<Document> documents) {
        var standing = new HashMap<String, Viewer>();
        return documents.stream()
                .map(document -> new SeenDocument(
                        document,
                        standing.computeIfAbsent(
                                document.reference(), reference -> visibility.standing(caller, reference))))
                .toList();
    }

    private Conditions conditions(Viewer caller, DocumentFilter filter) {
        var zone = clock.getZone();
        return new Conditions(SEEN, HEAD)
                .with("principals", caller.principals())
                .with("viewer", caller.userId())
                .narrow("d.document_type = :type", "type", filter.documentType())
                .narrow("d.reference = :reference", "reference", filter.application())
                .narrow(BORROWERS + "w.id = :borrower)", "borrower", filter.borrower())
                .narrow("d.created_at >= :from", "from", Conditions.startOf(filter.createdFrom(), 0, zone))
                .narrow("d.created_at < :to", "to", Conditions.startOf(filter.createdTo(), 1, zone))
                .narrow(SEARCH, "search", Conditions.searched(filter.search()));
    }
}
