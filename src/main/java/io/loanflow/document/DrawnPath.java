package io.loanflow.document;

import java.awt.geom.Path2D;
import java.util.ArrayDeque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the data of an SVG path: the absolute commands M, L, Q, C and Z, which say where lines go and nothing else. */
final class DrawnPath {

    private static final Pattern ALLOWED = Pattern.compile("M[MLQCZ0-9eE .,\\-\\r\\n\\t]{3,}");
    private static final Pattern TOKENS =
            Pattern.compile("[MLQCZ]|-?(?:\\d{1,5}(?:\\.\\d{0,12})?|\\.\\d{1,12})(?:[eE]-?\\d)?");
    private static final double FARTHEST = 10_000;

    private final Path2D.Double path = new Path2D.Double();
    private final ArrayDeque<String> tokens = new ArrayDeque<>();

    private DrawnPath(String data) {
        TOKENS.matcher(data).results().forEach(token -> tokens.add(token.group()));
    }

    /** Null when it is not such a path. */
    static @Nullable Path2D read(String data) {
        if (!ALLOWED.matcher(data).matches()) {
            return null;
        }
        var reading = new DrawnPath(data);
        var command = "";
        while (!reading.tokens.isEmpty()) {
            if (Character.isUpperCase(reading.tokens.getFirst().charAt(0))) {
                command = reading.tokens.removeFirst();
            }
            reading.take(command);
        }
        return reading.path;
    }

    private void take(String command) {
        switch (command) {
            case "M" -> path.moveTo(number(), number());
            case "L" -> path.lineTo(number(), number());
            case "Q" -> path.quadTo(number(), number(), number(), number());
            case "C" -> path.curveTo(number(), number(), number(), number(), number(), number());
            case "Z" -> path.closePath();
            default -> throw new IllegalArgumentException(command);
        }
    }

    private double number() {
        double number = Double.parseDouble(tokens.removeFirst());
        if (Math.abs(number) > FARTHEST) {
            throw new IllegalArgumentException("too far away");
        }
        return number;
    }
}
