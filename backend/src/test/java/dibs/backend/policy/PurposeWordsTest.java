package dibs.backend.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.catalog.ConfigLoader;
import dibs.backend.catalog.ConfigResult;
import dibs.backend.catalog.PolicyLoader;
import dibs.backend.environment.Catalog;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurposeWordsTest {
    private static final PurposeWords WORDS =
            new PurposeWords(PolicyLoader.builtin().vocabulary(), catalog());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            shipping                                   | shipping
            a build that ships to users                | shipping
            tonight's nightlies                        | shipping
            signing on-push                            | on-push
            on every push                              | on-push
            test:autograph                             | test:autograph
            test:ship-it                               | test:shipit
            Testing the new Autograph                  | test:autograph
            test lando changes                         | test:lando
            test Ship-it changes                       | test:shipit
            test the TC stage                          | test:taskcluster
            test beetmoverscript                       | test:beetmover
            tests of the next version of balrogscript  | test:balrog
            testing product details                    | test:product-details
            test a new coffee machine                  | testing
            test-rollout                               | testing
            staging release                            | staging-release
            a staging firefox desktop release          | staging-release:firefox
            staging release of Thunderbird             | staging-release:thunderbird
            staging-release:thunderbird                | staging-release:thunderbird
            test a staging release                     | staging-release
            spot checks                                | spot-check
            update-verify                              | history
            a demo for the managers                    | demo
            experimental config                        | testing
            """)
    void aPhraseSaysWhatFor(String phrase, String purpose) {
        assertThat(said(phrase)).containsExactly(purpose);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            shipping and testing                | shipping,testing
            test a release before shipping      | testing,shipping
            test autograph and taskcluster      | test:autograph,test:taskcluster
            a demo of the staging release       | demo,staging-release
            """)
    void wordsForSeveralLeaveAllOfThemOpen(String phrase, String purposes) {
        assertThat(said(phrase)).containsExactlyInAnyOrder(purposes.split(","));
    }

    @ParameterizedTest
    @CsvSource({"''", "integration", "because I like it", "contest", "shipshape", "42"})
    void otherWordsSayNone(String phrase) {
        assertThat(said(phrase)).isEmpty();
    }

    @Test
    void aLongTextTakesNoLongerThanItsBeginning() {
        assertThat(said("test autograph ".repeat(100_000))).containsExactly("test:autograph");
    }

    private static List<String> said(String phrase) {
        return WORDS.read(phrase).stream().map(Purpose::toString).toList();
    }

    private static Catalog catalog() {
        return switch (ConfigLoader.builtin()) {
            case ConfigResult.Loaded loaded -> loaded.config().catalog();
            case ConfigResult.Faulty faulty -> throw new AssertionError(faulty.text());
        };
    }
}
