package io.loanflow.document.seal;

import io.loanflow.document.SealCheck;
import io.loanflow.document.SealStatement;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the seal in a PDF and checks it. The PDF is not parsed: what counts is the bytes that a signature of the lender covers,
 * and these are all of them but the signature itself, or it is no seal.
 */
final class SealReader {

    private static final Pattern RANGE =
            Pattern.compile("/ByteRange\\s*\\[\\s*(\\d{1,15}\\s+\\d{1,15}\\s+\\d{1,15}\\s+\\d{1,15})\\s*]");
    private static final Pattern REASON = Pattern.compile("/Reason\\s*\\(([^()\\\\]*)\\)");
    private static final Pattern TIME = Pattern.compile("/M\\s*\\(D:(\\d{14})(?:Z|\\+00'00'?)\\)");
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);
    private static final String PROFILE = "/SubFilter /ETSI.CAdES.detached";

    private final LenderKey lender;

    SealReader(LenderKey lender) {
        this.lender = lender;
    }

    SealCheck check(Path file) throws IOException {
        long size = Files.size(file);
        var end = end(file, size);
        var ranges = RANGE.matcher(end).results().toList();
        for (int i = ranges.size() - 1; i >= 0; i--) {
            var gap = gap(ranges.get(i).group(1), size);
            var dictionary = dictionary(end, ranges.get(i).start());
            if (gap.isPresent() && dictionary.contains(PROFILE)) {
                return check(file, gap.get(), dictionary);
            }
        }
        return new SealCheck(
                false, null, List.of("The signed copy carries no digital signature that covers the whole file."));
    }

    private SealCheck check(Path file, Gap gap, String dictionary) throws IOException {
        var statement = find(REASON, dictionary).flatMap(SealStatement::read).orElse(null);
        var signature = new SignatureCheck(lender, time(dictionary).orElse(null));
        boolean valid = signature.holds(file, gap);
        return new SealCheck(valid, statement, signature.details());
    }

    /** As Latin-1, so that characters are bytes. */
    private static String end(Path file, long size) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var from = Math.max(0, size - PadesSeals.MOST_ADDED);
            return new String(
                    Channels.newInputStream(channel.position(from)).readNBytes(PadesSeals.MOST_ADDED),
                    StandardCharsets.ISO_8859_1);
        }
    }

    private static Optional<Gap> gap(String range, long size) {
        try {
            return Optional.of(Gap.of(range, size));
        } catch (IllegalArgumentException elsewhere) {
            return Optional.empty();
        }
    }

    /** The object that the byte range stands in; our own, when the lender's signature fits. */
    private static String dictionary(String end, int at) {
        int from = end.lastIndexOf(" obj", at);
        int to = end.indexOf("endobj", at);
        return end.substring(Math.max(from, 0), to < 0 ? end.length() : to);
    }

    private static Optional<Instant> time(String dictionary) {
        try {
            return find(TIME, dictionary)
                    .map(text -> LocalDateTime.parse(text, COMPACT).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static Optional<String> find(Pattern pattern, String text) {
        var match = pattern.matcher(text);
        return match.find() ? Optional.of(match.group(1)) : Optional.empty();
    }
}
