package io.loanflow.people.web;

import io.loanflow.people.Directory;
import io.loanflow.people.Entry;
import io.loanflow.people.Listing;
import io.loanflow.platform.Page;
import io.loanflow.platform.web.EntityTag;
import io.loanflow.platform.web.PageRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** What the calls of all directories have in common. */
final class Answers {

    private Answers() {}

    static Listing listing(
            Directory<?> directory,
            Map<String, Object> filters,
            @Nullable Integer page,
            @Nullable Integer size,
            @Nullable String sort) {
        var asked = PageRequest.of(page, size, sort, directory.sortable(), directory.usualOrder());
        return new Listing(filters, asked.orderBy(), asked.page(), asked.size());
    }

    static <T, R> Page<R> page(Page<Entry<T>> found, Function<List<Entry<T>>, List<R>> resources) {
        return new Page<>(resources.apply(found.items()), found.page(), found.size(), found.total());
    }

    static <T, R> ResponseEntity<R> created(String path, Entry<T> entry, Function<List<Entry<T>>, List<R>> resources) {
        return tagged(ResponseEntity.created(URI.create(path + "/" + entry.id())), entry, resources);
    }

    static <T, R> ResponseEntity<R> ok(Entry<T> entry, Function<List<Entry<T>>, List<R>> resources) {
        return tagged(ResponseEntity.ok(), entry, resources);
    }

    private static <T, R> ResponseEntity<R> tagged(
            ResponseEntity.BodyBuilder answer, Entry<T> entry, Function<List<Entry<T>>, List<R>> resources) {
        return answer.eTag(EntityTag.of(entry.version()))
                .body(resources.apply(List.of(entry)).get(0));
    }
}
