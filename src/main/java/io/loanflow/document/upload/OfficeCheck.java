package io.loanflow.document.upload;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A DOCX or XLSX is a ZIP of XML. It is unpacked piece by piece, up to a limit and to nowhere; nothing in it is opened, no
 * entity is expanded, no link followed.
 */
final class OfficeCheck {

    private static final long MOST_UNPACKED = 128L * 1024 * 1024;
    private static final long RATIO = 200;
    private static final long SMALL = 1024 * 1024;
    private static final String TYPES = "[Content_Types].xml";
    private static final List<String> MACROS = List.of("vbaproject", "vbadata", "/macrosheets/", "/activex/");
    private static final List<String> ENTITIES = List.of("<!doctype", "<!entity");

    private OfficeCheck() {}

    static Kind check(Path path) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            var entries = ZipDirectory.read(file);
            if (entries.stream().noneMatch(entry -> entry.name().equals(TYPES))) {
                throw Refused.kind("wrong_kind", "The file is a ZIP archive; taken are " + Kind.ALL + ".");
            }
            entries.forEach(OfficeCheck::checkEntry);
            requireSize(entries.stream().mapToLong(OfficeEntry::size).sum());
            try (var zip = new ZipFile(path.toFile())) {
                return checkContents(zip, entries);
            }
        } catch (ZipException | EOFException damaged) {
            throw Refused.corrupt("a part of it cannot be unpacked");
        }
    }

    private static void checkEntry(OfficeEntry entry) {
        var name = entry.name().toLowerCase(Locale.ROOT);
        if (entry.isEncrypted()) {
            throw Refused.content("encrypted", "The file is encrypted. Send it without a password.");
        }
        if (!entry.isUnpackable()
                || name.contains("..")
                || name.startsWith("/")
                || name.matches(".*[\\\\:\\p{Cc}].*")) {
            throw Refused.corrupt("a part of it has a name or a form that no such file has");
        }
        if (entry.size() > SMALL && entry.size() / RATIO > entry.packed()) {
            throw bomb();
        }
        if (MACROS.stream().anyMatch(("/" + name)::contains)) {
            throw Refused.content("macros", "There are macros in the file. Save it without them.");
        }
        if (name.contains("/externallinks/")) {
            throw Refused.content(
                    "external_links", "The file takes values from other files. Save it with values only.");
        }
        if (name.contains("/embeddings/") && !name.matches(".*\\.(xlsx|docx)")) {
            throw Refused.content("active_content", "There is another file embedded in it. Send that one by itself.");
        }
    }

    private static Kind checkContents(ZipFile zip, List<OfficeEntry> entries) throws IOException {
        @Nullable Kind kind = null;
        long unpacked = 0;
        for (var entry : entries) {
            try (var contents = new Limited(open(zip, entry), MOST_UNPACKED - unpacked)) {
                if (entry.name().equals(TYPES)) {
                    kind = OfficeXml.kind(contents);
                } else if (entry.name().toLowerCase(Locale.ROOT).endsWith(".rels")) {
                    OfficeXml.checkLinks(contents);
                } else {
                    refuseEntities(contents, entry.name());
                }
                contents.transferTo(java.io.OutputStream.nullOutputStream());
                unpacked += contents.count();
                if (contents.count() != entry.size()) {
                    throw Refused.corrupt("a part of it has another size than it says");
                }
            }
        }
        return java.util.Objects.requireNonNull(kind);
    }

    private static InputStream open(ZipFile zip, OfficeEntry entry) throws IOException {
        @Nullable ZipEntry found = zip.getEntry(entry.name());
        if (found == null) {
            throw new ZipException("not found under its name");
        }
        return zip.getInputStream(found);
    }

    private static void refuseEntities(InputStream contents, String name) throws IOException {
        if (name.toLowerCase(Locale.ROOT).matches(".*\\.(xml|vml)")
                && Needles.in(contents, ENTITIES).isPresent()) {
            throw OfficeXml.entities();
        }
    }

    private static void requireSize(long unpacked) {
        if (unpacked > MOST_UNPACKED) {
            throw bomb();
        }
    }

    private static io.loanflow.platform.Problem bomb() {
        return Refused.content("zip_bomb", "Unpacked, the file is far larger than it looks.");
    }

    /** Stops when more comes out than may. */
    private static final class Limited extends java.io.FilterInputStream {

        private final long most;
        private long count;

        Limited(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        long count() {
            return count;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count += Math.max(0, read);
            if (count > most) {
                throw bomb();
            }
            return read;
        }
    }
}
