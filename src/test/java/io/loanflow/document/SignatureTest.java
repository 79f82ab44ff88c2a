package io.loanflow.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanflow.platform.Problem;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Objects;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fast")
class SignatureTest {

    private static final String PNG = "data:image/png;base64,";

    @ParameterizedTest
    @ValueSource(strings = {"Ann Archer", "王小明", "محمد الأحمد", "O'Neill-Smith Jr.", "X"})
    void takesATypedName(String name) {
        assertThatCode(() -> new Signature("typed", name).require("/signature")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "123", "...", "Ann\nArcher", "Ann\u0000", "Ann\u202Erehcra", "Ann\u2066x", "Ann\uD800"
            })
    void refusesWhatIsNoName(String name) {
        refuses("typed", name, "/signature/value");
    }

    @Test
    void refusesANameLongerThanTwoHundred() {
        assertThatCode(() -> new Signature("typed", "a".repeat(200)).require("/signature"))
                .doesNotThrowAnyException();
        refuses("typed", "a".repeat(201), "/signature/value");
    }

    @Test
    void refusesAnotherKind() {
        refuses("stamped", "Ann", "/signature/kind");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {SigningFixtures.DRAWN, "M10,10L20.5,20.5", "M10 10C20 20 30 30 40 40Q1e1 2 3 4Z", "M-5-5L.5.5"})
    void takesAPath(String path) throws IOException {
        var drawing = Objects.requireNonNull(
                new Signature("drawn", path).require("/signature").drawing());

        assertThat(ImageIO.read(new ByteArrayInputStream(drawing.png())).getWidth())
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "M",
                "M1",
                "L10 10",
                "10 10",
                "M10 10L20",
                "M0 0L99999 0",
                "M0 0L3000 0",
                "M0 0L0 1500",
                "M1 1<script>",
                "m1 1l2 2",
                "M1 1A5 5 0 0 0 9 9",
                "M0 0",
                "data:image/svg+xml;base64,PHN2Zy8+",
                "data:image/png;base64,",
                "data:image/png;base64,AAAA",
                "data:image/png;base64,!!!",
                "http://localhost/a.png"
            })
    void refusesWhatIsNoDrawing(String value) {
        refuses("drawn", value, "/signature/value");
    }

    @Test
    void takesAPngAndDrawsItAnewOnWhite() throws IOException {
        var drawn = new BufferedImage(300, 100, BufferedImage.TYPE_INT_ARGB);
        drawn.setRGB(150, 50, Color.BLUE.getRGB());

        var drawing = new Signature("drawn", PNG + base64(png(drawn)))
                .require("/signature")
                .drawing();

        var printed = ImageIO.read(
                new ByteArrayInputStream(Objects.requireNonNull(drawing).png()));
        assertThat(printed.getColorModel().hasAlpha()).isFalse();
        assertThat(printed.getRGB(0, 0)).isEqualTo(Color.WHITE.getRGB());
        assertThat(printed.getRGB(150, 50)).isEqualTo(Color.BLUE.getRGB());
    }

    @Test
    void refusesAPngOnWhichNothingIsDrawn() {
        refuses(
                "drawn",
                PNG + base64(png(new BufferedImage(300, 100, BufferedImage.TYPE_INT_ARGB))),
                "/signature/value");
    }

    @Test
    void refusesAPngThatIsTooWideOrTooHighOrTooLarge() {
        refuses("drawn", PNG + base64(png(noise(2001, 10))), "/signature/value");
        refuses("drawn", PNG + base64(png(noise(10, 1001))), "/signature/value");
        refuses("drawn", PNG + base64(png(noise(300, 200))), "/signature/value");
        assertThatCode(() -> new Signature("drawn", PNG + base64(png(noise(100, 200)))).require("/signature"))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAPngThatSaysItIsLargerThanItIs() {
        var png = png(noise(10, 10));
        png[18] = 0x7f;

        refuses("drawn", PNG + base64(png), "/signature/value");
    }

    @Test
    void doesNotShowItselfInALog() {
        assertThat(new Signature("typed", "Ann Archer")).hasToString("a typed signature");
    }

    private static void refuses(String kind, String value, String pointer) {
        assertThatThrownBy(() -> new Signature(kind, value).require("/signature"))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.status()).isEqualTo(400);
                    assertThat(problem.violations())
                            .singleElement()
                            .satisfies(
                                    violation -> assertThat(violation.pointer()).isEqualTo(pointer));
                });
    }

    private static BufferedImage noise(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = new Random(1);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return image;
    }

    private static byte[] png(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
