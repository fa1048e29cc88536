package dibs.backend.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "a, '', 1",
        "'', abc, 3",
        "same, same, 0",
        "autolnd, autoland, 1",
        "dev-singing, dev-signing, 1",
        "kitten, sitting, 3",
        "ab, ba, 1",
        "ca, abc, 3"
    })
    void slipsOfTheFingerAreCounted(String one, String other, int distance) {
        assertThat(EditDistance.between(one, other)).isEqualTo(distance);
        assertThat(EditDistance.between(other, one)).isEqualTo(distance);
    }
}
