package io.loanflow.document.letter;

import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.MustacheParseException;
import io.loanflow.document.Letters;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Finds what is wrong with the templates, worded for the analyst who writes them. */
final class TemplateCheck {

    private final TemplateFiles files;
    private final List<Flaw> flaws = new ArrayList<>();

    TemplateCheck(TemplateFiles files) {
        this.files = files;
    }

    /** Everything that is wrong; empty when letters can be printed. */
    List<Flaw> flaws() {
        if (files.find(TemplateFiles.STYLE) == null) {
            flaws.add(Flaw.absent(TemplateFiles.STYLE));
        }
        new TreeSet<>(Letters.TYPES).forEach(this::check);
        return flaws.stream().distinct().toList();
    }

    private void check(String type) {
        var file = TemplateFiles.template(type);
        if (files.find(file) == null) {
            flaws.add(Flaw.absent(file));
            return;
        }
        int before = flaws.size();
        var sources = new Sources(files, file);
        flaws.addAll(sources.flaws());
        if (flaws.size() == before) {
            names(type, sources);
        }
    }

    /** Names that are known, in places where they are. */
    private void names(String type, Sources sources) {
        try {
            var template = new Templates(files).of(type);
            int before = flaws.size();
            flaws.addAll(new Names(sources).flaws(template));
            if (flaws.size() == before) {
                template.execute(Sample.full());
                needs(type, sources);
            }
        } catch (MustacheException.Context unknown) {
            flaws.add(sources.flawOf(
                    unknown.key,
                    "{{" + unknown.key + "}} is not known here: it belongs inside the list that it is a column of."));
        } catch (MustacheParseException e) {
            flaws.add(sources.unread(String.valueOf(e.getMessage())));
        }
    }

    /** An approval cannot be held up by a value that applications need not have. */
    private void needs(String type, Sources sources) {
        if (!Letters.APPROVING.contains(type)) {
            return;
        }
        var sample = Sample.guaranteed();
        new Templates(files).of(type).execute(sample);
        sample.missing()
                .forEach(name -> flaws.add(sources.flawOf(
                        name,
                        "{{" + name
                                + "}} may not be there when this document is made. Put it into a passage of its own: "
                                + "{{#" + name + "}} ... {{/" + name + "}}.")));
    }
}
