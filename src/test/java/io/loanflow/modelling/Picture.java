package io.loanflow.modelling;

import io.loanflow.testing.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The picture of a process that the documentation shows, made from its model by bpmn-js. */
final class Picture {

    private static final String VIEWER = "/META-INF/resources/webjars/bpmn-js/8.0.0/dist/bpmn-viewer.production.min.js";
    private static final String DRAW = """
            async model => {
              const viewer = new BpmnJS({ container: '#canvas' });
              const { warnings } = await viewer.importXML(model);
              if (warnings.length) throw new Error(warnings.join('\\n'));
              return (await viewer.saveSVG()).svg;
            }
            """;
    private static final Pattern HASH = Pattern.compile("<!-- model ([0-9a-f]{64}) -->");
    private static final Pattern ELEMENT = Pattern.compile(
            "data-element-id=\"([^\"]+)\"(?: style=\"[^\"]*\")?(?: transform=\"matrix\\(([^)]*)\\)\")?");
    private static final Pattern TEXT = Pattern.compile("<tspan[^>]*>([^<]*)</tspan>");

    private final Path model;
    private final Path svg;

    private Picture(Path model, Path svg) {
        this.model = model;
        this.svg = svg;
    }

    static Picture of(String process) {
        return new Picture(Path.of("processes", process + ".bpmn"), Path.of("src/docs", process + ".svg"));
    }

    /** Draws the model as it is now. */
    String draw(Browser browser) {
        try (var page = browser.newPage()) {
            page.setContent("<div id='canvas' style='width:1600px;height:800px'></div>");
            page.addScriptTag(new com.microsoft.playwright.Page.AddScriptTagOptions().setContent(resource(VIEWER)));
            var drawn = String.valueOf(page.evaluate(DRAW, read(model)));
            return drawn.replaceFirst("(<svg )", "<!-- model " + modelHash() + " -->\n$1")
                            .strip() + "\n";
        }
    }

    void save(String drawn) {
        try {
            Files.writeString(svg, drawn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String saved() {
        return read(svg);
    }

    /** The hash of the model that the saved picture was made from. */
    String savedHash() {
        var matcher = HASH.matcher(saved());
        return matcher.find() ? matcher.group(1) : "none";
    }

    String modelHash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(read(model).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is drawn and where, without what depends on the fonts of a machine. */
    static Map<String, String> content(String svg) {
        var content = new TreeMap<String, String>();
        var starts = ELEMENT.matcher(svg).results().toList();
        for (int i = 0; i < starts.size(); i++) {
            var end = i + 1 < starts.size() ? starts.get(i + 1).start() : svg.length();
            var part = svg.substring(starts.get(i).end(), end);
            content.merge(
                    starts.get(i).group(1), starts.get(i).group(2) + " " + words(TEXT.matcher(part)), (a, b) -> a + b);
        }
        return content;
    }

    private static String words(Matcher text) {
        return String.join(
                " ", text.results().map(found -> found.group(1).strip()).toList());
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (var stream = Picture.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("There is no " + name + " among the test dependencies");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> all() {
        return List.of("loanOrigination", "documentSigning", "loanServicing", "instalmentCollection", "mailDelivery");
    }
}
