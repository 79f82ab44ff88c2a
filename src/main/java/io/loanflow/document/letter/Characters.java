package io.loanflow.document.letter;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.stream.IntStream;

/** Which characters a letter can print as they are meant. */
final class Characters {

    /** Scripts whose letters stand one after the other, or are joined as Arabic is; others would come out wrong. */
    private static final EnumSet<UnicodeScript> SCRIPTS = EnumSet.of(
            UnicodeScript.COMMON,
            UnicodeScript.INHERITED,
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.ARMENIAN,
            UnicodeScript.GEORGIAN,
            UnicodeScript.HEBREW,
            UnicodeScript.ARABIC,
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.HANGUL);

    /** Hints that print nothing: soft hyphen, byte order mark, word joiner, direction marks. */
    private static final String HINTS = "[\u00AD\uFEFF\u2060\u200E\u200F\u061C]";

    private Characters() {}

    /** The same in composed letters, with plain line breaks and without hints. */
    static String clean(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll(HINTS, "")
                .replaceAll("\\R", "\n")
                .replace('\t', ' ');
    }

    /** Characters that no font has, that are no characters, or that would turn the order of others around. */
    static IntStream unprintable(String text) {
        return text.codePoints()
                .filter(codePoint -> codePoint != '\n' && !isPrintable(codePoint))
                .distinct();
    }

    private static boolean isPrintable(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.PRIVATE_USE
                && SCRIPTS.contains(UnicodeScript.of(codePoint))
                && Fonts.print(codePoint);
    }
}
