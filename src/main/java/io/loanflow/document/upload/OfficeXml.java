package io.loanflow.document.upload;

import io.loanflow.platform.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The two kinds of XML in an Office file that say what it is and what it points to. Entities are refused, not expanded. */
final class OfficeXml {

    private static final int LARGEST = 1024 * 1024;
    private static final XMLInputFactory XML = factory();

    /** A link that somebody has to click on is as harmless as one in a letter. */
    private static final Set<String> CLICKED = Set.of("hyperlink");

    private OfficeXml() {}

    /** What {@code [Content_Types].xml} says that the file is. */
    static Kind kind(InputStream types) throws IOException {
        var kind = new Kind[1];
        var macros = new boolean[1];
        read(types, element -> {
            var type = attribute(element, "ContentType").toLowerCase(Locale.ROOT);
            macros[0] |= type.contains("macroenabled") || type.contains("vbaproject") || type.contains("activex");
            if (type.endsWith("wordprocessingml.document.main+xml")) {
                kind[0] = Kind.DOCX;
            } else if (type.endsWith("spreadsheetml.sheet.main+xml")) {
                kind[0] = Kind.XLSX;
            }
        });
        if (macros[0]) {
            throw Refused.content("macros", "There are macros in the file. Save it without them.");
        }
        if (kind[0] == null) {
            throw Refused.kind(
                    "wrong_kind", "The file is neither a document nor a workbook; taken are " + Kind.ALL + ".");
        }
        return kind[0];
    }

    /** Whatever is fetched when the file is opened: templates, pictures, objects of somewhere else. */
    static void checkLinks(InputStream relationships) throws IOException {
        read(relationships, element -> {
            var type = attribute(element, "Type");
            boolean external = attribute(element, "TargetMode").equalsIgnoreCase("external");
            if (external && !CLICKED.contains(type.substring(type.lastIndexOf('/') + 1))) {
                throw Refused.content(
                        "external_links",
                        "Opened, the file fetches something from elsewhere. Put it into the file, or take it out.");
            }
        });
    }

    static Problem entities() {
        return Refused.content("xml_entities", "There is XML in the file that no Office program writes.");
    }

    private static void read(InputStream in, Consumer<XMLStreamReader> onElement) throws IOException {
        var bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw Refused.corrupt("a part of it is far too large");
        }
        if (Needles.in(bytes, java.util.List.of("<!doctype", "<!entity")).isPresent()) {
            throw entities();
        }
        try {
            var xml = XML.createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT) {
                    onElement.accept(xml);
                }
            }
        } catch (XMLStreamException malformed) {
            throw Refused.corrupt("a part of it is not well-formed");
        }
    }

    private static String attribute(XMLStreamReader element, String name) {
        @Nullable String value = element.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }
}
