package io.loanflow.document.upload;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text is UTF-8 without control characters, and no markup: that begins with an angle bracket. */
final class TextCheck {

    private TextCheck() {}

    static void check(Path file) throws IOException {
        var strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var text = new BufferedReader(new InputStreamReader(Files.newInputStream(file), strict))) {
            int next = text.read();
            if (next == '\uFEFF') {
                next = text.read();
            }
            boolean started = false;
            for (; next >= 0; next = text.read()) {
                if (!started && next == '<') {
                    throw Refused.kind("wrong_kind", "The file is markup; taken are " + Kind.ALL + ".");
                }
                started |= !Character.isWhitespace(next);
                refuseControls(next);
            }
        } catch (CharacterCodingException notUtf8) {
            throw Refused.kind("wrong_kind", "The file is no text in UTF-8; taken are " + Kind.ALL + ".");
        }
    }

    private static void refuseControls(int character) {
        if (Character.isISOControl(character) && "\t\n\r\f\u0085".indexOf(character) < 0) {
            throw Refused.kind("wrong_kind", "The file is no text: there are control characters in it.");
        }
    }
}
