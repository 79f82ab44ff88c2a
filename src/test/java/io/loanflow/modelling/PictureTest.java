package io.loanflow.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("fast")
class PictureTest {

    @ParameterizedTest
    @MethodSource("io.loanflow.modelling.Picture#all")
    void thePictureOfAProcessIsOfItsPresentModel(String process) {
        var picture = Picture.of(process);

        assertThat(picture.savedHash())
                .as(
                        "the model has changed: draw its picture anew with mvn verify -Dit.test=PictureIT -Dpicture.update=true")
                .isEqualTo(picture.modelHash());
    }
}
