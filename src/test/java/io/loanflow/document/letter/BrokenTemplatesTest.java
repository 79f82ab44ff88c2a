package io.loanflow.document.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a template is said with file, line and remedy. */
@Tag("fast")
class BrokenTemplatesTest {

    @TempDir
    Path folder;

    @BeforeEach
    void copy() throws IOException {
        var shipped = Path.of("forms", "letters");
        try (var files = Files.walk(shipped)) {
            for (var file : files.toList()) {
                var copy = folder.resolve(shipped.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{{loan_amout}}                                     | {{loan_amout}} is not known.*Is it one of these: .*loan_amount",
                "{{^exit_strategy}}{{nonsense}}{{/exit_strategy}}   | {{nonsense}} is not known",
                "{{#nonsense}}{{loan_amount}}{{/nonsense}}          | {{nonsense}} is not known",
                "{{property_address}}                               | {{property_address}} is not known here: it belongs inside the list",
                "{{#borrowers}}{{property}}{{/borrowers}}           | {{property}} is not known here",
                "{{borrowers}}                                      | {{borrowers}} is a list or a question, which cannot be printed",
                "{{#borrowers}}{{is_company}}{{/borrowers}}         | {{is_company}} is a list or a question",
                "{{exit_strategy}}                                  | {{exit_strategy}} may not be there when this document is made.*passage of its own",
                "{{#guarantors}}{{email}}{{/guarantors}}            | {{email}} may not be there when this document is made",
                "{{{purpose}}}                                      | prints a value as HTML. Use two braces",
                "{{&purpose}}                                       | prints a value as HTML. Use two braces",
                "{{=<% %>=}}                                        | is not used here",
                "<img src='http://elsewhere.example/logo.png'/>     | Nothing is loaded from elsewhere",
                "<a href=\"file:///etc/passwd\">x</a>               | Nothing is loaded from elsewhere",
                "<p style='background: url(x.png)'>x</p>            | Nothing is loaded from elsewhere",
                "<br>                                               | not well-formed.*<br/>",
                "a &nbsp; b                                         | not well-formed.*&#160;",
                "<p>never closed                                    | not well-formed",
            })
    void namesFileLineAndRemedy(String line, String expected) throws IOException {
        var template = folder.resolve("loan_agreement.html");
        var lines = Files.readString(template).lines().toList();
        var changed = new java.util.ArrayList<>(lines);
        changed.add(lines.indexOf("<h2>Parties</h2>"), line);
        Files.writeString(template, String.join("\n", changed));

        var flaws = new TemplateCheck(TemplateFiles.in(folder)).flaws();

        assertThat(flaws).hasSize(1);
        assertThat(flaws.get(0).toString())
                .containsPattern("(?s)" + expected.replaceAll("([{}^])", "\\\\$1"))
                .startsWith("forms/letters/loan_agreement.html, line ");
        if (!expected.contains("well-formed")) {
            assertThat(flaws.get(0).line()).isEqualTo(lines.indexOf("<h2>Parties</h2>") + 1);
        }
    }

    @Test
    void saysWhichSectionIsNotClosed() throws IOException {
        change("loan_agreement.html", "{{/borrowers}}", "");

        assertThat(flaws()).containsPattern("forms/letters/loan_agreement.html: .*borrowers.*ends with \\{\\{/name}}");
    }

    @Test
    void saysWhichFileIsMissing() throws IOException {
        Files.delete(folder.resolve("privacy_consent.html"));
        Files.delete(folder.resolve("parts/signature.html"));
        Files.delete(folder.resolve("letter.css"));

        assertThat(flaws())
                .contains(
                        "forms/letters/privacy_consent.html: The file is missing",
                        "forms/letters/parts/signature.html: The file is missing",
                        "forms/letters/letter.css: The file is missing");
    }

    @Test
    void namesTheMistakeInAPartOnceAndThere() throws IOException {
        change("parts/letterhead.html", "{{branch_email}}</div>", "{{branch_mail}}</div>");

        assertThat(flaws().lines())
                .hasSize(1)
                .allMatch(line -> line.contains("forms/letters/parts/letterhead.html, line 13"));
    }

    @Test
    void refusesAPartThatTakesInItself() throws IOException {
        change("parts/letterhead.html", "{{>lender}}", "{{>letterhead}}");

        assertThat(flaws()).contains("parts/letterhead.html: This part takes in itself");
    }

    @Test
    void refusesADocumentTypeWithEntities() throws IOException {
        change(
                "loan_agreement.html",
                "<html lang",
                "<!DOCTYPE html [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]>\n<html lang");

        assertThat(flaws()).contains("loan_agreement.html, line 1: This is not well-formed: DOCTYPE is disallowed");
    }

    @Test
    void refusesTheStartInPlainWords() throws IOException {
        change("loan_agreement.html", "{{loan_amount}}", "{{loan_amout}}");

        assertThatThrownBy(() -> new LetterPress(TemplateFiles.in(folder)))
                .isInstanceOfSatisfying(BrokenTemplates.class, broken -> {
                    var analysis = new BrokenTemplatesAnalyzer().analyze(broken);
                    assertThat(analysis.getDescription())
                            .contains("forms/letters/loan_agreement.html, line", "loan_amout");
                    assertThat(analysis.getAction()).contains("Correct the template and start again");
                });
    }

    private void change(String file, String what, String by) throws IOException {
        var path = folder.resolve(file);
        var text = Files.readString(path);
        assertThat(text).contains(what);
        Files.writeString(
                path,
                text.replaceFirst(java.util.regex.Pattern.quote(what), java.util.regex.Matcher.quoteReplacement(by)));
    }

    private String flaws() {
        return String.join(
                "\n",
                new TemplateCheck(TemplateFiles.in(folder))
                        .flaws().stream().map(Flaw::toString).toList());
    }
}
