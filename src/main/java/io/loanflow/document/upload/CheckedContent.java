package io.loanflow.document.upload;

import io.loanflow.document.CheckedUpload;
import io.loanflow.document.Upload;
import io.loanflow.document.UploadCheck;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides by the content alone what a file is; what was said of it may only not contradict. */
@Component
class CheckedContent implements UploadCheck {

    private static final int HEAD = 64 * 1024;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final Tika TIKA = new Tika();

    private final VirusScanner scanner;

    CheckedContent(VirusScanner scanner) {
        this.scanner = scanner;
    }

    @Override
    public CheckedUpload check(Upload upload) {
        var name = FileNames.clean(upload.name());
        try {
            if (Files.size(upload.bytes()) == 0) {
                throw Refused.content("empty", "The file is empty.");
            }
            var kind = kind(upload.bytes());
            requireNoContradiction(upload.type(), kind);
            var shown = FileNames.fitting(name, kind);
            scanner.scan(upload.bytes());
            return new CheckedUpload(shown, kind.type(), upload.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Kind kind(Path file) throws IOException {
        var head = head(file);
        if (startsWith(head, ZIP)) {
            return OfficeCheck.check(file);
        }
        if (startsWith(head, COMPOUND)) {
            throw OldOffice.refusal(file);
        }
        var kind = detect(head);
        switch (kind) {
            case PDF -> PdfCheck.check(file);
            case PNG -> PngCheck.check(file);
            case JPEG -> JpegCheck.check(file);
            default -> TextCheck.check(file);
        }
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            HiddenZip.refuse(bytes);
        }
        return kind;
    }

    private static Kind detect(byte[] head) {
        var type = TIKA.detect(head);
        for (var kind : Kind.values()) {
            if (kind.type().equals(type)) {
                return kind;
            }
        }
        throw Refused.kind(
                "wrong_kind",
                type.equals("application/octet-stream")
                        ? "Nobody knows what kind of file this is; taken are " + Kind.ALL + "."
                        : "The file is " + type + "; taken are " + Kind.ALL + ".");
    }

    private static void requireNoContradiction(@Nullable String said, Kind kind) {
        if (said == null || said.isBlank()) {
            return;
        }
        int parameters = said.indexOf(';');
        var type =
                (parameters < 0 ? said : said.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
        if (!type.equals("application/octet-stream") && !kind.isCalled(type)) {
            throw Refused.kind(
                    "mismatch",
                    "The file is said to be " + shown(type) + ", but what is in it is " + kind.type() + ".");
        }
    }

    private static String shown(String type) {
        return type.matches("[a-z0-9.+/-]{1,100}") ? type : "something else";
    }

    private static byte[] head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] beginning) {
        return bytes.length >= beginning.length
                && java.util.Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
    }
}
