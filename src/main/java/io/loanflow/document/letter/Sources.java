package io.loanflow.document.letter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** A template and the parts that it takes in, as their texts stand in the files. */
final class Sources {

    private static final Pattern PART = Pattern.compile("\\{\\{>\\s*([^}\\s]+)\\s*}}");
    private static final Pattern RAW = Pattern.compile("\\{\\{\\{|\\{\\{\\s*&");
    private static final Pattern OTHER = Pattern.compile("\\{\\{\\s*[=<$]");
    private static final Pattern OUTSIDE =
            Pattern.compile("\\b(?:src|href)\\s*=\\s*[\"'](?!letter\\.css[\"']|data:|#)|url\\(");

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<Flaw> flaws = new ArrayList<>();

    Sources(TemplateFiles files, String template) {
        read(files, template, new ArrayList<>());
    }

    /** What can be seen without knowing any name. */
    List<Flaw> flaws() {
        texts.forEach((file, text) -> {
            find(
                    RAW,
                    file,
                    text,
                    "This prints a value as HTML. Use two braces, {{name}}, so that it is printed as it is.");
            find(
                    OTHER,
                    file,
                    text,
                    "This is not used here. Use {{name}}, {{#name}}, {{^name}}, {{/name}} and {{>part}}.");
            find(
                    OUTSIDE,
                    file,
                    text,
                    "Nothing is loaded from elsewhere. Put an image into the file itself, as data:image/png;base64,...");
            if (flaws.stream().noneMatch(flaw -> flaw.file().equals(file))) {
                parse(file, text);
            }
        });
        return flaws;
    }

    /** At the first place of a name. */
    Flaw flawOf(String name, String what) {
        var tag = Pattern.compile("\\{\\{[#^/]?\\s*" + Pattern.quote(name) + "\\s*}}");
        for (var source : texts.entrySet()) {
            var found = tag.matcher(source.getValue());
            if (found.find()) {
                return new Flaw(source.getKey(), line(source.getValue(), found.start()), what);
            }
        }
        return new Flaw(first(), 0, what);
    }

    /** What the library says of a text that it cannot read; it names the line, of the file or of a part. */
    Flaw unread(String message) {
        return new Flaw(first(), 0, message + ". Each {{#name}} and {{^name}} ends with {{/name}}, in the same file.");
    }

    private String first() {
        return texts.keySet().iterator().next();
    }

    private void read(TemplateFiles files, String file, List<String> within) {
        if (within.contains(file)) {
            flaws.add(new Flaw(file, 0, "This part takes in itself. Take the {{>...}} out."));
            return;
        }
        var text = files.find(file);
        if (text == null) {
            flaws.add(Flaw.absent(file));
            return;
        }
        texts.put(file, text);
        var inner = new ArrayList<>(within);
        inner.add(file);
        PART.matcher(text).results().forEach(part -> read(files, TemplateFiles.part(part.group(1)), inner));
    }

    private void find(Pattern pattern, String file, String text, String what) {
        pattern.matcher(text).results().forEach(hit -> flaws.add(new Flaw(file, line(text, hit.start()), what)));
    }

    /** A part is a piece of HTML; sections are nothing but text to XML, so they cannot tear tags apart either. */
    private void parse(String file, String text) {
        try {
            Html.parse(file.contains("/") ? "<div>" + text + "</div>" : text);
        } catch (SAXParseException e) {
            flaws.add(new Flaw(
                    file,
                    e.getLineNumber(),
                    "This is not well-formed: " + e.getMessage()
                            + " Close every tag, <br/> too, and write &#160; for &nbsp;."));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int line(String text, int position) {
        return (int) text.substring(0, position).chars().filter(c -> c == '\n').count() + 1;
    }
}
