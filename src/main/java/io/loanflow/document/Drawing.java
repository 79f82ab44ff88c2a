package io.loanflow.document;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * A signature that was drawn: {@code data:image/png;base64,...}, at most 100 KB, or an SVG path of absolute commands. Whatever
 * came in, what is printed is drawn anew: dark on white, without anything else that a file may hold.
 */
public final class Drawing {

    /** Of the decoded PNG, or of the path's text. */
    static final int MOST_BYTES = 100 * 1024;

    static final int WIDEST = 2_000;
    static final int HIGHEST = 1_000;

    private static final String PNG = "data:image/png;base64,";
    private static final String UNREADABLE =
            "Send a drawing as data:image/png;base64,... with at most 100 KB and 2000 x 1000 dots, or as an SVG path of at most"
                    + " 100 KB with absolute commands.";
    private static final int PATH_MARGIN = 8;

    private final BufferedImage image;

    private Drawing(BufferedImage image) {
        this.image = image;
    }

    /** A sentence that says what is wrong with it; empty when it is a drawing. */
    static Optional<String> fault(String value) {
        var drawing = read(value);
        if (drawing.isEmpty()) {
            return Optional.of(UNREADABLE);
        }
        return drawing.get().blank() ? Optional.of("Nothing is drawn.") : Optional.empty();
    }

    static Optional<Drawing> read(String value) {
        try {
            return Optional.ofNullable(value.startsWith(PNG) ? png(value.substring(PNG.length())) : path(value))
                    .map(Drawing::new);
        } catch (IOException | RuntimeException notADrawing) {
            return Optional.empty();
        }
    }

    private static @Nullable BufferedImage png(String base64) throws IOException {
        if (base64.length() > MOST_BYTES / 3 * 4 + 4) {
            return null;
        }
        var reader = ImageIO.getImageReadersByFormatName("png").next();
        try (var bytes = ImageIO.createImageInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(base64)))) {
            reader.setInput(bytes, true, true);
            return fits(reader.getWidth(0), reader.getHeight(0)) ? onWhite(reader.read(0)) : null;
        } finally {
            reader.dispose();
        }
    }

    private static boolean fits(int width, int height) {
        return width <= WIDEST && height <= HIGHEST;
    }

    private static BufferedImage onWhite(BufferedImage drawn) {
        var white = white(drawn.getWidth(), drawn.getHeight());
        var graphics = white.createGraphics();
        graphics.drawImage(drawn, 0, 0, null);
        graphics.dispose();
        return white;
    }

    private static @Nullable BufferedImage path(String value) {
        var path = value.length() > MOST_BYTES ? null : DrawnPath.read(value);
        if (path == null) {
            return null;
        }
        var bounds = path.getBounds2D();
        if (!fits((int) Math.ceil(bounds.getWidth()), (int) Math.ceil(bounds.getHeight()))) {
            return null;
        }
        var white = white((int) bounds.getWidth() + 2 * PATH_MARGIN, (int) bounds.getHeight() + 2 * PATH_MARGIN);
        var graphics = white.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.translate(PATH_MARGIN - bounds.getX(), PATH_MARGIN - bounds.getY());
        graphics.setColor(new Color(0x1a, 0x2a, 0x4a));
        graphics.setStroke(new BasicStroke(2.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(path);
        graphics.dispose();
        return white;
    }

    private static BufferedImage white(int width, int height) {
        var white = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = white.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return white;
    }

    private boolean blank() {
        var dots = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(dots).allMatch(dot -> dot == dots[0]);
    }

    /** As a PNG without transparency. */
    public byte[] png() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
