package dibs.bot.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Europe/Berlin            | Europe/Berlin              | 1
            europe/berlin            | Europe/Berlin              | 1
            EUROPE/BERLIN.           | Europe/Berlin              | 1
            America/New_York         | America/New_York           | 1
            berlin                   | Europe/Berlin              | 1
            Berlin hours 9-17        | Europe/Berlin              | 1
            vancouver                | America/Vancouver          | 1
            New York                 | America/New_York           | 2
            new_york                 | America/New_York           | 1
            new-york                 | America/New_York           | 1
            Los Angeles hours        | America/Los_Angeles        | 2
            Port of Spain            | America/Port_of_Spain      | 3
            buenos aires             | America/Argentina/Buenos_Aires | 2
            Singapore                | Singapore                  | 1
            UTC                      | UTC                        | 1
            gmt                      | UTC                        | 1
            z                        | UTC                        | 1
            +02:00                   | +02:00                     | 1
            +2                       | +02:00                     | 1
            -0800                    | -08:00                     | 1
            UTC+2                    | +02:00                     | 1
            gmt-8                    | -08:00                     | 1
            """)
    void readsZones(String phrase, ZoneId zone, int words) {
        assertThat(ZoneWords.read(Said.words(phrase))).isEqualTo(new Reading.Ok<>(zone, words));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CET           | AMBIGUOUS_ZONE | Europe/Berlin,Europe/Paris,Europe/Madrid
            cest          | AMBIGUOUS_ZONE | Europe/Berlin,Europe/Paris,Europe/Madrid
            PST           | AMBIGUOUS_ZONE | America/Los_Angeles,America/Vancouver,Asia/Manila
            EST           | AMBIGUOUS_ZONE | America/New_York,America/Toronto,America/Panama
            jst           | AMBIGUOUS_ZONE | Asia/Tokyo
            berlln        | UNKNOWN_ZONE   | Europe/Berlin
            Europe/Berln  | UNKNOWN_ZONE   | Europe/Berlin
            vancuover     | UNKNOWN_ZONE   | America/Vancouver
            Europe/Munich | UNKNOWN_ZONE   | Europe/Zurich
            reyk          | UNKNOWN_ZONE   | Atlantic/Reykjavik
            """)
    void suggests(String phrase, Fault fault, String suggestions) {
        Reading<ZoneId> read = ZoneWords.read(Said.words(phrase));
        assertThat(read).isInstanceOf(Reading.Bad.class);
        if (read instanceof Reading.Bad<ZoneId> bad) {
            assertThat(bad.fault()).isEqualTo(fault);
            assertThat(bad.suggestions()).hasSizeLessThanOrEqualTo(3).containsAll(Said.list(suggestions));
            assertThat(bad.suggestions().getFirst())
                    .isEqualTo(Said.list(suggestions).getFirst());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xqzvxqzv",
                "+25:00",
                "utc+99",
                "17:00",
                "\uD83D\uDE80",
                "12345678901234567890123456789012345678901"
            })
    void knowsNothingLikeIt(String phrase) {
        assertThat(ZoneWords.read(Said.words(phrase))).isEqualTo(new Reading.Bad<>(Fault.UNKNOWN_ZONE, 1, List.of()));
    }

    @Test
    void noWordIsNoZone() {
        assertThat(ZoneWords.read(List.of())).isEqualTo(new Reading.None<ZoneId>());
    }

    @Test
    void everySuggestionIsAZone() {
        for (String written : List.of(
                "cet", "bst", "ist", "mst", "cst", "edt", "aest", "met", "ast", "nzst", "europe/lisbn", "san")) {
            if (ZoneWords.read(List.of(written)) instanceof Reading.Bad<ZoneId> bad) {
                assertThat(bad.suggestions())
                        .allSatisfy(id ->
                                assertThat(ZoneWords.read(List.of(id))).isEqualTo(new Reading.Ok<>(ZoneId.of(id), 1)));
            }
        }
    }
}
