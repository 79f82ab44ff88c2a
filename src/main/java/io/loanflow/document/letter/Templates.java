package io.loanflow.document.letter;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.StringReader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The templates as the library reads them: without logic, escaping all values, strict about names. */
final class Templates {

    private final TemplateFiles files;
    private final Map<String, Template> compiled = new ConcurrentHashMap<>();
    private final Mustache.Compiler compiler;

    Templates(TemplateFiles files) {
        this.files = files;
        this.compiler = Mustache.compiler()
                .escapeHTML(true)
                .strictSections(true)
                .withFormatter(Templates::printed)
                .withCollector(new ViewsOnly())
                .withLoader(name ->
                        new StringReader(files.read(TemplateFiles.part(name)).stripTrailing()));
    }

    /** Compiled when first asked for. */
    Template of(String type) {
        return compiled.computeIfAbsent(type, name -> compiler.compile(files.read(TemplateFiles.template(name))));
    }

    String style() {
        return files.read(TemplateFiles.STYLE);
    }

    private static String printed(Object value) {
        if (value instanceof Text text) {
            return text.printed();
        }
        if (value instanceof Absent absent) {
            return absent.printed();
        }
        if (value instanceof Integer position) {
            return position.toString();
        }
        throw new IllegalStateException("A list or a question cannot be printed");
    }

    /** Values are asked of views; what else Java can do with an object is out of reach. */
    private static final class ViewsOnly extends BasicCollector {

        @Override
        public Mustache.@Nullable VariableFetcher createFetcher(Object context, String name) {
            return context instanceof Mustache.CustomContext ? CUSTOM_FETCHER : null;
        }

        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new ConcurrentHashMap<>();
        }
    }
}
