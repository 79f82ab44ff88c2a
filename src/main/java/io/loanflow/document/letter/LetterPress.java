package io.loanflow.document.letter;

import io.loanflow.document.Letters;
import io.loanflow.document.Material;
import io.loanflow.document.PrintedLetter;
import io.loanflow.platform.Problem;
import io.loanflow.platform.TemporaryFiles;
import io.loanflow.platform.Violation;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.xml.sax.SAXException;

/** Writes letters from the packaged templates and prints them. */
@Component
class LetterPress implements Letters {

    private final Templates templates;
    private final Press press;

    @Autowired
    LetterPress() {
        this(TemplateFiles.packaged());
    }

    /** @throws BrokenTemplates with everything that is wrong with them */
    LetterPress(TemplateFiles files) {
        var flaws = new TemplateCheck(files).flaws();
        if (!flaws.isEmpty()) {
            throw new BrokenTemplates(flaws);
        }
        this.templates = new Templates(files);
        this.press = new Press(templates.style());
    }

    @Override
    public PrintedLetter print(String type, Material material) {
        var reading = new Reading();
        var html = write(type, material, reading);
        if (!reading.violations().isEmpty()) {
            throw Problem.incomplete(reading.violations());
        }
        try {
            var letter = new PrintedLetter(TemporaryFiles.create(".letter"), reading.shown());
            try {
                print(html, letter.file());
                return letter;
            } catch (IOException | SAXException | RuntimeException e) {
                letter.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException e) {
            throw new IllegalStateException("The template " + type + " does not give HTML", e);
        }
    }

    @Override
    public List<Violation> missing(String type, Material material) {
        var reading = new Reading();
        write(type, material, reading);
        return reading.violations();
    }

    private String write(String type, Material material, Reading reading) {
        return templates.of(type).execute(new View<>(Catalogue.ALL, material, View.Place.TOP, reading));
    }

    private void print(String html, Path file) throws IOException, SAXException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            press.print(Html.parse(html), out);
        }
    }
}
