package io.loanflow.document;

import io.loanflow.identity.Viewer;
import io.loanflow.platform.Page;
import io.loanflow.platform.web.PageRequest;
import java.util.Map;

/** Lists of the newest versions that somebody may see, over all applications. */
public interface DocumentSearch {

    /** Fields to sort by, and the SQL that they stand for. */
    Map<String, String> SORTABLE = Map.of(
            "id", "d.id",
            "application", "d.reference",
            "document_type", "d.document_type",
            "title", "d.title",
            "file_name", "d.file_name",
            "size", "c.size",
            "created_at", "d.created_at");

    /** Newest first. */
    String USUAL_ORDER = "d.created_at desc, d.id desc";

    Page<SeenDocument> page(Viewer caller, DocumentFilter filter, PageRequest page);
}
