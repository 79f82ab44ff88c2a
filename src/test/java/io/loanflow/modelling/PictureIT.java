package io.loanflow.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanflow.testing.Browser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code -Dpicture.update=true} draws the pictures anew. */
@Tag("browser")
class PictureIT {

    @ParameterizedTest
    @MethodSource("io.loanflow.modelling.Picture#all")
    void thePictureOfAProcessShowsItsModel(String process) {
        var picture = Picture.of(process);
        try (var browser = Browser.start()) {
            var drawn = picture.draw(browser);
            if (Boolean.getBoolean("picture.update")) {
                picture.save(drawn);
            }
            assertThat(Picture.content(picture.saved()))
                    .hasSizeGreaterThan(4)
                    .as("run this test with -Dpicture.update=true to draw the picture anew")
                    .isEqualTo(Picture.content(drawn));
        }
    }
}
